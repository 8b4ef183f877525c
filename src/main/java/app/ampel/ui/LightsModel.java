package app.ampel.ui;

import app.ampel.core.Snapshot;
import app.ampel.light.AddedLight;
import app.ampel.light.Adjustment;
import app.ampel.light.LightCommand;
import app.ampel.light.LightSetting;
import app.ampel.light.LightSettings;
import app.ampel.light.LightState;
import app.ampel.light.LightState.Condition;
import app.ampel.sentence.Phrases;
import app.ampel.sentence.Sentence;
import app.ampel.settings.Settings;
import app.ampel.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The page of lights without its looks: a face to draw, and the verbs behind its controls. One thread. */
final class LightsModel {

    private static final Set<Condition> FINE = Set.of(Condition.OK, Condition.OFF);

    private final WindowHost host;
    private final Words words;
    private final Sentence sentence;
    private final Executor thread;
    private final ReadOnlyObjectWrapper<LightsFace> face =
            new ReadOnlyObjectWrapper<>(new LightsFace(List.of(), "", "", false, false));
    private List<LightState> lights = List.of();
    private String notice = "";
    private boolean white;
    private boolean installing;
    private boolean trying;

    LightsModel(PageContext context) {
        host = context.host();
        words = context.words().onScreen();
        sentence = new Sentence(words, context.zone());
        thread = context.thread();
    }

    ReadOnlyObjectProperty<LightsFace> faceProperty() {
        return face.getReadOnlyProperty();
    }

    LightsFace face() {
        return face.get();
    }

    void feed(Snapshot now) {
        lights = now.lights();
        look();
    }

    private void look() {
        Settings settings = host.settings();
        List<LightsFace.Card> cards =
                lights.stream().map(light -> card(light, settings)).toList();
        String none = cards.isEmpty() ? words.say("ui.lights.none") : "";
        face.set(new LightsFace(cards, none, notice, white, installing));
    }

    private LightsFace.Card card(LightState light, Settings settings) {
        LightSetting setting = settings.lights().of(light.kind());
        LightCommand shown = setting.adjustment().of(light.shown());
        return new LightsFace.Card(
                light.id(),
                light.kind(),
                Phrases.tame(light.title()),
                light.name().isPresent() ? Phrases.tame(light.model()) : "",
                sentence.how(light),
                light.hint()
                        .map(hint -> words.say(hint.key(), Phrases.tame(hint.argument())))
                        .orElse(""),
                shown,
                !FINE.contains(light.condition()),
                lights.stream()
                                .filter(other -> other.kind().equals(light.kind()))
                                .count()
                        > 1,
                light.condition() == Condition.OK,
                setting.off(),
                setting.adjustment(),
                schemes(setting, settings),
                remedy(light, settings));
    }

    private boolean isShared(String kind) {
        return lights.stream().filter(light -> light.kind().equals(kind)).count() > 1;
    }

    private List<LightsFace.Choice> schemes(LightSetting setting, Settings settings) {
        List<LightsFace.Choice> choices = new ArrayList<>();
        String followed = setting.scheme().orElse("");
        choices.add(new LightsFace.Choice("", words.say("ui.lights.scheme.usual"), followed.isEmpty()));
        settings.rules()
                .all()
                .keySet()
                .forEach(name -> choices.add(
                        new LightsFace.Choice(name, words.say("ui.colours.scheme." + name), followed.equals(name))));
        return choices;
    }

    private static LightsFace.Remedy remedy(LightState light, Settings settings) {
        boolean rules = light.condition() == Condition.NO_PERMISSION
                && light.hint()
                        .filter(hint -> hint.key().equals("light.hint.udev"))
                        .isPresent();
        boolean added = settings.serialLights().stream().map(AddedLight::id).anyMatch(light.id()::equals);
        return rules ? LightsFace.Remedy.RULES : added ? LightsFace.Remedy.FORGET : LightsFace.Remedy.NONE;
    }

    void identify(String id) {
        if (!host.lights().identify(id)) {
            say(words.say("ui.lights.unreachable"));
        }
    }

    /** Dark and let go, whatever the others show; or as the others again. */
    void off(String kind, boolean isOff) {
        set(kind, setting -> setting.withOff(isOff));
    }

    /** While a slider is dragged: the light follows, nothing is saved. */
    void tryOut(String kind, Adjustment adjustment) {
        trying = true;
        LightSettings now = host.settings().lights();
        host.lights().tryOut(now.with(kind, now.of(kind).with(adjustment)));
    }

    void adjust(String kind, Adjustment adjustment) {
        trying = false;
        set(kind, setting -> setting.with(adjustment));
    }

    /** So that one sees what white looks like on each of them. */
    void showWhite(boolean isWanted) {
        if (white != isWanted) {
            white = isWanted;
            host.lights().showWhite(isWanted);
            look();
        }
    }

    /** It would end by itself, and somebody may still look at it. */
    void tick() {
        if (white) {
            host.lights().showWhite(true);
        }
    }

    /** Nobody looks any more: the lights are as the settings say. */
    void endTrials() {
        showWhite(false);
        if (trying) {
            trying = false;
            host.lights().tryOut(host.settings().lights());
        }
    }

    /**
     * What it is called from now on; blank: by its model.
     *
     * @return false when that is no name
     */
    boolean name(String kind, String text) {
        Optional<String> name = LightSetting.name(text);
        if (name.isEmpty() && !text.isBlank()) {
            say(words.say("ui.lights.name.wrong"));
            return false;
        }
        set(kind, setting -> setting.withName(name));
        return true;
    }

    /** @param scheme empty: the one in force */
    void follow(String kind, String scheme) {
        set(kind, setting -> setting.following(Optional.of(scheme).filter(name -> !name.isEmpty())));
    }

    /** The serial light is no light of Ampel's any more; what was said about it alone is forgotten. */
    void forget(String id, String kind) {
        change(settings -> settings.withSerialLights(settings.serialLights().stream()
                        .filter(light -> !light.id().equals(id))
                        .toList())
                .withLights(
                        isShared(kind) ? settings.lights() : settings.lights().with(kind, LightSetting.DEFAULT)));
    }

    String rules() {
        return host.lights().rules();
    }

    void installRules() {
        if (installing) {
            return;
        }
        installing = true;
        say(words.say("ui.lights.rules.installing"));
        host.lights()
                .installRules()
                .whenComplete((key, failed) -> thread.execute(() -> {
                    installing = false;
                    say(failed == null ? words.say(key) : new Wording(words).of(failed));
                }));
    }

    private void set(String kind, UnaryOperator<LightSetting> change) {
        change(settings -> settings.withLights(
                settings.lights().with(kind, change.apply(settings.lights().of(kind)))));
    }

    private void change(UnaryOperator<Settings> change) {
        host.change(change)
                .whenComplete((settings, failed) -> thread.execute(() -> {
                    if (failed == null) {
                        say("");
                    } else {
                        host.lights().tryOut(host.settings().lights());
                        say(new Wording(words).of(failed));
                    }
                }));
    }

    private void say(String what) {
        notice = what;
        look();
    }
}
