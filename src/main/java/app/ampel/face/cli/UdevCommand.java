package app.ampel.face.cli;

import app.ampel.domain.light.UdevOutcome;
import app.ampel.domain.light.model.UdevRules;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.service.lights.LightsService;
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
        LightsService lights = session.program().lights(session.folders());
        if (!install) {
            console.print(lights.rules().stripTrailing());
            return ExitCode.OK;
        }
        UdevOutcome outcome = lights.installRules().join();
        String sentence = console.say("cli.udev." + outcome.word(), UdevRules.BY_HAND);
        if (outcome != UdevOutcome.DONE && outcome != UdevOutcome.NOT_NEEDED) {
            throw new Failure("udev", sentence, ExitCode.FAILED);
        }
        console.print(sentence);
        return ExitCode.OK;
    }
}
