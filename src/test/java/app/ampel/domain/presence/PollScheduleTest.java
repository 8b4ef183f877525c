package app.ampel.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final PollSchedule start = PollSchedule.startingAt(NOON, PollingLimits.DEFAULT);

    private static Duration untilNext(PollSchedule schedule, Instant from) {
        return Duration.between(from, schedule.next());
    }

    @Test
    void theFirstRequestIsDueAtOnce() {
        assertThat(start.next()).isEqualTo(NOON);
    }

    @Test
    void afterAnAnswerTheNextIsDueInTheUsualInterval() {
        assertThat(untilNext(start.answered(NOON, true, 0), NOON)).isEqualTo(USUAL);
    }

    @Test
    void jitterMovesItByATenthAtMost() {
        assertThat(untilNext(start.answered(NOON, true, 1), NOON)).isEqualTo(Duration.ofSeconds(11));
        assertThat(untilNext(start.answered(NOON, true, -1), NOON)).isEqualTo(Duration.ofSeconds(9));
    }

    @Nested
    class WhenNothingHasChanged {

        @Test
        void itSlowsDownAfterTenMinutes() {
            Instant later = NOON.plus(Duration.ofMinutes(10));
            assertThat(untilNext(start.answered(later, false, 0), later)).isEqualTo(Duration.ofSeconds(20));
        }

        @Test
        void itSlowsDownFurtherAfterThirtyMinutes() {
            Instant later = NOON.plus(Duration.ofMinutes(30));
            assertThat(untilNext(start.answered(later, false, 0), later)).isEqualTo(Duration.ofSeconds(30));
        }

        @Test
        void aChangeBringsTheUsualIntervalBack() {
            Instant later = NOON.plus(Duration.ofMinutes(31));
            assertThat(untilNext(start.answered(later, true, 0), later)).isEqualTo(USUAL);
        }
    }

    @Nested
    class WhenTheUserDidSomething {

        @Test
        void itIsFastForAMinuteAndNoLonger() {
            PollSchedule acted = start.answered(NOON, true, 0).userActed(NOON);
            assertThat(untilNext(acted, NOON)).isEqualTo(Duration.ofSeconds(2));
            Instant soon = NOON.plusSeconds(59);
            assertThat(untilNext(acted.answered(soon, false, 0), soon)).isEqualTo(Duration.ofSeconds(2));
            Instant later = NOON.plusSeconds(60);
            assertThat(untilNext(acted.answered(later, false, 0), later)).isEqualTo(USUAL);
        }

        @Test
        void retryAfterStillHolds() {
            Instant allowed = NOON.plusSeconds(45);
            PollSchedule acted = start.throttled(NOON, Optional.of(allowed), 0).userActed(NOON.plusSeconds(5));
            assertThat(acted.next()).isEqualTo(allowed);
        }
    }

    @Nested
    class WhenMicrosoftAsksToWait {

        @Test
        void retryAfterIsKeptToTheMomentWhateverTheJitter() {
            Instant allowed = NOON.plusSeconds(47);
            assertThat(start.throttled(NOON, Optional.of(allowed), -1).next()).isEqualTo(allowed);
            assertThat(start.throttled(NOON, Optional.of(allowed), 1).next()).isEqualTo(allowed);
        }

        @Test
        void theIntervalDoublesUpToTheSlowest() {
            PollSchedule once = start.throttled(NOON, Optional.empty(), 0);
            PollSchedule twice = once.throttled(NOON, Optional.empty(), 0);
            PollSchedule often = twice.throttled(NOON, Optional.empty(), 0).throttled(NOON, Optional.empty(), 0);
            assertThat(untilNext(once, NOON)).isEqualTo(Duration.ofSeconds(20));
            assertThat(untilNext(twice, NOON)).isEqualTo(Duration.ofSeconds(40));
            assertThat(untilNext(often, NOON)).isEqualTo(Duration.ofSeconds(60));
        }

        @Test
        void eachGoodAnswerTakesATenthBackUntilItIsUsualAgain() {
            PollSchedule throttled = start.throttled(NOON, Optional.empty(), 0);
            PollSchedule better = throttled.answered(NOON, true, 0);
            assertThat(untilNext(better, NOON)).isEqualTo(Duration.ofSeconds(18));
            for (int i = 0; i < 10; i++) {
                better = better.answered(NOON, true, 0);
            }
            assertThat(untilNext(better, NOON)).isEqualTo(USUAL);
        }
    }

    @Nested
    class WhenRequestsFail {

        @Test
        void itBacksOffExponentiallyUpToTwoMinutes() {
            PollSchedule failing = start;
            long[] seconds = new long[6];
            for (int i = 0; i < seconds.length; i++) {
                failing = failing.failed(NOON, Optional.empty(), 0);
                seconds[i] = untilNext(failing, NOON).toSeconds();
            }
            assertThat(seconds).containsExactly(10, 20, 40, 80, 120, 120);
        }

        @Test
        void aGoodAnswerEndsTheBackOff() {
            PollSchedule failing = start.failed(NOON, Optional.empty(), 0)
                    .failed(NOON, Optional.empty(), 0)
                    .answered(NOON, true, 0);
            assertThat(untilNext(failing, NOON)).isEqualTo(USUAL);
        }

        @Test
        void aTimeNamedByTheServiceIsNeverUndercut() {
            Instant named = NOON.plusSeconds(90);
            assertThat(start.failed(NOON, Optional.of(named), 0).next()).isEqualTo(named);
        }

        @Test
        void wakingUpAsksAtOnce() {
            Instant wake = NOON.plusSeconds(3);
            assertThat(start.failed(NOON, Optional.empty(), 0).hurried(wake).next())
                    .isEqualTo(wake);
        }
    }

    @Nested
    class WhenLocked {

        private final PollSchedule locked = start.answered(NOON, true, 0).locked(true, NOON);

        @Test
        void itAsksOnceAMinute() {
            assertThat(untilNext(locked.answered(NOON, false, 0), NOON)).isEqualTo(Duration.ofSeconds(60));
        }

        @Test
        void unlockingAsksAtOnce() {
            Instant later = NOON.plusSeconds(5);
            assertThat(locked.answered(NOON, false, 0).locked(false, later).next())
                    .isEqualTo(later);
        }

        @Test
        void anAnswerStaysFreshForHalfAsLongAgainAsUntilTheNext() {
            assertThat(locked.freshFor(NOON)).isEqualTo(Duration.ofSeconds(90));
            assertThat(start.freshFor(NOON)).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261120})
    void neverAsksBelowTheAdministratorsMinimumNorBeforeRetryAfter(long seed) {
        Random random = new Random(seed);
        Duration minimum = Duration.ofSeconds(20);
        PollSchedule schedule = PollSchedule.startingAt(NOON, PollingLimits.DEFAULT.atLeast(minimum));
        Instant now = NOON;
        for (int i = 0; i < 5000; i++) {
            double jitter = random.nextDouble() * 2 - 1;
            Optional<Instant> retryAfter =
                    random.nextBoolean() ? Optional.of(now.plusSeconds(random.nextInt(300))) : Optional.empty();
            schedule = switch (random.nextInt(4)) {
                case 0 -> schedule.throttled(now, retryAfter, jitter);
                case 1 -> schedule.failed(now, retryAfter, jitter);
                case 2 -> schedule.userActed(now).answered(now, random.nextBoolean(), jitter);
                default -> schedule.answered(now, false, jitter).userActed(now);
            };
            assertThat(untilNext(schedule, now)).as("seed %d, step %d", seed, i).isGreaterThanOrEqualTo(minimum);
            Instant due = schedule.next();
            schedule.notBefore().ifPresent(until -> assertThat(due).isAfterOrEqualTo(until));
            now = due;
        }
    }
}
