package app.ampel;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.install.Installation;
import app.ampel.face.window.frame.SeenFlag;
import app.ampel.service.account.FirstRunPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a first run asks of this computer. */
final class FirstRunOnComputer implements FirstRunPort {

    private final Path state;
    private final SeenFlag welcomed;
    private final Installation installation;
    private final Autostart autostart;
    private Optional<Process> demo = Optional.empty();

    FirstRunOnComputer(Folders folders, Installation installation, Autostart autostart) {
        this.state = folders.state();
        this.welcomed = new SeenFile(folders.welcomed());
        this.installation = installation;
        this.autostart = autostart;
    }

    /** Who signed in by a command has a presence that was seen last. */
    @Override
    public boolean isOver() {
        return welcomed.said() || Files.exists(state);
    }

    @Override
    public void over() {
        welcomed.say();
    }

    @Override
    public synchronized boolean startDemo() {
        if (demo.filter(Process::isAlive).isEmpty()) {
            demo = installation.start("demo");
        }
        return demo.isPresent();
    }

    @Override
    public boolean canStartWithSession() {
        return autostart.isPossible();
    }

    @Override
    public boolean startWithSession(boolean on) {
        return autostart.set(on) == Autostart.Outcome.DONE;
    }
}
