package app.ampel.face.window.colours;

import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.face.window.kit.Action;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Ticker;
import app.ampel.face.window.kit.Wording;
import app.ampel.service.settings.LoadedScheme;
import app.ampel.service.settings.LooksService;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsService;
import app.ampel.service.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The page of colours without its looks. Every change is saved at once and can be undone. One thread. */
public final class ColoursModel {

    private static final int MOST_UNDONE = 100;
    private static final int MOST_NOTES = 3;

    /** What is undone and redone: nothing else in the settings. */
    private record Chosen(String usual, Optional<Scheme> own) {

        static Chosen of(Rules rules) {
            return new Chosen(rules.usual(), rules.own());
        }

        Rules over(Rules rules) {
            return new Rules(usual, own, rules.whenLocked(), rules.outOfHours());
        }

        Scheme scheme() {
            return usual.equals(Rules.OWN)
                    ? own.orElseThrow()
                    : Schemes.named(usual).orElseThrow();
        }
    }

    private final SettingsService settings;
    private final LooksService looks;
    private final Consumer<Optional<LightCommand>> lights;
    private final Messages words;
    private final Executor thread;
    private final ColoursViewStates viewStates;
    private final Wording wording;
    private final ReadOnlyObjectWrapper<ColoursViewState> viewState = new ReadOnlyObjectWrapper<>();
    private final Deque<Chosen> undo = new ArrayDeque<>();
    private final Deque<Chosen> redo = new ArrayDeque<>();
    private Chosen chosen;
    private Chosen saved;
    private boolean saving;
    private Optional<PresenceKind> open = Optional.empty();
    private Optional<LightCommand> tried = Optional.empty();
    private String lastEdit = "";
    private String info = "";
    private String notice = "";
    private Duration played = Duration.ZERO;

    /** @param lights show that for a while, all of them, whatever they should show; empty: no longer */
    public ColoursModel(PageContext context, Consumer<Optional<LightCommand>> lights) {
        settings = context.settings();
        looks = context.looks();
        this.lights = lights;
        words = context.words();
        thread = context.thread();
        viewStates = new ColoursViewStates(words);
        wording = new Wording(words);
        chosen = Chosen.of(settings.settings().rules());
        saved = chosen;
        refresh();
    }

    public ReadOnlyObjectProperty<ColoursViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    public ColoursViewState viewState() {
        return viewState.get();
    }

    /** Something has changed, perhaps the settings. */
    public void feed() {
        Chosen now = Chosen.of(settings.settings().rules());
        if (!saving && !now.equals(saved)) {
            saved = now;
            chosen = now;
            lastEdit = "";
        }
        refresh();
    }

    /** {@link Ticker#OF_EFFECTS} has passed. */
    public void tick() {
        played = played.plus(Ticker.OF_EFFECTS);
        refresh();
    }

    /** Whether a lamp changes by time alone. */
    public boolean isMoving() {
        return !looks.isMotionReduced()
                && viewState().rows().stream().anyMatch(row -> row.shown().effect() != Effect.SOLID);
    }

    /** Puts a scheme in force; the user's own begins as what was in force before. */
    public void choose(String name) {
        Optional<Scheme> own = name.equals(Rules.OWN) ? chosen.own().or(() -> Optional.of(own(shows()))) : chosen.own();
        become(new Chosen(name, own), "", "");
    }

    /** Begins to change what a kind shows, or ends it; meanwhile the real lights show it. */
    public void open(PresenceKind kind) {
        boolean isOpen = open.equals(Optional.of(kind));
        leave();
        if (!isOpen) {
            open = Optional.of(kind);
            preview();
        }
        refresh();
    }

    /** Nothing is being changed any more, and the real lights are right again. */
    public void leave() {
        if (open.isPresent()) {
            lights.accept(Optional.empty());
        }
        open = Optional.empty();
        tried = Optional.empty();
        lastEdit = "";
        refresh();
    }

    /** Shows a change of the open row without keeping it: a slider is being dragged. */
    public void tryOut(UnaryOperator<LightCommand> change) {
        open.ifPresent(kind -> {
            tried = Optional.of(change.apply(chosen.scheme().shows().get(kind)));
            preview();
            refresh();
        });
    }

    /**
     * Changes the open row.
     *
     * @param by what it is done with: several changes by the same slider are undone together; empty: each alone
     */
    public void edit(UnaryOperator<LightCommand> change, String by) {
        tried = Optional.empty();
        open.ifPresent(kind -> {
            Map<PresenceKind, LightCommand> shows = chosen.scheme().shows();
            LightCommand after = change.apply(shows.get(kind));
            if (!after.equals(shows.put(kind, after))) {
                become(new Chosen(Rules.OWN, Optional.of(own(shows))), by, becameOwn());
            }
            preview();
            refresh();
        });
    }

    private static Scheme own(Map<PresenceKind, LightCommand> shows) {
        return Scheme.of(Rules.OWN, shows);
    }

