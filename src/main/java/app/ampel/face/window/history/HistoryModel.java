package app.ampel.face.window.history;

import app.ampel.domain.history.Day;
import app.ampel.domain.history.Span;
import app.ampel.domain.history.Stretch;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.history.Archive;
import app.ampel.service.history.HistoryService;
import app.ampel.service.settings.HistorySettings;
import app.ampel.service.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The history page without its looks. One thread. */
public final class HistoryModel {

    /** The days that are offered; the settings file takes others, too. */
    private static final List<Integer> CHOICES = List.of(7, 30, 90, 365);

    /** Of ticks between two looks at what is kept, however fast the demo's clock runs. */
    private static final int FEWEST_TICKS = 5;

    private enum Asked {
        NOTHING,
        TO_ERASE,
        TO_SWITCH_OFF,
        TO_KEEP_LESS
    }

    /** What a new look at what is kept would find something new after. */
    private record Seen(Object account, Object kind, Object last, Object manual) {
        static Seen of(Snapshot now) {
            return new Seen(
                    now.account().profile().map(profile -> profile.objectId()),
                    now.reading().kind(),
                    now.reading().last().map(last -> last.presence()),
                    now.manual().map(manual -> List.of(manual.choice(), manual.state())));
        }
    }

    private final HistoryService history;
    private final Supplier<Instant> now;
    private final Messages words;
    private final Wording wording;
    private final HistoryWords sayings;
    private final Supplier<ZoneId> zone;
    private final Executor thread;
    private final ReadOnlyObjectWrapper<HistoryViewState> viewState = new ReadOnlyObjectWrapper<>();
    private Optional<Seen> seen = Optional.empty();
    private boolean somebody;
    private boolean there;
    private Optional<Archive.Content> content = Optional.empty();
    private List<Day> days = List.of();
    private Stretch stretch = Stretch.of(days);
    private Instant read = Instant.MIN;
    private int reads;
    private int ticks;
    private Asked asked = Asked.NOTHING;
    private int fewer;
    private String notice = "";
    private String trouble = "";

    public HistoryModel(PageContext context, HistoryService history) {
        this.history = history;
        now = context.now();
        words = context.words();
        zone = context.zone();
        thread = context.thread();
        wording = new Wording(words);
        sayings = new HistoryWords(words);
    }

    /** Null until the first {@link #feed}. */
    public ReadOnlyObjectProperty<HistoryViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    HistoryViewState viewState() {
        return viewState.get();
    }

    /** Something has changed. */
    public void feed(Snapshot now) {
        Optional<Seen> next = Optional.of(Seen.of(now));
        boolean isNew = !next.equals(seen);
        seen = next;
        somebody = now.account().profile().isPresent();
        if (isNew || isOn() == content.isEmpty() || isOld()) {
            read();
        }
        show();
    }

    /** A second has passed. */
    void tick() {
        ticks++;
        if (isOn() && isOld() && ticks >= FEWEST_TICKS) {
            read();
        }
        show();
    }

    private boolean isOld() {
        return !now.get().isBefore(read.plus(Duration.ofMinutes(1)));
    }

    private HistorySettings settings() {
        return history.settings();
    }

    private boolean isOn() {
        return settings().on();
    }

    private void read() {
        ticks = 0;
        read = now.get();
        int mine = ++reads;
        checkFile();
        if (!isOn() || !somebody) {
            content = Optional.empty();
            days = List.of();
            return;
        }
        if (content.isEmpty()) {
            days = Day.of(List.of(), today(), zone.get());
        }
        history.read()
                .whenComplete((found, thrown) -> thread.execute(() -> {
                    if (mine == reads) {
                        if (thrown == null) {
                            accept(found);
                        } else {
                            trouble = wording.of(thrown);
                        }
                        show();
                    }
                }));
    }

    /** Whether anything is kept. The disk may be slow, so this thread does not wait for it. */
    private void checkFile() {
        history.isThere()
                .thenAccept(isThere -> thread.execute(() -> {
                    if (there != isThere) {
                        there = isThere;
                        show();
                    }
                }));
    }

