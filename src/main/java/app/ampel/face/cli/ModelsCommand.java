package app.ampel.face.cli;

import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.UsbId;
import app.ampel.face.control.ExitCode;
import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "models")
final class ModelsCommand implements Callable<Integer> {

    private static final int EFFECTS = Effect.values().length - 1;

    private final AmpelCommand ampel;

    @Option(names = "--json", descriptionKey = "ampel.lights.models.json")
    private boolean json;

    ModelsCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        Console console = session.console();
        List<LightModel> models = session.program().models();
        if (json) {
            console.print(Json.line(json(models)));
        } else {
            models.forEach(model -> {
                console.print(title(model, console));
                console.print("    " + String.join(" ", sentences(model, console)));
            });
        }
        return ExitCode.OK;
    }

    private static ArrayNode json(List<LightModel> models) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (LightModel model : models) {
            ObjectNode one = array.addObject().put("key", model.key()).put("name", model.name());
            ArrayNode ids = one.putArray("ids");
            model.ids().stream().map(UsbId::toString).forEach(ids::add);
            one.put("transport", model.transport().word())
                    .put("confidence", model.confidence().word())
                    .put("untried", model.confidence().isUntried());
            ArrayNode effects = one.putArray("ownEffects");
            model.ownEffects().stream().map(Effect::word).forEach(effects::add);
            one.put("darkAfter", model.darkAfter().map(Duration::toString).orElse(null))
                    .put("keepsColour", model.darkAfter().isEmpty())
                    .put("button", model.button().isPresent());
        }
        return array;
    }

    private static String title(LightModel model, Console console) {
        String how = Stream.concat(
                        Stream.of(console.say(
                                "models.transport." + model.transport().word())),
                        model.ids().stream().map(UsbId::toString))
                .collect(Collectors.joining(", "));
        return console.say("models.title", console.strong(model.key()), model.name(), how);
    }

    private static List<String> sentences(LightModel model, Console console) {
        List<String> sentences = new ArrayList<>();
        sentences.add(effects(model.ownEffects(), console));
        sentences.add(model.darkAfter()
                .map(time -> console.say("models.dark-after", time.toSeconds()))
                .orElseGet(() -> console.say("models.keeps-colour")));
        if (model.button().isPresent()) {
            sentences.add(console.say("models.button"));
        }
        if (model.confidence().isUntried()) {
            sentences.add(console.say("models.untried." + model.confidence().word()));
        }
        return sentences;
    }

    private static String effects(Set<Effect> own, Console console) {
        if (own.isEmpty()) {
            return console.say("models.effects.none");
        }
        return own.size() == EFFECTS
                ? console.say("models.effects.all")
                : console.say(
                        "models.effects.some",
                        own.stream()
                                .map(effect -> console.say("models.effect." + effect.word()))
                                .collect(Collectors.joining(", ")));
    }
}
