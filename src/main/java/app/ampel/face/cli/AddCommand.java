package app.ampel.face.cli;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.face.control.LineStarts;
import app.ampel.face.control.PortReport;
import app.ampel.service.lights.LightsService;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.SerialLightJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
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
        session.print(add(session, protocol), false, "text");
        return ExitCode.OK;
    }

    private ObjectNode add(Session session, SerialProtocol protocol)
            throws Failure, ProblemException, LockedSettingException {
        ObjectNode request = LineStarts.ask("add").put("port", port);
        request.set("light", SerialLightJson.write(new AddedLight(port, protocol)));
        return LightsCommands.askOrDo(session, request, (report, lights) -> report.add(lights, port, protocol));
    }

    /** A light is one program's only: whoever has it lets go of it, and has it back when it could not be tried. */
    private boolean isRed(Session session, SerialProtocol protocol)
            throws Failure, ProblemException, LockedSettingException {
        LightsService lights = session.program().lights(session.folders());
        String id = new PortReport(session.console().words()).idOf(lights, port);
        Optional<AddedLight> before = added(session, id);
        if (before.isPresent()) {
            LightsCommands.forget(session, id);
        }
        try {
            return new RedTrial(session.console()).isRed(lights, id, protocol);
        } catch (Failure | RuntimeException e) {
            if (before.isPresent()) {
                add(session, before.get().protocol());
            }
            throw e;
        }
    }

    private static Optional<AddedLight> added(Session session, String id)
            throws Failure, ProblemException, LockedSettingException {
        ObjectNode answer = LightsCommands.askOrDo(session, LineStarts.ask("ports"), PortReport::list);
        return StreamSupport.stream(answer.path("added").spliterator(), false)
                .map(SerialLightJson::parse)
                .flatMap(Optional::stream)
                .filter(light -> light.id().equals(id))
                .findFirst();
    }
}
