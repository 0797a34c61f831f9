package org.alongside.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.kernel.Unreachable;
import org.alongside.store.FaultPoints;
import org.alongside.store.LaptopHome;
import org.alongside.store.LaptopSettings;
import org.alongside.store.LaptopStore;
import org.alongside.sync.wire.Enrolment;
import org.alongside.sync.wire.Hello;

/// Makes a folder a worker's laptop. Everything that can fail on the laptop is done before the one-time
/// code is used; whatever fails leaves no half home. The first fetch is an ordinary sync afterwards.
public final class EnrolLaptop {
    private static final String PROFILE = "laptop";

    private final Service service;
    private final LaptopHome.Parts parts;

    public EnrolLaptop(Service service, LaptopHome.Parts parts) {
        this.service = service;
        this.parts = parts;
    }

    /// What was made; both are open and the caller's to close.
    public record Made(LaptopHome home, LaptopStore store) {}

    /// @param serviceUrl where the service is, kept for later
    /// @param caPem its authority, kept for later
    /// @param wait how long to wait for a home that another program holds
    /// @throws BadInput what the person gave cannot be taken: home, passphrase
    /// @throws Unreachable no answer of the service, or the code is not valid
    public Made enrol(
            Path folder, String serviceUrl, String caPem, String user, String code, char[] passphrase, Duration wait) {
        LaptopHome home = LaptopHome.begin(folder, parts, wait);
        try {
            Hello hello = hello();
            if (Clocks.isAsked(parts.clock()) && !hello.demonstration()) {
                throw BadInput.of("clock-refused", "clock", Texts.of("store.clock-refused"));
            }
            try (LaptopHome.Making making = home.make(passphrase, user)) {
                Enrolment.Answer answer = answer(new Enrolment.Request(
                        user, code, Base64.getEncoder().encodeToString(making.devicePublicKey()), PROFILE));
                parts.faults().pass(FaultPoints.ENROLLED_NOT_KEPT);
                if (!answer.tenant().equals(hello.tenant())) {
                    throw new Unreachable("not-the-councils-service", Texts.of("sync.not-the-councils-service"));
                }
                var enrolled = new LaptopSettings.Enrolled(
                        answer.user(),
                        answer.display(),
                        answer.role(),
                        answer.device(),
                        serviceUrl,
                        caPem,
                        answer.tenant(),
                        answer.council(),
                        answer.leaseDays(),
                        hello.demonstration());
                return new Made(home, making.finish(enrolled, answer.epoch()));
            }
        } catch (RuntimeException | Error e) {
            home.close();
            throw e;
        }
    }

    private Hello hello() {
        try {
            return service.hello();
        } catch (Service.Refused e) {
            throw refused(e);
        }
    }

    private Enrolment.Answer answer(Enrolment.Request request) {
        try {
            return service.enrol(request);
        } catch (Service.Refused e) {
            throw refused(e);
        }
    }

    /// A short wait is a busy service, a long one too many wrong codes.
    private static Unreachable refused(Service.Refused refused) {
        if (refused.why() instanceof Service.Why.Busy(Duration after)) {
            long minutes = (after.toSeconds() + 59) / 60;
            return new Unreachable("service-busy", Texts.of("sync.enrol-busy", Math.max(1, minutes)));
        }
        return new Unreachable("service-refused", Texts.of("sync.enrol-refused"));
    }
}
