package app.ampel.face.cli;

import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.face.control.LineStarts;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ampel run} starts into the tray; {@code ampel} alone wants the window, too. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

    private final AmpelCommand ampel;
    private final boolean window;

    @Option(names = "--headless", descriptionKey = "ampel.run.headless")
    private boolean headless;

    /** @param window whether the window is wanted at once */
    RunCommand(AmpelCommand ampel, boolean window) {
        this.ampel = ampel;
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        Optional<InstanceLock> lock = session.lock();
        if (lock.isEmpty()) {
            return handOver(session);
        }
        session.log();
        return session.program().run(new CommandPorts.RunOptions(session.folders(), lock.get(), face()));
    }

    private CommandPorts.Face face() {
        return headless ? CommandPorts.Face.NONE : window ? CommandPorts.Face.WINDOW : CommandPorts.Face.TRAY;
    }

    /** Somebody else has the lock: the running program, or a command that is at work without one. */
    private int handOver(Session session) throws Failure {
        Optional<?> answer = session.askIfRunning(LineStarts.ask(window ? "show" : "status"), Session.AT_ONCE);
        if (answer.isEmpty()) {
            throw new Failure("busy", session.console().say("cli.taken"), ExitCode.FAILED);
        }
        session.console()
                .complain(session.console()
                        .say("cli.already-running", session.folders().home().toString()));
        return ExitCode.OK;
    }
}
