package app.ampel.cli;

import app.ampel.light.AddedLight;
import app.ampel.light.SerialProtocol;
import app.ampel.problem.ProblemException;
import app.ampel.settings.LockedSettingException;
import app.ampel.settings.SerialLightJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lights add}: tries the light where somebody can see it, and keeps it in the settings. */
@Command(name = "add")
final class AddCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Parameters(paramLabel = "PORT", descriptionKey = "ampel.lights.add.port")
    private String port;

    @Mixin
    private final SerialOptions options = new SerialOptions();

    @Option(names = "--yes", descriptionKey = "ampel.lights.add.yes", order = 20)
    private boolean yes;

    AddCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        Console console = session.console();
        SerialProtocol protocol = options.protocol(console.words());
        if (!yes && console.keyboard().isPresent() && !isRed(session, protocol)) {
            console.print(console.say("add.not-red"));
            console.print(console.say("add.not-red." + protocol.word()));
            return ExitCode.FAILED;
        }
        ObjectNode request = Messages.ask("add").put("port", port);
        request.set("light", SerialLightJson.write(new AddedLight(port, protocol)));
        session.print(
                LightsCommands.askOrDo(session, request, (report, lights) -> report.add(lights, port, protocol)),
                false,
                "text");
        return ExitCode.OK;
    }

    /** A light is its own program's only: whoever has it now lets go of it. */
    private boolean isRed(Session session, SerialProtocol protocol)
            throws Failure, ProblemException, LockedSettingException {
        Ports ports = session.program().serialPorts(session.folders());
        String id = new PortReport(session.console().words()).idOf(ports, port);
        ObjectNode added = LightsCommands.askOrDo(session, Messages.ask("ports"), PortReport::list);
        for (var it : added.path("added")) {
            if (it.asText().equals(id)) {
                LightsCommands.forget(session, id);
            }
        }
        return new RedTrial(session).isRed(new AddedLight(id, protocol));
    }
}
