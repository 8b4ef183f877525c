package app.ampel.service.wall;

import app.ampel.domain.people.ContactPool;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.engine.Timeline;
import app.ampel.service.people.Pending;
import app.ampel.service.people.PeopleService;
import app.ampel.service.threads.Dispatch;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What users do with the wall. While one stands, the screen is kept from going dark, and so nothing tells any more that somebody
 * has left the computer: Ampel then keeps nobody's Available alive. Any thread.
 */
public final class WallService implements AutoCloseable {

    private final PeopleService people;
    private final Timeline timeline;
    private final WallWindow window;
    private final ScreenAwake screen;
    private final Executor observers;
    private Optional<OpenWall> open = Optional.empty();
    private boolean locked;
    private boolean away;

    /**
     * @param timeline when to try again
     * @param observers where what is known is told, and the window may take its time to open
     * @param keptAwake told whether the screen is kept awake
     */
    public WallService(
            PeopleService people,
            Timeline timeline,
            WallWindow window,
            ScreenAwake screen,
            Executor observers,
            Consumer<Boolean> keptAwake) {
        this.people = people;
        this.timeline = timeline;
        this.window = window;
        this.observers = observers;
        this.screen = () -> {
            Runnable darken = screen.hold();
            keptAwake.accept(true);
            return () -> {
                darken.run();
                keptAwake.accept(false);
            };
        };
    }

    /** How many monitors there are; 0: there is nothing to see a wall on. Blocks while a toolkit starts. */
    public int monitors() {
        return window.monitors();
    }

    /**
     * Shows a wall, in the place of any other. It opens at once; whatever goes wrong stands on it, and is what comes back fails with.
     * Never blocks.
     *
     * @return whom it is of, as soon as who they are has been read; cancelling it before that closes the wall
     */
    public Pending<ContactPool> show(WallRequest request) {
        OpenWall wall = new OpenWall(people, timeline, screen, observers, this::show, request.pool());
        replace(Optional.of(wall));
        if (!Dispatch.run(observers, () -> open(wall, request))) {
            close(wall);
        }
        return new Pending<>(wall.first(), () -> {
            if (wall.first().completeExceptionally(new ProblemException(Problem.of(Problem.Kind.CANCELLED)))) {
                close(wall);
            }
        });
    }

    /** Unless it was closed before it was there, or another has come in its place. */
    private void open(OpenWall wall, WallRequest request) {
        if (!isNow(wall)) {
            return;
        }
        boolean possible = window.open(request, new OnTheWall(wall));
        if (!possible) {
            close(wall);
        } else if (isNow(wall)) {
            wall.look();
        } else if (now().isEmpty()) {
            window.close();
        }
    }

    private boolean isNow(OpenWall wall) {
        return now().filter(it -> it == wall).isPresent();
    }

    private void show(WallState state) {
        window.show(state);
    }

    private final class OnTheWall implements WallWindow.Commands {

        private final OpenWall wall;

        OnTheWall(OpenWall wall) {
            this.wall = wall;
        }

        @Override
        public void close() {
            WallService.this.close(wall);
        }

        @Override
        public void again() {
            wall.look();
        }
    }

    private void replace(Optional<OpenWall> other) {
        Optional<OpenWall> before;
        synchronized (this) {
            before = open;
            open = other;
        }
        before.ifPresent(OpenWall::end);
    }

    /** Unless another has taken its place. */
    private void close(OpenWall wall) {
        boolean mine;
        synchronized (this) {
            mine = open.filter(it -> it == wall).isPresent();
            open = mine ? Optional.empty() : open;
        }
        wall.end();
        if (mine) {
            window.close();
        }
    }

    /** Closes the wall; false when there is none. */
    public boolean hide() {
        Optional<OpenWall> before = now();
        before.ifPresent(this::close);
        return before.isPresent();
    }

    private synchronized Optional<OpenWall> now() {
        return open;
    }

    /** The screen was locked or unlocked: nobody sees a wall behind a lock. */
    public void locked(boolean isLocked) {
        boolean before;
        synchronized (this) {
            before = locked || away;
            locked = isLocked;
        }
        follow(before);
    }

    /** Somebody else sits before the screen now, or no longer. */
    public void away(boolean isAway) {
        boolean before;
        synchronized (this) {
            before = locked || away;
            away = isAway;
        }
        follow(before);
    }

    private void follow(boolean wasUnseen) {
        boolean unseen;
        synchronized (this) {
            unseen = locked || away;
        }
        if (unseen != wasUnseen) {
            now().ifPresent(unseen ? OpenWall::rest : OpenWall::look);
        }
    }

    @Override
    public void close() {
        hide();
    }
}
