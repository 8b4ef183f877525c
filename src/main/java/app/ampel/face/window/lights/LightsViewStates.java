package app.ampel.face.window.lights;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.service.settings.Settings;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import app.ampel.service.text.Sentence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The words and pictures of the page of lights. Pure. */
final class LightsViewStates {

    /** What a light does when it is to be found. */
    static final LightCommand IDENTIFYING = new LightCommand(Colour.WHITE, Effect.BLINK);

    private static final Set<Condition> FINE = Set.of(Condition.OK, Condition.OFF);

    private final Messages words;
    private final Sentence sentence;
    private final Phrases phrases;

    LightsViewStates(Messages words, Supplier<ZoneId> zone) {
        this.words = words;
        sentence = new Sentence(words, zone);
        phrases = new Phrases(words);
    }

    /**
     * @param identifying whether it is blinking to be found
     * @param notice what there is to say about it
     */
    LightsViewState.Card card(
            LightState light, List<LightState> all, Settings settings, boolean identifying, String notice) {
        LightSetting setting = settings.lights().of(light.kind());
        Optional<Template> template = template(light, settings);
        LightCommand told = template.map(it -> it.heard(light.shown())).orElse(light.shown());
        LightCommand shown = identifying ? IDENTIFYING : setting.adjustment().of(told);
        boolean isOk = light.condition() == Condition.OK;
        return new LightsViewState.Card(
                light.id(),
                light.kind(),
                Phrases.tame(light.title()),
                light.name().isPresent() ? Phrases.tame(light.model()) : "",
                isOk ? phrases.command(identifying ? IDENTIFYING : told) : sentence.how(light),
                light.hint()
                        .map(hint -> words.say(hint.key(), Phrases.tame(hint.argument())))
                        .orElse(""),
                notice,
                shown,
                !FINE.contains(light.condition()),
                isShared(light.kind(), all),
                isOk,
                setting.off(),
                setting.adjustment(),
                schemes(setting, settings),
                template.map(this::effects).orElse(""),
                light.hasButton() ? Optional.of(setting.button()) : Optional.empty(),
                remedy(light, settings));
    }

    static boolean isShared(String kind, List<LightState> all) {
        return all.stream().filter(light -> light.kind().equals(kind)).count() > 1;
    }

    private List<LightsViewState.Choice> schemes(LightSetting setting, Settings settings) {
        List<LightsViewState.Choice> choices = new ArrayList<>();
        String followed = setting.scheme().orElse("");
        choices.add(new LightsViewState.Choice("", words.say("ui.lights.scheme.usual"), followed.isEmpty()));
        settings.rules()
                .all()
                .keySet()
                .forEach(name -> choices.add(new LightsViewState.Choice(
                        name, words.say("ui.colours.scheme." + name), followed.equals(name))));
        return choices;
    }

    private static Optional<Template> template(LightState light, Settings settings) {
        return settings.serialLights().stream()
                .filter(added -> added.id().equals(light.id()))
                .flatMap(added -> added.protocol().asTemplate().stream())
                .findFirst();
    }

    /** What becomes of effects on a light that is told texts of the user's own; empty: they are played on it. */
    String effects(Template template) {
        if (template.texts().anyMatch(LineTemplate::hasEffect)) {
            return words.say("ui.lights.effects.own-speed");
        }
        return template.texts().allMatch(LineTemplate::hasChannels) ? "" : words.say("ui.lights.effects.none");
    }

    /** Whether the rules for USB lights would let the user at it. */
    static boolean isForbidden(LightState light) {
        return light.condition() == Condition.NO_PERMISSION
                && light.hint()
                        .filter(hint -> hint.key().equals("light.hint.udev"))
                        .isPresent();
    }

    private static LightsViewState.Remedy remedy(LightState light, Settings settings) {
        boolean added = settings.serialLights().stream().map(AddedLight::id).anyMatch(light.id()::equals);
        return isForbidden(light)
                ? LightsViewState.Remedy.RULES
                : added ? LightsViewState.Remedy.FORGET : LightsViewState.Remedy.NONE;
    }

    /**
     * Lights that something is remembered of and that are not there, by their names.
     *
     * @param model the name of the model that such a setting belongs to
     */
    List<LightsViewState.Remembered> remembered(
            List<LightState> there, Settings settings, Function<String, Optional<String>> model) {
        Set<String> kinds = there.stream().map(LightState::kind).collect(Collectors.toSet());
        return settings.lights().each().entrySet().stream()
                .filter(entry -> !kinds.contains(entry.getKey()))
                .flatMap(entry -> model.apply(entry.getKey()).stream()
                        .map(name -> new LightsViewState.Remembered(
                                entry.getKey(), called(entry.getValue(), Phrases.tame(name)))))
                .toList();
    }

    private String called(LightSetting setting, String model) {
        return setting.name()
                .map(name -> words.say("sentence.light.named", Phrases.tame(name), model))
                .orElse(model);
    }
}
