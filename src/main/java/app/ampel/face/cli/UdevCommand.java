package app.ampel.face.cli;

import app.ampel.adapter.os.install.UdevInstaller;
import app.ampel.adapter.os.install.UdevInstaller.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "udev")
final class UdevCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Option(names = "--install", descriptionKey = "ampel.lights.udev.install")
    private boolean install;

    UdevCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        Console console = session.console();
        if (!install) {
            console.print(session.program().udevRules(session.folders()).stripTrailing());
            return ExitCode.OK;
        }
        Outcome outcome = session.program().installUdevRules(session.folders());
        String sentence = console.say("cli.udev." + outcome.word(), UdevInstaller.BY_HAND);
        if (outcome != Outcome.DONE && outcome != Outcome.NOT_NEEDED) {
            throw new Failure("udev", sentence, ExitCode.FAILED);
        }
        console.print(sentence);
        return ExitCode.OK;
    }
}
