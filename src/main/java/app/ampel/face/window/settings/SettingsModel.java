package app.ampel.face.window.settings;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.TypedTimes;
import app.ampel.face.window.kit.Wording;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.people.PeopleService;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsService;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.settings.Startup;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The settings page without its looks. Every change is saved at once, one after the other; while one is under way the
 * next ones wait. What is shown is what is in force, but for what has not been answered yet. One thread.
 */
final class SettingsModel {

    private static final int CLIENT_ID_SHOWN = 8;
    private static final String STARTUP = "startup";
    private static final String ACCOUNT = "account";
    private static final String RESET = "reset";

    private final PageContext context;
    private final PeopleService people;
    private final SettingsService settings;
    private final Messages words;
    private final Phrases phrases;
    private final ReadOnlyObjectWrapper<SettingsViewState> viewState = new ReadOnlyObjectWrapper<>();
    private final Map<String, UnaryOperator<Settings>> waiting = new LinkedHashMap<>();
    private final Map<String, String> troubles = new HashMap<>();
    private boolean underWay;
    private AccountState account;
    private Optional<Startup> startup = Optional.empty();
    private boolean asksToReset;
    private boolean asksToForget;
    private String forgotten = "";
    private String folderTrouble = "";
    private int answers;

    SettingsModel(PageContext context, PeopleService people) {
        this.context = context;
        this.people = people;
        settings = context.settings();
        words = context.words();
        phrases = new Phrases(words);
        account = context.account().state();
        show();
    }

    ReadOnlyObjectProperty<SettingsViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    SettingsViewState viewState() {
        return viewState.get();
    }

    /** Something has changed, or the page comes up. */
    void feed(Snapshot now) {
        account = now.account();
        show();
    }

    /** Looks how starting with the session stands. */
    void refresh() {
        answer(STARTUP, settings.startup(), this::startup);
    }

    <T> void set(Setting<T> setting, T value) {
        change(setting, before -> value);
    }

    private <T> void change(Setting<T> setting, UnaryOperator<T> change) {
        troubles.remove(setting.id());
        UnaryOperator<Settings> mine =
                user -> setting.with().apply(user, change.apply(setting.of().apply(user)));
        waiting.merge(setting.id(), mine, (first, second) -> user -> second.apply(first.apply(user)));
        next();
    }

    private void next() {
        if (underWay || waiting.isEmpty()) {
            show();
            return;
        }
        String id = waiting.keySet().iterator().next();
        underWay = true;
        settings.change(waiting.remove(id))
                .whenComplete((inForce, thrown) -> context.thread().execute(() -> {
                    underWay = false;
                    note(id, thrown);
                    next();
                }));
    }

    /** What was typed for it is nothing that can be set. */
    void misread(Setting<?> setting) {
        troubles.put(setting.id(), words.say("ui.settings.misread." + (isTimeOfDay(setting) ? "time" : "span")));
        answers++;
        show();
    }

    private static boolean isTimeOfDay(Setting<?> setting) {
        return setting == Setting.START || setting == Setting.END;
    }

    /** Whether that is a working day. */
    void work(DayOfWeek day, boolean works) {
        change(Setting.DAYS, before -> {
            Set<DayOfWeek> days = new HashSet<>(before);
            days.remove(day);
            days.addAll(works ? Set.of(day) : Set.of());
            return days;
        });
    }

    /** Offers one more span in the menus; false when {@code typed} is none. */
    boolean offer(String typed) {
        Optional<Duration> span = span(typed);
        span.ifPresentOrElse(
                more -> change(
                        Setting.OFFERED,
                        before ->
                                Stream.concat(before.stream(), Stream.of(more)).toList()),
                () -> misread(Setting.OFFERED));
        return span.isPresent();
    }

    void offerNoMore(Duration span) {
        change(
                Setting.OFFERED,
                before -> before.stream().filter(it -> !it.equals(span)).toList());
    }

    /** A span that a status may last. */
    static Optional<Duration> span(String typed) {
        return TypedTimes.span(typed)
                .filter(span ->
                        span.compareTo(StatusDefaults.SHORTEST) >= 0 && span.compareTo(StatusDefaults.LONGEST) <= 0);
    }

    void startWithSession(boolean on) {
        answer(STARTUP, settings.startWithSession(on), this::startup);
    }

    private void startup(Startup now) {
        startup = Optional.of(now);
    }