    private String becameOwn() {
        if (!chosen.usual().equals(Rules.OWN)) {
            String from = viewStates.scheme(chosen.usual());
            return words.say(chosen.own().isPresent() ? "ui.colours.own-replaced" : "ui.colours.own-begun", from);
        }
        return chosen.scheme().isByKind() ? "" : words.say("ui.colours.rules-replaced");
    }

    public void undo() {
        step(undo, redo);
    }

    public void redo() {
        step(redo, undo);
    }

    private void step(Deque<Chosen> from, Deque<Chosen> to) {
        if (!from.isEmpty()) {
            to.push(chosen);
            chosen = from.pop();
            lastEdit = "";
            say("", "");
            save();
            open.ifPresent(kind -> preview());
        }
    }

    private void become(Chosen next, String by, String what) {
        if (next.equals(chosen)) {
            return;
        }
        if (by.isEmpty() || !by.equals(lastEdit)) {
            undo.push(chosen);
        }
        if (undo.size() > MOST_UNDONE) {
            undo.removeLast();
        }
        lastEdit = by;
        redo.clear();
        chosen = next;
        say(what, "");
        save();
    }

    /** One at a time, the newest last. */
    private void save() {
        if (saving || chosen.equals(saved)) {
            return;
        }
        saving = true;
        Chosen target = chosen;
        settings.change(all -> all.withRules(target.over(all.rules())))
                .whenComplete((settings, thrown) -> thread.execute(() -> saved(target, settings, thrown)));
    }

    private void saved(Chosen target, Settings settings, Throwable thrown) {
        saving = false;
        if (thrown == null) {
            saved = Chosen.of(settings.rules());
            chosen = chosen.equals(target) ? saved : chosen;
            save();
            refresh();
        } else {
            chosen = saved;
            undo.removeIf(saved::equals);
            redo.clear();
            say("", wording.of(Wording.problem(thrown)));
        }
    }

    /** Takes the scheme in a file for the user's own. */
    public void importFrom(Path file) {
        settings.readScheme(file)
                .whenComplete((loaded, thrown) -> thread.execute(() -> {
                    if (thrown != null) {
                        say("", wording.of(Wording.problem(thrown)));
                    } else {
                        imported(file, loaded);
                    }
                }));
    }

    private void imported(Path file, LoadedScheme loaded) {
        if (loaded.scheme().isEmpty()) {
            String wrong = loaded.notes().stream()
                    .limit(MOST_NOTES)
                    .map(note -> note.say(words))
                    .collect(Collectors.joining("\n"));
            say("", words.say("ui.colours.not-imported") + "\n" + wrong);
            return;
        }
        leave();
        Chosen next = new Chosen(Rules.OWN, loaded.scheme());
        String what = words.say("ui.colours.imported", name(file));
        become(next, "", what);
        say(what, "");
    }

    /** Writes the scheme in force into a file. */
    public void exportTo(Path file) {
        settings.writeScheme(file, chosen.scheme())
                .whenComplete((done, thrown) -> thread.execute(() -> say(
                        thrown == null ? words.say("ui.colours.exported", name(file)) : "",
                        thrown == null ? "" : wording.of(Wording.problem(thrown)))));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void preview() {
        open.map(kind -> shows().get(kind))
                .map(it -> looks.isMotionReduced() ? LightCommand.solid(it.colour()) : it)
                .ifPresent(it -> lights.accept(Optional.of(it)));
    }

    /** With what is being tried out. */
    private Map<PresenceKind, LightCommand> shows() {
        Map<PresenceKind, LightCommand> shows = chosen.scheme().shows();
        open.ifPresent(kind -> tried.ifPresent(command -> shows.put(kind, command)));
        return shows;
    }

    private void say(String what, String wrong) {
        info = what;
        notice = wrong;
        refresh();
    }

    private void refresh() {
        Map<PresenceKind, LightCommand> shows = shows();
        boolean isOwn = chosen.usual().equals(Rules.OWN);
        ColoursViewState fresh = new ColoursViewState(
                viewStates.cards(chosen.usual(), chosen.own()),
                viewStates.rows(shows, open, played, looks.isMotionReduced()),
                action("undo").enabled(!undo.isEmpty(), words.say("ui.colours.undo.nothing")),
                action("redo").enabled(!redo.isEmpty(), words.say("ui.colours.redo.nothing")),
                told(isOwn),
                isOwn ? viewStates.hints(shows) : List.of(),
                notice);
        if (!fresh.equals(viewState.get())) {
            viewState.set(fresh);
        }
    }

    private Action action(String word) {
        return Action.of(words.say("ui.colours." + word), words.say("ui.colours." + word + ".hint"));
    }

    private String told(boolean isOwn) {
        if (!info.isEmpty()) {
            return info;
        }
        if (isOwn && !chosen.scheme().isByKind()) {
            return words.say("ui.colours.by-rules");
        }
        return looks.isMotionReduced() ? words.say("ui.colours.calm") : "";
    }
}
