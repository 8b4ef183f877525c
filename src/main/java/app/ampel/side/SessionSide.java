package app.ampel.side;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.session.LinuxSession;
import app.ampel.adapter.os.session.LocalZone;
import app.ampel.adapter.os.session.LockedNow;
import app.ampel.adapter.os.session.RemoteSession;
import app.ampel.adapter.os.session.SessionEvents;
import app.ampel.adapter.os.session.SessionSource;
import app.ampel.adapter.os.session.awt.AwtSession;
import app.ampel.service.doctor.Fact;
import app.ampel.service.engine.Core;
import app.ampel.service.lights.LightManager;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to the user's session, as it concerns a running Ampel. */
public final class SessionSide implements SessionEvents, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionSide.class);

    /** The system waits for some seconds; a light that hangs must not use them all up. */
    private static final long DARK_WITHIN_MILLIS = 2000;

    private final Core core;
    private final LightManager desk;
    private final Optional<SessionSource> source;

    /** @param display whether there is a desktop to hear from */
    public SessionSide(Core core, LightManager desk, boolean display) {
        this.core = core;
        this.desk = desk;
        this.source = source(display);
    }

    private Optional<SessionSource> source(boolean display) {
        return switch (OperatingSystem.current()) {
            case LINUX -> Optional.of(new LinuxSession(this, display));
            case MACOS, WINDOWS ->
                display ? Optional.of(new AwtSession(this, LockedNow.ofThisComputer())) : Optional.empty();
        };
    }

    public void start() {
        source.ifPresent(SessionSource::start);
    }

    public boolean isRemote() {
        return RemoteSession.isThis() || source.filter(SessionSource::isRemote).isPresent();
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
        core.locked(isLocked);
    }

    @Override
    public void away(boolean isAway) {
        desk.away(isAway);
    }

    @Override
    public void sleeps() {
        try {
            desk.sleep().get(DARK_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Not every light was dark before the computer slept");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void woke() {
        LocalZone.ofThisComputer().askAgain();
        core.woke();
        desk.wake();
    }

    @Override
    public void close() {
        source.ifPresent(SessionSource::close);
    }
}
