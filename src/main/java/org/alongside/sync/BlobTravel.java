package org.alongside.sync;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;

/// Attachments go after everything else: the operations that name them are with the council by then. One
/// that the service refuses, or whose bytes are not its own, keeps no other from travelling.
final class BlobTravel {
    private final Service service;
    private final BlobQueue blobs;
    private final List<Problem> problems;

    BlobTravel(Service service, BlobQueue blobs, List<Problem> problems) {
        this.service = service;
        this.blobs = blobs;
        this.problems = problems;
    }

    SyncReport.Blobs run(Supplier<Service.Session> session) {
        int sent = 0;
        for (BlobQueue.Named blob : blobs.toSend(Limits.BLOBS_PER_SYNC)) {
            if (send(session, blob)) {
                blobs.sent(blob);
                sent++;
            }
        }
        int fetched = 0;
        int awaited = 0;
        for (BlobQueue.Named blob : blobs.toFetch(Limits.BLOBS_PER_SYNC)) {
            Optional<byte[]> sealed = service.fetchBlob(session.get(), blob);
            if (sealed.isEmpty()) {
                blobs.notThereYet(blob);
                awaited++;
            } else if (blobs.fetched(blob, sealed.get())) {
                fetched++;
            } else {
                problems.add(Problem.at(blob.name(), "attachment-damaged", Texts.of("sync.attachment-damaged")));
            }
        }
        return new SyncReport.Blobs(sent, fetched, awaited);
    }

    private boolean send(Supplier<Service.Session> session, BlobQueue.Named blob) {
        try {
            service.sendBlob(session.get(), blob, blobs.sealed(blob));
            return true;
        } catch (Service.Refused e) {
            if (!(e.why() instanceof Service.Why.TooLong)) {
                throw e;
            }
            problems.add(Problem.at(
                    blob.name(), "attachment-refused", Texts.of("sync.attachment-refused", "request-too-long")));
            return false;
        } catch (BadInput e) {
            problems.add(Problem.at(
                    blob.name(),
                    "attachment-refused",
                    Texts.of("sync.attachment-refused", e.problems().getFirst().code())));
            return false;
        }
    }
}
