package org.alongside.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.alongside.sync.wire.Enrolment;
import org.alongside.sync.wire.Hello;
import org.alongside.sync.wire.Manifest;
import org.alongside.sync.wire.OpResult;
import org.alongside.sync.wire.PullLine;
import org.alongside.sync.wire.Token;

/// The council's service as a laptop speaks with it (`sync.md` 2.3). Every call throws
/// [org.alongside.kernel.Unreachable] when there is no answer of the service, and [Refused] when there is
/// one that the engine has to act on.
public interface Service {
    /// What the service says of itself; needs no sign-in.
    Hello hello();

    Enrolment.Answer enrol(Enrolment.Request request);

    Token.Answer token(Token.Request request);

    /// @param operations lines as stored
    List<OpResult> push(Session session, List<byte[]> operations);

    /// Hands each line on as it arrives; an answer cut short throws after the lines that came.
    void pull(Session session, Manifest manifest, Consumer<PullLine> lines);

    /// Declares a sealed attachment, brings what the service lacks of it, and has the whole checked.
    ///
    /// @throws org.alongside.kernel.BadInput when the service will not have it
    void sendBlob(Session session, BlobQueue.Named blob, byte[] sealed);

    /// The sealed attachment; nothing when the council does not have it, or not for this account.
    Optional<byte[]> fetchBlob(Session session, BlobQueue.Named blob);

    /// What goes with each request after sign-in.
    record Session(String epoch, String token) {}

    /// An answer of the service that is not the one hoped for.
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Why why;

        public Refused(Why why) {
            super(why.getClass().getSimpleName());
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }

    /// Why the service refused.
    sealed interface Why {
        /// Its history has begun another life.
        record NewEpoch() implements Why {}

        /// Send less at once.
        record TooLong() implements Why {}

        /// Not now; try after this.
        record Busy(Duration after) implements Why {}

        /// The token's time is over.
        record TokenOver() implements Why {}

        /// This laptop no longer has access.
        record AccessEnded(String code) implements Why {}
    }
}
