package app.ampel.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.status.WorkingDay;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class IdleRuleTest {

    private static final Instant FRIDAY_NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-20T20:00:00Z");
    private static final Instant FRIDAY_END = Instant.parse("2026-11-20T17:00:00Z");
    private static final Instant MONDAY_START = Instant.parse("2026-11-23T08:00:00Z");

    private static IdleRule at(Instant now, IdleBehaviour whenLocked, IdleBehaviour outOfHours, boolean locked) {
        Rules rules = Rules.USUAL.withWhenLocked(whenLocked).withOutOfHours(outOfHours);
        return IdleRule.at(now, rules, locked, WorkingDay.USUAL, ZoneOffset.UTC);
    }

    @Test
    void lightsDoNotRestUnlessTheUserWantsThat() {
        assertThat(at(FRIDAY_EVENING, IdleBehaviour.FOLLOW, IdleBehaviour.FOLLOW, true)
                        .isNone())
                .isTrue();
        assertThat(at(FRIDAY_EVENING, IdleBehaviour.FOLLOW, IdleBehaviour.FOLLOW, true)
                        .until())
                .isEmpty();
    }

    @Test
    void theyRestFromTheEndOfTheWeekToItsStart() {
        assertThat(at(FRIDAY_NOON, IdleBehaviour.FOLLOW, IdleBehaviour.OFF, false)
                        .isNone())
                .isTrue();
        assertThat(at(FRIDAY_NOON, IdleBehaviour.FOLLOW, IdleBehaviour.OFF, false)
                        .until())
                .contains(FRIDAY_END);
        IdleRule evening = at(FRIDAY_EVENING, IdleBehaviour.FOLLOW, IdleBehaviour.OFF, false);
        assertThat(evening.how()).isEqualTo(IdleBehaviour.OFF);
        assertThat(evening.why()).isEqualTo(Reason.OUT_OF_HOURS);
        assertThat(evening.until()).contains(MONDAY_START);
    }

    @Test
    void whileLockedAsTheUserWantsIt() {
        assertThat(at(FRIDAY_NOON, IdleBehaviour.DIM, IdleBehaviour.FOLLOW, true)
                        .how())
                .isEqualTo(IdleBehaviour.DIM);
        assertThat(at(FRIDAY_NOON, IdleBehaviour.DIM, IdleBehaviour.FOLLOW, true)
                        .why())
                .isEqualTo(Reason.LOCKED_REST);
        assertThat(at(FRIDAY_NOON, IdleBehaviour.DIM, IdleBehaviour.FOLLOW, false)
                        .isNone())
                .isTrue();
    }

    @Test
    void theDarkerOneCounts() {
        assertThat(at(FRIDAY_EVENING, IdleBehaviour.DIM, IdleBehaviour.OFF, true)
                        .why())
                .isEqualTo(Reason.OUT_OF_HOURS);
        assertThat(at(FRIDAY_EVENING, IdleBehaviour.OFF, IdleBehaviour.DIM, true)
                        .why())
                .isEqualTo(Reason.LOCKED_REST);
    }
}
