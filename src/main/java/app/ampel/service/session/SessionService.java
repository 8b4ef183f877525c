package app.ampel.service.session;

import app.ampel.service.doctor.Fact;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to the user's session, as it concerns a running Ampel. */
public final class SessionService implements SessionEvents, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionService.class);

    /** The system waits for some seconds; a light that hangs must not use them all up. */
    private static final Duration DARK_WITHIN = Duration.ofSeconds(2);

    private final SessionFollower follower;
    private final BooleanSupplier remote;
    private final Optional<SessionSource> source;
    private final Duration darkWithin;

    /**
     * @param source who tells of the session, given whom; empty where nobody does
     * @param remote whether this process belongs to a session that is seen from another computer
     */
    public SessionService(
            SessionFollower follower, Function<SessionEvents, Optional<SessionSource>> source, BooleanSupplier remote) {
        this(follower, source, remote, DARK_WITHIN);
    }

    SessionService(
            SessionFollower follower,
            Function<SessionEvents, Optional<SessionSource>> source,
            BooleanSupplier remote,
            Duration darkWithin) {
        this.follower = follower;
        this.remote = remote;
        this.darkWithin = darkWithin;
        this.source = source.apply(this);
    }

    public void start() {
        source.ifPresent(SessionSource::start);
    }

    /** Whether somebody sits at another computer and sees this one from there. */
    public boolean isRemote() {
        return remote.getAsBoolean() || source.filter(SessionSource::isRemote).isPresent();
    }

    /** What can be heard; empty where nobody listens. */
    public Optional<Fact.Session> heard() {
        return source.map(it -> new Fact.Session(lock(it), it.hearsSleep()));
    }

    private static Fact.Session.Lock lock(SessionSource source) {
        return switch (source.lockSign()) {
            case TOLD -> Fact.Session.Lock.TOLD;
            case LOCKERS -> Fact.Session.Lock.LOCKERS;
            case NONE -> Fact.Session.Lock.NONE;
        };
    }

    @Override
    public void locked(boolean isLocked) {
        follower.locked(isLocked);
    }

    @Override
    public void away(boolean isAway) {
        follower.away(isAway);
    }

    @Override
    public void sleeps() {
        try {
            follower.sleep().get(darkWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Not every light was dark before the computer slept");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void woke() {
        follower.woke();
    }

    @Override
    public void close() {
        source.ifPresent(SessionSource::close);
    }
}
