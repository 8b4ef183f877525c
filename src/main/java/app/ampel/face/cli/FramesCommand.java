package app.ampel.face.cli;

import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Report;
import app.ampel.face.control.Complaints;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.face.control.Values;
import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "frames")
final class FramesCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Parameters(index = "0", paramLabel = "MODEL", descriptionKey = "ampel.lights.frames.model")
    private String model;

    @Parameters(index = "1", paramLabel = "COLOUR", descriptionKey = "ampel.lights.frames.colour")
    private String colour;

    @Option(
            names = "--effect",
            paramLabel = "EFFECT",
            completionCandidates = Candidates.Effects.class,
            descriptionKey = "ampel.light.effect")
    private String effect;

    @Option(names = "--json", descriptionKey = "ampel.lights.frames.json")
    private boolean json;

    FramesCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        Console console = session.console();
        Values values = new Values(console.words());
        Effect how = values.effect(colour, Optional.ofNullable(effect), List.of("off"));
        LightCommand command =
                colour.equals("off") ? LightCommand.OFF : new LightCommand(values.colour(colour, List.of("off")), how);
        List<Report> reports = model(session).encode(command).reports();
        if (json) {
            console.print(Json.line(json(reports)));
        } else {
            reports.forEach(report -> console.print(line(report, console)));
        }
        return ExitCode.OK;
    }

    private LightModel model(Session session) throws Failure {
        CommandPorts program = session.program();
        return program.model(model)
                .orElseThrow(() -> Failure.usage(Complaints.unknown(
                        session.console().words(),
                        "cli.wrong-model",
                        model,
                        program.models().stream().map(LightModel::key).sorted().toList())));
    }

    private static ArrayNode json(List<Report> reports) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Report report : reports) {
            ObjectNode one = array.addObject();
            one.put("transport", report.transport().word());
            report.reportId().ifPresentOrElse(id -> one.put("reportId", id), () -> one.putNull("reportId"));
            one.put("payloadHex", report.hex());
        }
        return array;
    }

    private static String line(Report report, Console console) {
        String bytes = report.hex().replaceAll("(..)(?!$)", "$1 ");
        return report.reportId().isPresent()
                ? console.say(
                        "cli.frame-with-id",
                        report.transport().word(),
                        report.reportId().getAsInt(),
                        bytes)
                : console.say("cli.frame", report.transport().word(), bytes);
    }
}
