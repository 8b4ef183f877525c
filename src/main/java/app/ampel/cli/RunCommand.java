package app.ampel.cli;

import app.ampel.desktop.InstanceLock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "run")
final class RunCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Option(names = "--headless", descriptionKey = "ampel.run.headless")
    private boolean headless;

    RunCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        Optional<InstanceLock> lock = session.lock();
        if (lock.isEmpty()) {
            return handOver(session);
        }
        session.log();
        return session.program().run(new Program.RunOptions(session.folders(), lock.get(), headless));
    }

    /** Somebody else has the lock: the running program, or a command that is at work without one. */
    private static int handOver(Session session) throws Failure {
        Optional<?> shown = session.askIfRunning(Messages.ask("show"), Session.AT_ONCE);
        if (shown.isEmpty()) {
            throw new Failure("busy", session.console().say("cli.taken"), ExitCode.FAILED);
        }
        session.console()
                .complain(session.console()
                        .say("cli.already-running", session.folders().home().toString()));
        return ExitCode.OK;
    }
}
