package app.ampel.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceStore;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.StatusDefaults;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No green unless Available was read within its freshness, whatever else happens; and what is asked keeps its distance. */
class FreshnessTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final LightCommand GREEN = LightCommand.solid(Colour.GREEN);
    private static final Presence BUSY = Presence.of(Availability.BUSY, Activity.IN_A_MEETING);

    private final Cranked time = new Cranked(NOON);
    private final FakeMicrosoft microsoft = new FakeMicrosoft();
    private final FakeLights lights = new FakeLights();
    private PollingLimits limits = PollingLimits.DEFAULT;
    private Core core;

    /** By a clock that nobody puts right: when Available was last read, how long that counts, and when each was asked. */
    private Duration readAt = Duration.ZERO;

    private Duration counts = Duration.ZERO;
    private boolean wasAvailable;
    private final List<Duration> asked = new ArrayList<>();

    private final PresenceStore memory = new PresenceStore() {
        @Override
        public void keep(PresenceTracker.Seen seen) {
            readAt = up();
            wasAvailable = seen.presence().availability().equals(Availability.AVAILABLE);
            counts = null;
        }

        @Override
        public void forget() {
            wasAvailable = false;
        }
    };

    private Duration up() {
        return time.moment().up();
    }

    private void start() {
        microsoft.whileRead = () -> asked.add(up());
        EnginePorts rim = new EnginePorts(
                microsoft,
                microsoft,
                lights,
                time,
                time,
                time,
                time,
                time,
                memory,
                (kept, then) -> then.accept(true),
                () -> 0);
        core = new Core(
                time, rim, new Start(Optional.empty(), Optional.empty(), preferences()), () -> SignInWay.DEVICE_CODE);
        core.start();
        time.settle();
    }

    private Preferences preferences() {
        return new Preferences(limits, Rules.USUAL, StatusDefaults.USUAL, () -> ZoneOffset.UTC, false, Set.of());
    }

    @ParameterizedTest
    @CsvSource({"PT10S,60", "PT20S,60", "PT40S,60", "PT60S,90", "PT100S,150", "PT10M,900"})
    void greenThatNobodyConfirmsLastsAsLongAsTheReadmeSays(Duration usual, int seconds) {
        limits = PollingLimits.DEFAULT.withUsual(usual);
        start();
        microsoft.readFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
        time.pass(Duration.ofSeconds(seconds - 1));
        assertThat(lights.last()).isEqualTo(GREEN);
        time.pass(Duration.ofSeconds(1));
        assertThat(lights.last()).isNotEqualTo(GREEN);
    }

    @Test
    void nothingThatComesAfterwardsMakesAnOldAnswerFreshAgain() {
        start();
        microsoft.readFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
        time.pass(Duration.ofSeconds(66));
        microsoft.readFails = Optional.of(Problem.of(Problem.Kind.THROTTLED));
        for (int i = 0; i < 600; i++) {
            time.pass(Duration.ofSeconds(1));
            assertThat(lights.last()).as("after %d s of 429s", i).isNotEqualTo(GREEN);
        }
        limits = limits.withUsual(Duration.ofMinutes(10));
        core.apply(preferences());
        time.settle();
        assertThat(lights.last()).isNotEqualTo(GREEN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 429, 20261130, 77_000_000_003L})
    void noGreenUnlessAvailableWasReadWithinItsFreshness(long seed) {
        Random random = new Random(seed);
        start();
        for (int step = 0; step < 4000; step++) {
            act(random);
            for (Duration left = Duration.ofSeconds(random.nextInt(40));
                    !left.isNegative();
                    left = left.minusSeconds(1)) {
                holds(seed, step);
                time.pass(Duration.ofSeconds(1));
            }
            holds(seed, step);
        }
        assertThat(lights.told).as("green was shown at all").contains(GREEN);
        for (int i = 1; i < asked.size(); i++) {
            assertThat(asked.get(i).minus(asked.get(i - 1)))
                    .as("between two requests, seed %d", seed)
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    private void holds(long seed, int step) {
        if (counts == null) {
            Duration interval =
                    core.snapshot().poll().map(Snapshot.Poll::interval).orElse(limits.usual());
            counts = Duration.ofMillis(Math.max(60_000, interval.toMillis() * 3 / 2));
        }
        if (lights.last().equals(GREEN)) {
            assertThat(wasAvailable).as("seed %d, step %d", seed, step).isTrue();
            assertThat(up().minus(readAt)).as("seed %d, step %d", seed, step).isLessThan(counts);
        }
    }

    private void act(Random random) {
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> microsoft.readFails = Optional.empty();
            case 3 -> microsoft.presence = FakeMicrosoft.AVAILABLE;
            case 4 -> microsoft.presence = BUSY;
            case 5 -> fails(Problem.of(Problem.Kind.THROTTLED));
            case 6 ->
                fails(new Problem(
                        Problem.Kind.THROTTLED, "", Optional.of(time.now().plusSeconds(random.nextInt(400)))));
            case 7 -> fails(Problem.of(Problem.Kind.NO_NETWORK));
            case 8 -> fails(Problem.of(Problem.Kind.SERVICE_FAILING));
            case 9 -> microsoft.readThrows = !microsoft.readThrows;
            case 10 -> {
                Duration usual = Duration.ofSeconds(5 + random.nextInt(random.nextBoolean() ? 20 : 595));
                limits = PollingLimits.DEFAULT.withUsual(usual);
                core.apply(preferences());
                time.settle();
            }
            case 11 -> {
                time.sleep(Duration.ofSeconds(random.nextInt(3000)));
                core.woke();
                time.settle();
            }
            case 12 -> {
                time.correct(Duration.ofSeconds(random.nextInt(7200) - 3600));
                core.woke();
                time.settle();
            }
            case 13 -> core.woke();
            case 14 -> core.locked(random.nextInt(3) == 0);
            default -> core.submit(new Intent.ClearManual());
        }
    }

    private void fails(Problem problem) {
        microsoft.readFails = Optional.of(problem);
    }

    /** What the administrator says binds every request, those that something hurries most of all. */
    @Test
    void noTwoRequestsAreCloserThanTheShortestIntervalWhateverHurriesThem() {
        Duration shortest = Duration.ofSeconds(30);
        limits = PollingLimits.DEFAULT.atLeast(shortest);
        start();
        Random random = new Random(30);
        for (int i = 0; i < 500; i++) {
            switch (random.nextInt(6)) {
                case 0 -> core.woke();
                case 1 -> core.locked(true);
                case 2 -> core.locked(false);
                case 3 -> core.submit(new Intent.ClearManual());
                case 4 -> core.submit(new Intent.SignIn(SignInWay.DEVICE_CODE));
                default -> core.apply(preferences());
            }
            time.pass(Duration.ofSeconds(random.nextInt(12)));
        }
        assertThat(asked).hasSizeGreaterThan(20);
        for (int i = 1; i < asked.size(); i++) {
            assertThat(asked.get(i).minus(asked.get(i - 1))).isGreaterThanOrEqualTo(shortest);
        }
    }
}
