package app.ampel.service.wall;

import app.ampel.service.engine.Timeline;
import app.ampel.service.people.PeopleService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Keeps what it was told; the test presses its keys. Beside it, a screen that keeps how often it is held awake. */
public final class FakeWallWindow implements WallWindow {

    public int monitors = 2;
    public final List<WallRequest> opened = new ArrayList<>();
    public final List<WallState> shown = new ArrayList<>();
    public final List<Boolean> keptAwake = new ArrayList<>();
    public int holds;
    public boolean isOpen;
    private Optional<Commands> commands = Optional.empty();

    public WallService service(PeopleService people, Timeline timeline, Executor observers) {
        return new WallService(people, timeline, this, this::hold, observers, keptAwake::add);
    }

    private Runnable hold() {
        holds++;
        return () -> holds--;
    }

    @Override
    public int monitors() {
        return monitors;
    }

    @Override
    public boolean open(WallRequest request, Commands keys) {
        opened.add(request);
        shown.clear();
        commands = Optional.of(keys);
        isOpen = monitors > 0;
        return isOpen;
    }

    @Override
    public void show(WallState state) {
        shown.add(state);
    }

    @Override
    public void close() {
        isOpen = false;
        shown.clear();
    }

    public WallState last() {
        return shown.get(shown.size() - 1);
    }

    public void pressEscape() {
        commands.orElseThrow().close();
    }

    public void pressEnter() {
        commands.orElseThrow().again();
    }
}