    void signOut() {
        answer(ACCOUNT, context.account().signOut(), now -> {});
    }

    /** Asks whether everything is to be set back, or no longer. */
    void askToReset(boolean asks) {
        asksToReset = asks;
        troubles.remove(RESET);
        show();
    }

    void reset() {
        asksToReset = false;
        answer(RESET, settings.reset(), nothing -> {});
    }

    void undoReset() {
        answer(RESET, settings.undoReset(), nothing -> {});
    }

    /** Asks whether what is kept of others is to be erased, or no longer. */
    void askToForgetPeople(boolean asks) {
        asksToForget = asks;
        forgotten = "";
        show();
    }

    void forgetPeople() {
        asksToForget = false;
        answer(
                "people",
                people.lists().forgetEverything(),
                nothing -> forgotten = words.say("ui.settings.people.forgotten"));
    }

    void openFolder() {
        answer(
                "file",
                context.window().openHome(),
                opened -> folderTrouble = opened ? "" : words.say("ui.settings.file.not-opened"));
    }

    private <T> void answer(String id, CompletableFuture<T> answer, Consumer<T> took) {
        troubles.remove(id);
        answer.whenComplete((value, thrown) -> context.thread().execute(() -> {
            if (thrown == null) {
                took.accept(value);
            }
            note(id, thrown);
            show();
        }));
    }

    private void note(String id, Throwable thrown) {
        answers++;
        if (thrown != null) {
            troubles.put(id, sentence(thrown));
        }
    }

    private String sentence(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof LockedSettingException locked
                ? locked.say(words)
                : new Wording(words).of(Wording.problem(cause));
    }

    /** Not while something is under way: a control would jump back and forth. */
    private void show() {
        if (!underWay) {
            viewState.set(new SettingsViewState(
                    settings.settings(),
                    troubles,
                    locked(),
                    settings.shortestPoll()
                            .map(phrases::span)
                            .map(span -> words.say("ui.settings.poll.shortest", span)),
                    startup,
                    lines(),
                    account.profile().isPresent(),
                    resetFace(),
                    new SettingsViewState.Forgetting(asksToForget, forgotten),
                    new SettingsViewState.Place(settings.file().toString(), folderTrouble),
                    answers));
        }
    }

    private Map<String, String> locked() {
        return Setting.all()
                .filter(setting -> settings.isLocked(setting.key()))
                .collect(Collectors.toMap(Setting::id, setting -> words.say("ui.settings.locked")));
    }

    private List<SettingsViewState.Line> lines() {
        List<SettingsViewState.Line> lines = new ArrayList<>();
        Optional<Profile> profile = account.profile();
        String nobody = words.say("ui.settings.account.nobody");
        line(
                lines,
                "who",
                profile.map(it -> words.say("ui.account", tame(it.name()), tame(it.username())))
                        .or(() -> Optional.of(nobody)));
        line(lines, "organisation", profile.map(Profile::organisation).map(SettingsModel::tame));
        Optional<Registration> registration = context.account().registration();
        line(
                lines,
                "tenant",
                profile.map(Profile::tenantId)
                        .or(() -> registration.map(Registration::tenant))
                        .map(SettingsModel::tame));
        line(lines, "client-id", registration.map(Registration::clientId).map(SettingsModel::shortened));
        line(
                lines,
                "granted",
                profile.map(
                        it -> it.scopes().stream().sorted().map(phrases::scope).collect(Collectors.joining("\n"))));
        return lines;
    }

    private void line(List<SettingsViewState.Line> lines, String word, Optional<String> text) {
        text.ifPresent(it -> lines.add(new SettingsViewState.Line(words.say("ui.settings.account." + word), it)));
    }

    private static String tame(String text) {
        return Phrases.tame(text);
    }

    private static String shortened(String id) {
        return id.length() <= CLIENT_ID_SHOWN + 1 ? id : id.substring(0, CLIENT_ID_SHOWN) + "\u2026";
    }

    private SettingsViewState.Reset resetFace() {
        Optional<SettingsStore.Before> last = settings.lastReset();
        String done = last.map(before -> before.kept()
                        .map(kept -> words.say("ui.settings.reset.kept", kept.getFileName()))
                        .orElseGet(() -> words.say("ui.settings.reset.done")))
                .orElse("");
        return new SettingsViewState.Reset(asksToReset, troubles.getOrDefault(RESET, done), last.isPresent());
    }
}
