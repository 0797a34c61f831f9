package org.alongside.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.Unreachable;
import org.alongside.store.FaultPoints;
import org.alongside.sync.wire.Hello;
import org.alongside.sync.wire.Token;
import org.alongside.sync.wire.Wire;
import org.jspecify.annotations.Nullable;

/// Sends own work and fetches what is new, one sync at a time. Nothing here can lose work: an operation
/// leaves the outbox only with a result of the service, and pulled streams are taken whole or not at all.
///
/// Of the change of an epoch it does what a single laptop needs: it takes the new epoch and sends again,
/// under the same ids, what the service may have forgotten. Handing back others' events (`witness`) comes
/// with restore.
public final class SyncEngine {
    private static final Duration CLOCK_FAR = Duration.ofMinutes(5);
    private static final int EPOCHS_MAX = 3;

    private final Service service;
    private final Replica replica;
    private final DeviceIdentity identity;
    private final NetworkSwitch network;
    private final Clock clock;
    private final FaultPoints faults;
    private final Backoff backoff;
    private final ReentrantLock one = new ReentrantLock(true);
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile SyncStatus status = new SyncStatus(new SyncStatus.Link.Resting(), 0, 0, null, null);
    private @Nullable String token;

    public SyncEngine(
            Service service,
            Replica replica,
            DeviceIdentity identity,
            NetworkSwitch network,
            Clock clock,
            RandomGenerator random,
            FaultPoints faults) {
        this.service = service;
        this.replica = replica;
        this.identity = identity;
        this.network = network;
        this.clock = clock;
        this.faults = faults;
        this.backoff = new Backoff(random);
    }

    public SyncStatus status() {
        return status;
    }

    /// Hears every change of the status, on the thread that syncs.
    ///
    /// @return ends the listening
    public Runnable listen(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        listener.accept(status);
        return () -> listeners.remove(listener);
    }

    /// Counts what waits anew, after a save.
    public void count() {
        set(status.counted(waiting(), replica.parkedSize()));
    }

    private int waiting() {
        return replica.outboxSize() + replica.blobs().waiting();
    }

    /// How long whoever syncs by itself waits before the next sync.
    public Duration pause() {
        return backoff.next();
    }

    /// A person asked: the waiting begins anew.
    public void asked() {
        backoff.reset();
    }

    /// One push and pull. A second caller waits for the first.
    ///
    /// @throws Unreachable when the service was not reached or refused; what came through before is kept
    public SyncReport sync() {
        one.lock();
        try {
            return syncAlone();
        } finally {
            replica.sendingEnded();
            one.unlock();
        }
    }

    private SyncReport syncAlone() {
        try {
            if (!network.isPlugged()) {
                throw new Unreachable("offline", Texts.of("sync.offline"));
            }
            SyncReport report = exchange();
            backoff.succeeded();
            Instant now = clock.instant();
            replica.synced(now);
            set(status.checkedAt(now).counted(waiting(), replica.parkedSize()).with(new SyncStatus.Link.Resting()));
            return report;
        } catch (Unreachable e) {
            throw failed(e, Duration.ZERO);
        } catch (Service.Refused e) {
            throw refused(e.why());
        }
    }

    private SyncReport exchange() {
        var problems = new ArrayList<Problem>();
        for (int epochs = 1; ; epochs++) {
            try {
                if (token == null) {
                    greet(problems);
                }
                SyncReport.Pushed pushed = new Push(service, replica, clock, faults, this::sending).run(this::session);
                set(status.with(new SyncStatus.Link.Fetching()));
                SyncReport.Pulled pulled = new Pull(service, replica, faults).run(this::session);
                if (replica.tendKeys() > 0) {
                    // A laptop that has just learnt of a sealed stream is known to the other one at once.
                    new Push(service, replica, clock, faults, this::sending).run(this::session);
                    new Pull(service, replica, faults).run(this::session);
                }
                SyncReport.Blobs blobs = new BlobTravel(service, replica.blobs(), problems).run(this::session);
                replica.purgeReleased();
                replica.contact(clock.instant());
                return new SyncReport(pushed, pulled, blobs, waiting(), replica.epoch(), List.copyOf(problems));
            } catch (Service.Refused e) {
                boolean again = epochs < EPOCHS_MAX
                        && (e.why() instanceof Service.Why.NewEpoch || e.why() instanceof Service.Why.TokenOver);
                token = null;
                if (!again) {
                    throw e;
                }
            }
        }
    }

