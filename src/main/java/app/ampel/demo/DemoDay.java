package app.ampel.demo;

import static app.ampel.domain.presence.Availability.AVAILABLE;
import static app.ampel.domain.presence.Availability.AVAILABLE_IDLE;
import static app.ampel.domain.presence.Availability.AWAY;
import static app.ampel.domain.presence.Availability.BE_RIGHT_BACK;
import static app.ampel.domain.presence.Availability.BUSY;
import static app.ampel.domain.presence.Availability.BUSY_IDLE;
import static app.ampel.domain.presence.Availability.DO_NOT_DISTURB;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.status.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A working day as data, the same every day for ever: what Teams says when, and what the person does in Ampel. Pure; all
 * times are local times of one zone. At one minute a second everything that Ampel does has been seen by 10:00, about a
 * minute after {@link #START}.
 */
public final class DemoDay implements Teams {

    /** When a demo begins: signed in by 09:00, and something happens right after. */
    public static final LocalTime START = LocalTime.of(8, 55);

    private static final Activity INACTIVE = Activity.INACTIVE;
    private static final Activity OOO = Activity.OUT_OF_OFFICE;

    /** In the order of the day; the last one goes on over midnight. */
    private static final List<Scene> SCENES = List.of(
            scene("06:45", "early-mail", AVAILABLE, Activity.AVAILABLE, WorkLocation.REMOTE),
            gone("07:20", "way-to-work", false, WorkLocation.UNSPECIFIED),
            scene("08:30", "at-the-desk", AVAILABLE, Activity.AVAILABLE, WorkLocation.OFFICE),
            scene("09:01", "stand-up", BUSY, Activity.IN_A_MEETING, WorkLocation.OFFICE),
            scene("09:08", "stand-up-over", AVAILABLE, Activity.AVAILABLE, WorkLocation.OFFICE),
            scene("09:28", "colleague-calls", BUSY, Activity.IN_A_CALL, WorkLocation.OFFICE),
            scene("09:34", "hung-up", AVAILABLE, Activity.AVAILABLE, WorkLocation.OFFICE),
            scene("09:52", "coffee", BE_RIGHT_BACK, Activity.BE_RIGHT_BACK, WorkLocation.OFFICE),
            scene("09:56", "back", AVAILABLE, Activity.AVAILABLE, WorkLocation.OFFICE),
            scene("10:00", "weekly", BUSY, Activity.IN_A_MEETING, WorkLocation.OFFICE),
            scene("10:25", "presents", DO_NOT_DISTURB, Activity.PRESENTING, WorkLocation.OFFICE),
            scene("10:45", "weekly-over", AVAILABLE, Activity.AVAILABLE, WorkLocation.OFFICE),
            scene("10:58", "reads-paper", AVAILABLE_IDLE, INACTIVE, WorkLocation.OFFICE),
            scene("11:10", "booked", BUSY, Activity.BUSY, WorkLocation.OFFICE),
            scene("11:20", "customer-call", BUSY, Activity.IN_A_CONFERENCE_CALL, WorkLocation.OFFICE),
            scene("11:50", "hung-up", AVAILABLE, Activity.AVAILABLE, WorkLocation.OFFICE),
            scene("12:05", "lunch", AWAY, Activity.AWAY, WorkLocation.OFFICE),
            scene("12:50", "back", AVAILABLE, Activity.AVAILABLE, WorkLocation.OFFICE),
            scene("13:45", "review", BUSY, Activity.IN_A_MEETING, WorkLocation.OFFICE),
            scene("14:10", "room-changes", BUSY_IDLE, INACTIVE, WorkLocation.OFFICE),
            scene("14:15", "focus", DO_NOT_DISTURB, Activity.FOCUSING, WorkLocation.OFFICE),
            scene("15:00", "focus-over", AVAILABLE, Activity.AVAILABLE, WorkLocation.OFFICE),
            scene("15:12", "coffee", BE_RIGHT_BACK, Activity.BE_RIGHT_BACK, WorkLocation.OFFICE),
            scene("15:20", "colleague-calls", BUSY, Activity.IN_A_CALL, WorkLocation.OFFICE),
            scene("15:45", "hung-up", AVAILABLE, Activity.AVAILABLE, WorkLocation.OFFICE),
            scene("16:30", "urgent-only", DO_NOT_DISTURB, Activity.URGENT_INTERRUPTIONS_ONLY, WorkLocation.OFFICE),
            scene("16:55", "tidies-up", AVAILABLE, Activity.AVAILABLE, WorkLocation.OFFICE),
            away("17:10", "packs", AWAY, Activity.AWAY, WorkLocation.OFFICE),
            gone("17:20", "evening", true, WorkLocation.TIME_OFF),
            away("19:30", "evening-call", BUSY, Activity.IN_A_CALL, WorkLocation.REMOTE),
            gone("19:50", "evening", true, WorkLocation.TIME_OFF),
            away("21:00", "last-look", AVAILABLE, OOO, WorkLocation.REMOTE),
            gone("21:20", "night", true, WorkLocation.TIME_OFF));

    /** In the order of the day. */
    private static final List<Act> ACTS = List.of(
            set("09:11", "phone-rings", Choice.IN_A_CALL, 20),
            clear("09:25", "phone-over"),
            set("09:37", "shows-poster", Choice.PRESENTING, 12),
            set("10:06", "wants-to-look-free", Choice.AVAILABLE, 10),
            noted("10:46", "writes-minutes", Choice.BUSY, 11),
            set("13:05", "webinar", Choice.IN_A_CONFERENCE_CALL, 30),
            set("16:00", "phone-rings", Choice.IN_A_CALL, 45),
            clear("16:20", "phone-over"));

    private final ZoneId zone;

    /** What begins at a time of day. */
    private record Scene(
            LocalTime from,
            String story,
            Optional<ScriptedPresence> session,
            boolean outOfOffice,
            WorkLocation location) {}

    private record Act(LocalTime time, String story, Optional<ScriptedAction.Set> set) {}

    public DemoDay(ZoneId zone) {
        this.zone = Objects.requireNonNull(zone);
    }

    @Override
    public Moment at(Instant now) {
        return lastUpTo(
                now,
                (date, scene) ->
                        new Moment(scene.session(), moment(date, scene.from()), scene.outOfOffice(), scene.location()));
    }

    /** The key of the sentence that tells what the person is doing in Teams, or elsewhere. */
    public String storyAt(Instant now) {
        return lastUpTo(now, (date, scene) -> "demo.day." + scene.story());
    }

    @Override
    public Optional<Instant> changeAfter(Instant now) {
        return firstAfter(now, SCENES, Scene::from, (date, scene) -> moment(date, scene.from()));
    }

    /** What the person does next in Ampel, later than {@code now}. */
    public ScriptedAction actAfter(Instant now) {
        return firstAfter(
                        now,
                        ACTS,
                        Act::time,
                        (date, act) ->
                                new ScriptedAction(moment(date, act.time()), act.set(), "demo.act." + act.story()))
                .orElseThrow();
    }

    private <T> T lastUpTo(Instant now, BiFunction<LocalDate, Scene, T> use) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return Stream.of(today, today.minusDays(1))
                .flatMap(date -> SCENES.stream()
                        .sorted(Comparator.comparing(Scene::from).reversed())
                        .filter(scene -> !moment(date, scene.from()).isAfter(now))
                        .map(scene -> use.apply(date, scene)))
                .findFirst()
                .orElseThrow();
    }

    private <S, T> Optional<T> firstAfter(
            Instant now, List<S> of, Function<S, LocalTime> time, BiFunction<LocalDate, S, T> use) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return Stream.of(today, today.plusDays(1))
                .flatMap(date -> of.stream()
                        .filter(one -> moment(date, time.apply(one)).isAfter(now))
                        .map(one -> use.apply(date, one)))
                .findFirst();
    }

    private Instant moment(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    private static Scene scene(String from, String story, Availability a, Activity b, WorkLocation location) {
        return new Scene(LocalTime.parse(from), story, Optional.of(new ScriptedPresence(a, b)), false, location);
    }

    /** With the automatic reply of the mailbox switched on. */
    private static Scene away(String from, String story, Availability a, Activity b, WorkLocation location) {
        return new Scene(LocalTime.parse(from), story, Optional.of(new ScriptedPresence(a, b)), true, location);
    }

    /** No Teams client runs. */
    private static Scene gone(String from, String story, boolean outOfOffice, WorkLocation location) {
        return new Scene(LocalTime.parse(from), story, Optional.empty(), outOfOffice, location);
    }

    private static Act set(String time, String story, Choice choice, int minutes) {
        Duration duration = Duration.ofMinutes(minutes);
        return new Act(
                LocalTime.parse(time), story, Optional.of(new ScriptedAction.Set(choice, duration, Optional.empty())));
    }

    private static Act noted(String time, String story, Choice choice, int minutes) {
        ScriptedAction.Set set =
                new ScriptedAction.Set(choice, Duration.ofMinutes(minutes), Optional.of("demo.note." + story));
        return new Act(LocalTime.parse(time), story, Optional.of(set));
    }

    private static Act clear(String time, String story) {
        return new Act(LocalTime.parse(time), story, Optional.empty());
    }
}
