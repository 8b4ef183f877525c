package app.ampel;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.session.LinuxSession;
import app.ampel.adapter.os.session.LocalZone;
import app.ampel.adapter.os.session.LockedNow;
import app.ampel.adapter.os.session.RemoteSession;
import app.ampel.adapter.os.session.awt.AwtSession;
import app.ampel.service.engine.Core;
import app.ampel.service.lights.manager.LightManager;
import app.ampel.service.session.SessionEvents;
import app.ampel.service.session.SessionFollower;
import app.ampel.service.session.SessionService;
import app.ampel.service.session.SessionSource;
import app.ampel.service.wall.WallService;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What follows from what happens to the session: the core rests and polls by it, lights are let go for a while, and a wall
 * that nobody sees rests. */
record SessionParts(Core core, LightManager manager, WallService wall) implements SessionFollower {

    /** @param display whether there is a desktop to hear from */
    static SessionService service(Core core, LightManager manager, WallService wall, boolean display) {
        return new SessionService(
                new SessionParts(core, manager, wall),
                events -> ofThisComputer(events, display),
                RemoteSession::isThis);
    }

    private static Optional<SessionSource> ofThisComputer(SessionEvents events, boolean display) {
        return switch (OperatingSystem.current()) {
            case LINUX -> Optional.of(new LinuxSession(events, display));
            case MACOS, WINDOWS ->
                display ? Optional.of(new AwtSession(events, LockedNow.ofThisComputer())) : Optional.empty();
        };
    }

    @Override
    public void locked(boolean isLocked) {
        core.locked(isLocked);
        wall.locked(isLocked);
    }

    @Override
    public void away(boolean isAway) {
        manager.away(isAway);
        wall.away(isAway);
    }

    @Override
    public CompletableFuture<Void> sleep() {
        return manager.sleep();
    }

    @Override
    public void woke() {
        LocalZone.ofThisComputer().askAgain();
        core.woke();
        manager.wake();
    }
}