    private void accept(Archive.Content found) {
        content = Optional.of(found);
        LocalDate today = today();
        Instant oldest =
                today.minusDays(settings().days()).atStartOfDay(zone.get()).toInstant();
        List<Span> spans = found.spans().stream()
                .flatMap(span -> span.within(oldest, now.get()).stream())
                .toList();
        days = Day.of(spans, today, zone.get());
        stretch = Stretch.of(days);
        trouble = Stream.concat(
                        found.problem().map(problem -> words.say("ui.history.unwritten")).stream(),
                        found.setAside().map(name -> words.say("ui.history.set-aside", name)).stream())
                .findFirst()
                .orElse("");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now.get(), zone.get());
    }

    void switchOn() {
        done(history.switchOn(), "");
    }

    void askToSwitchOff() {
        ask(Asked.TO_SWITCH_OFF);
    }

    void askToErase() {
        ask(Asked.TO_ERASE);
    }

    /** Asks first where something would be lost by it. */
    void keepFor(int wanted) {
        Instant oldest = now.get().minus(Duration.ofDays(wanted));
        boolean loses = wanted < settings().days()
                && content.stream()
                        .flatMap(it -> it.spans().stream())
                        .anyMatch(it -> it.from().isBefore(oldest));
        fewer = wanted;
        if (loses) {
            ask(Asked.TO_KEEP_LESS);
        } else if (wanted != settings().days()) {
            keepOnlyFor(wanted);
        }
    }

    private void ask(Asked what) {
        asked = what;
        notice = "";
        show();
    }

    /** Leaves everything as it is. */
    void no() {
        ask(Asked.NOTHING);
    }

    void yes() {
        Asked what = asked;
        asked = Asked.NOTHING;
        switch (what) {
            case NOTHING -> show();
            case TO_ERASE -> erase();
            case TO_SWITCH_OFF -> done(history.switchOff(), "");
            case TO_KEEP_LESS -> keepOnlyFor(fewer);
        }
    }

    /** Switches off, and erases as well. */
    void also() {
        if (asked == Asked.TO_SWITCH_OFF) {
            asked = Asked.NOTHING;
            done(history.switchOffAndErase(), words.say("ui.history.erased"));
        }
    }

    private void erase() {
        done(history.erase(), words.say("ui.history.erased"));
    }

    private void keepOnlyFor(int wanted) {
        done(history.keepFor(wanted), "");
    }

    void export(Path file) {
        done(history.export(file), words.say("ui.history.exported", file.toString()));
    }

    /** Says so when it is done, or what was the matter. */
    private void done(CompletableFuture<?> work, String saying) {
        notice = "";
        work.whenComplete((nothing, thrown) -> thread.execute(() -> {
            read();
            notice = thrown == null ? saying : "";
            trouble = thrown == null ? "" : wording.of(thrown);
            show();
        }));
        show();
    }

    private void show() {
        HistorySettings settings = settings();
        boolean seeable = isOn() && somebody && !days.isEmpty();
        Optional<Day> today = seeable ? Optional.of(days.get(0)) : Optional.empty();
        viewState.set(new HistoryViewState(
                settings.on(),
                !settings.on() && !history.isLocked(),
                about(),
                settings.on() ? words.say("ui.history.on", settings.days(), place()) : "",
                today,
                stretch,
                now.get(),
                today.filter(day -> content.isPresent()).map(sayings::totals).orElse(""),
                seeable ? days.subList(1, days.size()) : List.of(),
                there,
                there && somebody,
                settings.days(),
                choices(settings.days()),
                question(),
                notice,
                trouble));
    }

    private String about() {
        if (!isOn()) {
            String off = history.isLocked()
                    ? words.say("ui.history.locked")
                    : words.say("ui.history.off", settings().days(), place());
            return there
                    ? off + " " + words.say("ui.history.off.kept", settings().days())
                    : off;
        }
        return somebody ? "" : words.say("ui.history.nobody");
    }

    private String place() {
        return history.place().toString();
    }

    private static List<Integer> choices(int days) {
        List<Integer> all = new ArrayList<>(CHOICES);
        if (!all.contains(days)) {
            all.add(days);
        }
        return all.stream().sorted().toList();
    }

    private Optional<HistoryViewState.Question> question() {
        return switch (asked) {
            case NOTHING -> Optional.empty();
            case TO_ERASE -> question("ui.history.erase", "");
            case TO_SWITCH_OFF -> question("ui.history.switch-off", words.say("ui.history.switch-off.also"));
            case TO_KEEP_LESS -> question("ui.history.keep-less", "");
        };
    }

    private Optional<HistoryViewState.Question> question(String key, String also) {
        int kept = asked == Asked.TO_KEEP_LESS ? fewer : settings().days();
        return Optional.of(
                new HistoryViewState.Question(words.say(key + ".question", kept), words.say(key + ".yes"), also));
    }
}
