package app.ampel.face.window.lights;

import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightState;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Ticker;
import app.ampel.face.window.kit.Wording;
import app.ampel.service.lights.LightChange;
import app.ampel.service.lights.LightsService;
import app.ampel.service.overview.Overview;
import app.ampel.service.settings.LooksService;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsService;
import app.ampel.service.text.Messages;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The page of lights without its looks: a face to draw, and the verbs behind its controls. One thread. */
final class LightsModel {

    /** What a notice is about when it is about no light, or about all that may not be opened. */
    private static final String NONE = "";

    private static final String RULES = "rules";

    private static final LightCommand WHITE = LightCommand.solid(Colour.WHITE);

    /** Three flashes, see {@link app.ampel.service.lights.manager.ManagedLights#identify}. */
    private static final Duration IDENTIFIES_FOR = Duration.ofMillis(2500);

    private final SettingsService settings;
    private final LooksService looks;
    private final LightsService service;
    private final Messages words;
    private final LightsViewStates viewStates;
    private final LightPictures pictures;
    private final Executor thread;
    private final ReadOnlyObjectWrapper<LightsViewState> viewState = new ReadOnlyObjectWrapper<>(
            new LightsViewState(List.of(), "", List.of(), Optional.empty(), "", false, false));
    private final Deque<Forgotten> forgotten = new ArrayDeque<>();
    private final Map<String, Duration> identifying = new HashMap<>();
    private List<LightState> lights = List.of();
    private String notice = "";
    private String noticeAbout = NONE;
    private boolean white;
    private boolean installing;
    private boolean trying;

    LightsModel(PageContext context, LightsService service) {
        settings = context.settings();
        looks = context.looks();
        this.service = service;
        words = context.words().onScreen();
        viewStates = new LightsViewStates(words, context.zone());
        pictures = new LightPictures(looks::isMotionReduced);
        thread = context.thread();
    }

    ReadOnlyObjectProperty<LightsViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    LightsViewState viewState() {
        return viewState.get();
    }

    void feed(Overview now) {
        lights = now.lights();
        refresh();
    }

    private void refresh() {
        Settings now = settings.settings();
        forgotten.removeIf(card -> card.light().isBack(now));
        List<LightsViewState.Card> cards =
                lights.stream().map(light -> card(light, now)).toList();
        pictures.show(cards);
        viewState.set(new LightsViewState(
                cards,
                cards.isEmpty() ? words.say("ui.lights.none") : "",
                viewStates.remembered(lights, now, service::model),
                Optional.ofNullable(forgotten.peek())
                        .map(light -> new LightsViewState.Forgetting(
                                words.say("ui.lights.forgotten", light.title()), light.place())),
                noticeAbout.equals(NONE) ? notice : "",
                white,
                installing));
    }

    private LightsViewState.Card card(LightState light, Settings settings) {
        return viewStates.card(
                light, lights, settings, identifying.containsKey(light.id()), isAbout(light) ? notice : "");
    }

    private boolean isAbout(LightState light) {
        return noticeAbout.equals(light.kind()) || noticeAbout.equals(RULES) && LightsViewStates.isForbidden(light);
    }

    /** How bright the picture of that light is just now, see {@link app.ampel.domain.light.Glow#share}. */
    double glow(String id) {
        return pictures.glow(id);
    }

    /** Whether there is something to do by time alone. */
    boolean isMoving() {
        return white || pictures.isPlaying();
    }

    Duration pace() {
        return pictures.isPlaying() ? Ticker.OF_EFFECTS : Ticker.SECOND;
    }

    /** {@link #pace} has passed. */
    void tick() {
        Duration passed = pace();
        pictures.tick(passed);
        if (!identifying.isEmpty()) {
            identifying.replaceAll((id, since) -> since.plus(passed));
            if (identifying.values().removeIf(since -> since.compareTo(IDENTIFIES_FOR) >= 0)) {
                refresh();
            }
        }
        if (white) {
            // It would end by itself, and somebody may still look at it.
            service.preview(WHITE);
        }
    }

