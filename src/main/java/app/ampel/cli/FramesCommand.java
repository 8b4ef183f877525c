package app.ampel.cli;

import app.ampel.json.Json;
import app.ampel.light.Effect;
import app.ampel.light.LightCommand;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
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

    @Option(names = "--effect", paramLabel = "EFFECT", descriptionKey = "ampel.light.effect")
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
        Effect how = effect == null ? Effect.SOLID : values.effect(effect);
        LightCommand command =
                colour.equals("off") ? LightCommand.OFF : new LightCommand(values.colour(colour, List.of("off")), how);
        List<String> models = session.program().models();
        if (!models.contains(model)) {
            throw Failure.usage(Complaints.unknown(console.words(), "cli.wrong-model", model, models));
        }
        List<Frame> frames = session.program().frames(model, command);
        if (json) {
            console.print(Json.line(json(command, frames)));
        } else {
            frames.forEach(frame -> console.print(line(frame, console)));
        }
        return ExitCode.OK;
    }

    private ObjectNode json(LightCommand command, List<Frame> frames) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("model", model);
        node.put("colour", command.colour().toString());
        node.put("effect", command.effect().word());
        ArrayNode array = node.putArray("frames");
        for (Frame frame : frames) {
            ObjectNode one = array.addObject();
            one.put("transport", frame.transport().word());
            one.put("bytes", frame.bytes());
            frame.repeated().map(Duration::toString).ifPresent(every -> one.put("every", every));
        }
        return node;
    }

    private static String line(Frame frame, Console console) {
        String bytes = frame.bytes().replaceAll("(..)(?!$)", "$1 ");
        String line = frame.transport().word() + "  " + bytes;
        Optional<String> every = frame.repeated().map(Duration::toString);
        return every.map(time -> line + "  " + console.say("cli.frame-every", time))
                .orElse(line);
    }
}
