package org.alongside.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.sync.BlobQueue;
import org.alongside.sync.EnrolLaptop;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.Service;
import org.alongside.sync.remote.ServiceClient;
import org.alongside.sync.wire.Enrolment;
import org.alongside.sync.wire.Hello;
import org.alongside.sync.wire.Manifest;
import org.alongside.sync.wire.OpResult;
import org.alongside.sync.wire.PullLine;
import org.alongside.sync.wire.Token;
import org.alongside.tool.Laptop;

/// Sets a folder up as a laptop, telling each step in words. Off the JavaFX thread: it waits for the
/// network and makes keys.
final class Enrolling {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Path folder;
    private final Clock clock;
    private final Consumer<Step> told;

    /// What is being done.
    enum Step {
        REACHING("app.enrol-step-reaching"),
        MAKING_KEYS("app.enrol-step-keys"),
        SHOWING_CODE("app.enrol-step-code"),
        KEEPING("app.enrol-step-keeping");

        private final String key;

        Step(String key) {
            this.key = key;
        }

        String words() {
            return Texts.of(key);
        }
    }

    /// @param told hears each step as it begins, on the thread that works
    Enrolling(Path folder, Clock clock, Consumer<Step> told) {
        this.folder = folder;
        this.clock = clock;
        this.told = told;
    }

    /// @param passphrase the caller overwrites it
    /// @return the laptop, unlocked; its first fetch is an ordinary sync
    /// @throws BadInput when what was typed cannot be taken; problems carry the answer's field
    /// @throws org.alongside.kernel.Unreachable when the service did not answer or refused
    Session.Opened enrol(EnrolForm form, char[] passphrase) {
        var network = new NetworkSwitch();
        told.accept(Step.REACHING);
        String authority = authority(form.ca());
        try (var client = new ServiceClient(form.service(), authority, network)) {
            var laptop = new EnrolLaptop(new Told(client), Laptop.parts(clock))
                    .enrol(folder, form.service(), authority, form.user(), form.code(), passphrase, WAIT);
            return new Session.Opened(
                    laptop.home(),
                    Laptop.of(laptop.home(), laptop.store(), clock, () -> !network.isPlugged()),
                    network);
        } catch (BadInput bad) {
            throw new BadInput(bad.problems().stream().map(Enrolling::placed).toList());
        }
    }

    private static Problem placed(Problem problem) {
        return "passphrase".equals(problem.field())
                ? Problem.at(EnrolForm.PASSPHRASE, problem.code(), problem.message())
                : EnrolForm.placed(problem);
    }

    private static String authority(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new BadInput(List.of(Problem.at(EnrolForm.CA, "ca-not-readable", Texts.of("sync.ca-not-readable"))));
        }
    }

    /// The service, telling what it is asked.
    private final class Told implements Service {
        private final Service service;

        private Told(Service service) {
            this.service = service;
        }

        @Override
        public Hello hello() {
            Hello hello = service.hello();
            told.accept(Step.MAKING_KEYS);
            return hello;
        }

        @Override
        public Enrolment.Answer enrol(Enrolment.Request request) {
            told.accept(Step.SHOWING_CODE);
            Enrolment.Answer answer = service.enrol(request);
            told.accept(Step.KEEPING);
            return answer;
        }

        @Override
        public Token.Answer token(Token.Request request) {
            return service.token(request);
        }

        @Override
        public List<OpResult> push(Session session, List<byte[]> operations) {
            return service.push(session, operations);
        }

        @Override
        public void sendBlob(Session session, BlobQueue.Named blob, byte[] sealed) {
            service.sendBlob(session, blob, sealed);
        }

        @Override
        public Optional<byte[]> fetchBlob(Session session, BlobQueue.Named blob) {
            return service.fetchBlob(session, blob);
        }

        @Override
        public void pull(Session session, Manifest manifest, Consumer<PullLine> lines) {
            service.pull(session, manifest, lines);
        }
    }
}