    /// Hello and sign-in.
    private void greet(List<Problem> problems) {
        Hello hello = service.hello();
        if (!hello.tenant().equals(identity.tenant())) {
            throw new Unreachable("not-the-councils-service", Texts.of("sync.not-the-councils-service"));
        }
        if (!hello.epoch().equals(replica.epoch())) {
            replica.newEpoch(hello.epoch(), clock.instant());
        }
        look(hello.serviceTime(), problems);
        Token.Answer asked = service.token(new Token.Request(identity.device(), null, null));
        String challenge = Objects.requireNonNull(asked.challenge(), "a challenge");
        byte[] signature = identity.sign(Wire.toSign(identity.tenant(), identity.device(), challenge));
        Token.Answer given = service.token(new Token.Request(
                identity.device(), challenge, java.util.Base64.getEncoder().encodeToString(signature)));
        token = Objects.requireNonNull(given.token(), "a token");
    }

    /// Clocks are claims: a far one is said, and nothing is decided by it.
    private void look(Instant serviceTime, List<Problem> problems) {
        Instant now = clock.instant();
        Duration ahead = Duration.between(serviceTime, now);
        boolean far = ahead.abs().compareTo(CLOCK_FAR) > 0;
        set(status.clock(far ? ahead : null));
        if (far) {
            problems.add(Problem.of("clock-far-off", Texts.of("sync.clock-far-off", said(now), said(serviceTime))));
        }
    }

    private static String said(Instant moment) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", java.util.Locale.UK)
                .format(moment.atZone(Clocks.LONDON));
    }

    private Service.Session session() {
        return new Service.Session(replica.epoch(), Objects.requireNonNull(token, "signed in"));
    }

    private void sending(int done, int of) {
        set(status.with(new SyncStatus.Link.Sending(done, of)).counted(waiting(), replica.parkedSize()));
    }

    private Unreachable failed(Unreachable fault, Duration leastPause) {
        backoff.failed(leastPause);
        boolean offline = fault.problem().code().equals("offline");
        boolean already = status.link() instanceof SyncStatus.Link.Offline;
        SyncStatus.Link link = offline
                ? already ? status.link() : new SyncStatus.Link.Offline(clock.instant())
                : new SyncStatus.Link.CannotReach(
                        fault.problem().code(), fault.problem().message(), backoff.next());
        set(status.counted(waiting(), replica.parkedSize()).with(link));
        return fault;
    }

    private Unreachable refused(Service.Why why) {
        return switch (why) {
            case Service.Why.AccessEnded(String code) -> {
                backoff.failed(Duration.ZERO);
                set(status.with(new SyncStatus.Link.Ended(code)));
                yield new Unreachable("access-ended", Texts.of("sync.access-ended"));
            }
            case Service.Why.Busy(Duration after) ->
                failed(new Unreachable("service-busy", Texts.of("sync.service-busy")), after);
            case Service.Why.TooLong ignored ->
                failed(new Unreachable("service-refused", Texts.of("sync.service-refused")), Duration.ZERO);
            case Service.Why.NewEpoch ignored ->
                failed(new Unreachable("service-refused", Texts.of("sync.service-refused")), Duration.ZERO);
            case Service.Why.TokenOver ignored ->
                failed(new Unreachable("sign-in-refused", Texts.of("sync.sign-in-refused")), Duration.ZERO);
        };
    }

    private void set(SyncStatus changed) {
        if (!changed.equals(status)) {
            status = changed;
            listeners.forEach(listener -> listener.accept(changed));
        }
    }
}