    void identify(String id) {
        if (!service.identify(id)) {
            say(kind(id), words.say("ui.lights.unreachable"));
        } else if (!looks.isMotionReduced()) {
            identifying.put(id, Duration.ZERO);
            refresh();
        }
    }

    private String kind(String id) {
        return lights.stream()
                .filter(light -> light.id().equals(id))
                .map(LightState::kind)
                .findFirst()
                .orElse(NONE);
    }

    /** Dark and let go, whatever the others show; or as the others again. */
    void off(String kind, boolean isOff) {
        set(kind, LightChange.off(isOff));
    }

    /** While a slider is dragged: the light follows, nothing is saved. */
    void tryOut(String kind, Adjustment adjustment) {
        trying = true;
        service.tryOut(kind, adjustment);
    }

    void adjust(String kind, Adjustment adjustment) {
        trying = false;
        set(kind, LightChange.adjustment(adjustment));
    }

    /** So that one sees what white looks like on each of them. */
    void showWhite(boolean isWanted) {
        if (white != isWanted) {
            white = isWanted;
            if (isWanted) {
                service.preview(WHITE);
            } else {
                service.endPreview();
            }
            refresh();
        }
    }

    /** Nobody looks any more: the lights are as the settings say. */
    void endTrials() {
        identifying.clear();
        showWhite(false);
        if (trying) {
            trying = false;
            service.endTryOut();
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
            say(kind, words.say("ui.lights.name.wrong"));
            return false;
        }
        set(kind, LightChange.name(name));
        return true;
    }

    /** @param scheme empty: the one in force */
    void follow(String kind, String scheme) {
        set(kind, LightChange.scheme(Optional.of(scheme).filter(name -> !name.isEmpty())));
    }

    /** What a press of its button does from now on. */
    void useButton(String kind, ButtonUse use) {
        set(kind, LightChange.button(use));
    }

    /** The serial light is no light of Ampel's any more; what was said about it alone is forgotten. */
    void forget(String id) {
        List<LightsViewState.Card> cards = viewState().cards();
        IntStream.range(0, cards.size())
                .filter(i -> cards.get(i).id().equals(id))
                .findFirst()
                .ifPresent(i -> forget(id, cards.get(i).kind(), cards.get(i).title(), i));
    }

    /** What is remembered of a light that is not there is forgotten. */
    void forget(LightsViewState.Remembered light) {
        forget(light.kind(), light.kind(), light.text(), viewState().cards().size());
    }

    private void forget(String id, String kind, String title, int place) {
        boolean isThere = lights.stream().anyMatch(it -> it.kind().equals(kind));
        settle(
                service.forget(id, kind),
                isThere ? kind : NONE,
                light -> forgotten.push(new Forgotten(light, title, place)));
    }

    /** The light that was forgotten last is what it was. */
    void giveBack() {
        Optional.ofNullable(forgotten.peek())
                .ifPresent(card -> settle(service.giveBack(card.light()), NONE, after -> forgotten.remove(card)));
    }

    String rules() {
        return service.rules();
    }

    void rulesCopied() {
        say(RULES, words.say("ui.lights.rules.copied"));
    }

    void installRules() {
        if (installing) {
            return;
        }
        installing = true;
        say(RULES, words.say("ui.lights.rules.installing"));
        service.installRules()
                .whenComplete((outcome, failed) -> thread.execute(() -> {
                    installing = false;
                    say(
                            RULES,
                            failed == null
                                    ? words.say("ui.lights.rules." + outcome.word())
                                    : new Wording(words).of(failed));
                }));
    }

    private void set(String kind, LightChange change) {
        settle(service.change(kind, change), kind, after -> {});
    }

    /** @param about what a notice is about when it failed */
    private <T> void settle(CompletableFuture<T> change, String about, Consumer<T> done) {
        change.whenComplete((value, failed) -> thread.execute(() -> {
            if (failed == null) {
                done.accept(value);
                say(NONE, "");
            } else {
                service.endTryOut();
                say(about, new Wording(words).of(failed));
            }
        }));
    }

    /** @param about the kind of a light, {@link #NONE} or {@link #RULES} */
    private void say(String about, String what) {
        noticeAbout = about;
        notice = what;
        refresh();
    }
}
