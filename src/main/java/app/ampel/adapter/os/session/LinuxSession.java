package app.ampel.adapter.os.session;

import app.ampel.adapter.os.bus.Bus;
import app.ampel.domain.retry.BackOff;
import app.ampel.service.session.SessionEvents;
import app.ampel.service.session.SessionSource;
import app.ampel.service.threads.Daemons;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a Linux desktop tells: logind on the system bus says when the computer sleeps or ends, and waits for us; whether our
 * session is the one in front, and whether it is locked or seen from elsewhere. On the session bus screen savers say
 * whether they are active. Where nobody tells of the lock, known lockers are looked for. What is told means no more than
 * that it is time to ask; so it does not matter what was missed, who has died since, or who has said a thing twice. A bus
 * that is not there, or goes, is tried again.
 */
public final class LinuxSession implements SessionSource {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxSession.class);

    private static final long CLOSING_MILLIS = 500;

    private static final String LOGIND = "logind";
    private static final String LOCKER = "locker";

    /** Desktops that keep logind's LockedHint true to their lock. */
    private static final Set<String> THAT_SET_THE_HINT = Set.of("GNOME", "KDE");

    /**
     * What is around the program.
     *
     * @param sessionId {@code auto}, or a number of logind's
     * @param setsHint whether this desktop is one that tells logind of its lock
     * @param lockers whether one runs; not asked where somebody tells
     * @param looks how often lockers are looked for
     */
    public record Around(
            Supplier<DBusConnectionBuilder> systemBus,
            Supplier<DBusConnectionBuilder> sessionBus,
            String sessionId,
            boolean setsHint,
            Optional<BooleanSupplier> lockers,
            Duration looks,
            BackOff backOff) {

        static Around ofThisSession(boolean display) {
            Map<String, String> env = System.getenv();
            String id = env.getOrDefault("XDG_SESSION_ID", "");
            return new Around(
                    Bus::system,
                    Bus::session,
                    id.isBlank() ? "auto" : id,
                    Stream.of(env.getOrDefault("XDG_CURRENT_DESKTOP", "").split(":"))
                            .anyMatch(THAT_SET_THE_HINT::contains),
                    display ? Optional.of(Lockers.ofThisComputer()) : Optional.empty(),
                    Duration.ofSeconds(10),
                    Bus.RETRY);
        }
    }

    private final SessionEvents events;
    private final HoldingProgram delay;
    private final Around around;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicBoolean lookIsDue = new AtomicBoolean();
    private volatile Optional<Logind> logind = Optional.empty();
    private volatile boolean remote;
    private volatile LockSign lockSign = LockSign.NONE;

    // What follows belongs to the thread.
    private final ScreenLock lock = new ScreenLock();
    private Optional<ScreenSavers> savers = Optional.empty();
    private Optional<Boolean> toldLocked = Optional.empty();
    private Optional<Boolean> toldAway = Optional.empty();
    private boolean hintWasSet;
    private int logindFailures;
    private int saverFailures;
    private int sessionFailures;
    private Optional<ScheduledFuture<?>> nextLook = Optional.empty();

    /** @param display whether there is a screen that may be locked */
    public LinuxSession(SessionEvents events, boolean display) {
        this(events, new HoldingProgram(HoldingProgram.DELAYS_SLEEP, Bus.RETRY), Around.ofThisSession(display));
    }

    LinuxSession(SessionEvents events, HoldingProgram delay, Around around) {
        this.events = events;
        this.delay = delay;
        this.around = around;
        this.thread = new ScheduledThreadPoolExecutor(1, Daemons.named("ampel-session"));
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void start() {
        run(this::connectLogind);
        run(this::connectSavers);
        lookSoon();
    }

    @Override
    public boolean isRemote() {
        return remote;
    }

    @Override
    public LockSign lockSign() {
        return lockSign;
    }

    @Override
    public boolean hearsSleep() {
        return logind.filter(Logind::isThere).isPresent();
    }

    private void connectLogind() {
        try {
            Logind opened =
                    Logind.open(around.systemBus(), around.sessionId(), new FromLogind(), () -> run(this::logindLost));
            logind = Optional.of(opened);
            logindFailures = 0;
            if (opened.isThere()) {
                delay.acquire();
            }
            check();
        } catch (DBusException | RuntimeException e) {
            LOG.info("No system bus to hear logind on: {}", e.getMessage());
            later(this::connectLogind, ++logindFailures);
        }
    }

    /** The connection has closed itself. Whoever comes back is asked everything again. */
    private void logindLost() {
        if (logind.isPresent()) {
            logind.get().forget();
            logind = Optional.empty();
            later(this::connectLogind, ++logindFailures);
            check();
        }
    }

    private void connectSavers() {
        try {
            savers = Optional.of(ScreenSavers.open(around.sessionBus(), this::lookSoon, () -> run(this::saversLost)));
            saverFailures = 0;
            check();
        } catch (DBusException | RuntimeException e) {
            LOG.info("No session bus to hear screen savers on: {}", e.getMessage());
            later(this::connectSavers, ++saverFailures);
        }
    }

    private void saversLost() {
        if (savers.isPresent()) {
            savers = Optional.empty();
            later(this::connectSavers, ++saverFailures);
            check();
        }
    }

    /** On threads of the bus. */
    private final class FromLogind implements Logind.Events {
        @Override
        public void prepares() {
            try {
                events.sleeps();
            } finally {
                delay.release();
            }
        }

        @Override
        public void resumes() {
            delay.acquire();
            events.woke();
        }

        @Override
        public void changed() {
            if (hearsSleep()) {
                delay.acquire();
            }
            lookSoon();
        }

        @Override
        public void requested(boolean locked) {
            run(() -> {
                lock.requested(locked, now());
                check();
            });
        }
    }

    /** However many say that it is time to look: once is enough. */
    private void lookSoon() {
        if (lookIsDue.compareAndSet(false, true)) {
            run(this::check);
        }
    }

    /** Asks everybody how things are now, and tells what is different. */
    private void check() {
        lookIsDue.set(false);
        Optional<SessionProperties> session = session();
        session.ifPresentOrElse(it -> lock.says(LOGIND, it.locked()), () -> lock.silent(LOGIND));
        if (!hearsSleep()) {
            lock.nobodyRequests();
        }
        hintWasSet |= session.filter(SessionProperties::locked).isPresent();
        Map<String, Boolean> active = savers.map(ScreenSavers::ask).orElse(Map.of());
        ScreenSavers.NAMES.forEach(name -> {
            if (active.containsKey(name)) {
                lock.says(name, active.get(name));
            } else {
                lock.silent(name);
            }
        });
        boolean told = !active.isEmpty() || session.isPresent() && (around.setsHint() || hintWasSet);
        Optional<BooleanSupplier> lockers = told ? Optional.empty() : around.lockers();
        lockers.ifPresentOrElse(it -> lock.says(LOCKER, it.getAsBoolean()), () -> lock.silent(LOCKER));
        lockSign = told ? LockSign.TOLD : lockers.isPresent() ? LockSign.LOCKERS : LockSign.NONE;
        remote = session.filter(SessionProperties::remote).isPresent();
        report(session.map(it -> !it.active()));
        planLook(lockers.isPresent());
    }

    /** A logind that is there and knows no session of ours may know it later, and does not say when. */
    private Optional<SessionProperties> session() {
        Optional<SessionProperties> session = Optional.empty();
        try {
            session = logind.isPresent() ? logind.get().session() : session;
        } catch (DBusException | RuntimeException e) {
            LOG.info("logind does not say how this session is: {}", e.getMessage());
        }
        if (session.isPresent()) {
            sessionFailures = 0;
        } else if (hearsSleep()) {
            sessionFailures++;
        }
        return session;
    }

    private void report(Optional<Boolean> away) {
        boolean locked = lock.isLocked(now());
        if (!toldLocked.equals(Optional.of(locked))) {
            toldLocked = Optional.of(locked);
            events.locked(locked);
        }
        // Nobody who says so: as it usually is.
        boolean isAway = away.orElse(false);
        if (!toldAway.equals(Optional.of(isAway)) && (away.isPresent() || toldAway.isPresent())) {
            toldAway = Optional.of(isAway);
            events.away(isAway);
        }
    }

    private void planLook(boolean lookForLockers) {
        nextLook.ifPresent(it -> it.cancel(false));
        nextLook = Stream.of(
                        lookForLockers ? Optional.of(around.looks()) : Optional.<Duration>empty(),
                        lock.changesAfter(now()),
                        sessionFailures > 0
                                ? Optional.of(around.backOff().after(sessionFailures))
                                : Optional.<Duration>empty())
                .flatMap(Optional::stream)
                .min(Duration::compareTo)
                .map(wait -> thread.schedule(this::lookSafely, wait.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void lookSafely() {
        carefully(this::check);
    }

    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    private void later(Runnable task, int failures) {
        thread.schedule(() -> carefully(task), around.backOff().after(failures).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(Runnable task) {
        try {
            thread.execute(() -> carefully(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("Nobody listens to the session any more", e);
        }
    }

    private static void carefully(Runnable task) {
        try {
            task.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("Nobody listens to the session any more", e);
        } catch (RuntimeException | Error e) {
            LOG.error("Listening to the session failed", e);
        }
    }

    @Override
    public void close() {
        delay.close();
        if (thread.isShutdown()) {
            return;
        }
        Future<?> closing = thread.submit(() -> {
            logind.ifPresent(Logind::close);
            savers.ifPresent(ScreenSavers::close);
        });
        thread.shutdown();
        try {
            closing.get(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            LOG.info("A bus could not be left: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }
}
