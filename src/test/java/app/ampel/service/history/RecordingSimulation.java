package app.ampel.service.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import app.ampel.domain.history.Spans;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.service.engine.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Somebody's weeks, made up from a seed: presences, gaps, two accounts, crashes, sleep, corrections of the clock. After
 * every step what is kept is held against what was really known.
 */
final class RecordingSimulation {

    private static final List<Presence> PRESENCES = List.of(
            Spans.AVAILABLE,
            Spans.IN_A_CALL,
            Spans.IN_A_MEETING,
            Spans.AWAY,
            Presence.of(new Availability("Busy"), new Activity("Sculpting")));
    private static final List<String> ACCOUNTS = List.of("ada", "kim");
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Random random;
    private final boolean corrections;
    private final Consumer<Change> also;
    private final Map<String, List<Span>> kept = new HashMap<>();
    private final Map<String, Duration> known = new HashMap<>();
    private Duration up = Duration.ofDays(1);
    private Duration slept = Duration.ZERO;
    private Duration offset = Duration.ZERO;
    private Duration lost = Duration.ZERO;
    private Duration sinceLook = Duration.ZERO;
    private int cuts;
    private Optional<Observed> seen = Optional.empty();
    private Recording recording = Recording.startingAt(moment());

    /** @param also is told of every change, too */
    RecordingSimulation(long seed, boolean corrections, Consumer<Change> also) {
        this.random = new Random(seed);
        this.corrections = corrections;
        this.also = also;
    }

    List<Span> kept(String account) {
        return kept.getOrDefault(account, List.of());
    }

    /** @return how long something was known, in all */
    Duration run(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
            check();
        }
        look(true);
        check();
        if (!corrections) {
            checkThatLittleIsLost();
        }
        return known.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private Moment moment() {
        return new Moment(Instant.parse("2026-03-01T00:00:00.250Z").plus(up).plus(offset), up, up.minus(slept));
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 50) {
            pass();
        } else if (dice < 75) {
            become(Optional.of(new Observed(account(), PRESENCES.get(random.nextInt(PRESENCES.size())), false)));
        } else if (dice < 82) {
            become(Optional.empty());
        } else if (dice < 88) {
            sleep(Duration.ofSeconds(5 + random.nextInt(40_000)));
        } else if (dice < 93) {
            crash();
        } else if (dice < 95) {
            hold();
        } else if (corrections) {
            correct();
        }
    }

    private String account() {
        return ACCOUNTS.get(random.nextInt(10) == 0 ? 1 : 0);
    }

    /** As the program does: it looks at each answer of Graph's, and at least at each checkpoint. */
    private void pass() {
        for (int looks = random.nextInt(8); looks >= 0; looks--) {
            live(Duration.ofMillis(random.nextInt((int) Recording.CHECKPOINT.toMillis())));
            look(random.nextInt(20) == 0);
        }
    }

    private void live(Duration time) {
        up = up.plus(time);
        sinceLook = sinceLook.plus(time);
        seen.ifPresent(what -> known.merge(what.account(), time, Duration::plus));
    }

    private void become(Optional<Observed> next) {
        look(false);
        seen = next;
        look(false);
        cuts++;
    }

    private void sleep(Duration time) {
        live(Duration.ofMillis(random.nextInt(60_000)));
        up = up.plus(time);
        slept = slept.plus(time);
        loseSinceLook();
        look(false);
    }

    /** The process is held up for an hour, but the computer is awake. */
    private void hold() {
        live(Duration.ofHours(1));
        loseSinceLook();
        look(false);
    }

    private void crash() {
        live(Duration.ofMillis(random.nextInt(60_000)));
        lost = lost.plus(Recording.CHECKPOINT).plus(sinceLook);
        up = up.plus(Duration.ofMillis(random.nextInt(3_600_000)));
        sinceLook = Duration.ZERO;
        cuts++;
        recording = Recording.startingAt(moment());
    }

    private void loseSinceLook() {
        lost = lost.plus(sinceLook);
        cuts++;
    }

    private void correct() {
        int seconds = 3 + random.nextInt(random.nextBoolean() ? 30 : 7200);
        offset = offset.plusSeconds(random.nextBoolean() ? seconds : -seconds);
        cuts++;
    }

    private void look(boolean flush) {
        Recording.Step step = recording.at(moment(), seen, flush);
        recording = step.next();
        sinceLook = Duration.ZERO;
        for (Change change : step.changes()) {
            kept.put(change.account(), change.applyTo(kept(change.account())));
            also.accept(change);
        }
    }

    private void check() {
        for (String account : ACCOUNTS) {
            List<Span> spans = kept(account);
            Duration sum = Duration.ZERO;
            for (int i = 0; i < spans.size(); i++) {
                assertThat(spans.get(i).length()).isPositive();
                assertThat(i > 0
                                && spans.get(i).from().isBefore(spans.get(i - 1).to()))
                        .as("%s overlaps the one before", spans.get(i))
                        .isFalse();
                sum = sum.plus(spans.get(i).length());
            }
            Duration most = known.getOrDefault(account, Duration.ZERO).plus(A_SECOND.multipliedBy(cuts));
            assertThat(sum).isLessThanOrEqualTo(most);
        }
    }

    private void checkThatLittleIsLost() {
        Duration sum =
                kept.values().stream().flatMap(List::stream).map(Span::length).reduce(Duration.ZERO, Duration::plus);
        Duration all = known.values().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(sum).isGreaterThanOrEqualTo(all.minus(lost).minus(A_SECOND.multipliedBy(cuts)));
    }
}
