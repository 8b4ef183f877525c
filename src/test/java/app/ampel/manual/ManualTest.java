package app.ampel.manual;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.presence.Activity;
import app.ampel.presence.Availability;
import app.ampel.presence.Presence;
import app.ampel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ManualTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-11-20T13:00:00Z");
    private static final Presence IN_A_CALL = Presence.of(Availability.BUSY, Activity.IN_A_CALL);
    private static final Presence DO_NOT_DISTURB = Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB);
    private static final Problem NO_NETWORK = Problem.of(Problem.Kind.NO_NETWORK);

    private static Instant minute(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static Manual inACall() {
        return chosen(Choice.IN_A_CALL, ONE);
    }

    private static Manual chosen(Choice choice, Instant until) {
        return Manual.NOTHING.chosen(Request.of(choice, End.at(until)), NOON, Optional.empty());
    }

    /** Microsoft takes all that is due. */
    private static Manual told(Manual manual, Instant now) {
        Manual after = manual;
        for (Optional<Write> due = due(after, now); due.isPresent(); due = due(after, now)) {
            after = after.sending(due.get(), now).taken(0);
        }
        return after;
    }

    private static Optional<Write> due(Manual manual, Instant now) {
        return manual.plan(now, false, Leases.USUAL)
                .filter(p -> !p.at().isAfter(now))
                .map(Write.Planned::write);
    }

    private static Manual accepted(Choice choice, Instant until) {
        return told(chosen(choice, until), NOON);
    }

    private static Write.SetSession dueSet(Manual manual, Instant now) {
        Write.Planned planned = manual.plan(now, false, Leases.USUAL).orElseThrow();
        assertThat(planned.at()).isBeforeOrEqualTo(now);
        return (Write.SetSession) planned.write();
    }

    private static ManualStatus.State state(Manual manual) {
        return manual.status().orElseThrow().state();
    }

    @Test
    void aChoiceIsRequestedAndDueAtOnceForAShortLease() {
        assertThat(state(inACall())).isEqualTo(ManualStatus.State.REQUESTED);
        assertThat(dueSet(inACall(), NOON))
                .isEqualTo(new Write.SetSession(Choice.IN_A_CALL.pair(), Duration.ofMinutes(10)));
    }

    @Test
    void nothingChosenMeansNothingToDo() {
        assertThat(Manual.NOTHING.plan(NOON, false, Leases.USUAL)).isEmpty();
        assertThat(Manual.NOTHING.status()).isEmpty();
    }

    @Nested
    class TheLease {

        @Test
        void isRenewedInItsMiddle() {
            Write.Planned renewal = accepted(Choice.IN_A_CALL, ONE)
                    .plan(NOON, false, Leases.USUAL)
                    .orElseThrow();
            assertThat(renewal.at()).isEqualTo(minute(5));
        }

        @Test
        void ofAvailableIsRenewedBeforeItFadesAfterFiveMinutes() {
            Write.Planned renewal = accepted(Choice.AVAILABLE, ONE)
                    .plan(NOON, false, Leases.USUAL)
                    .orElseThrow();
            assertThat(renewal.at()).isBefore(minute(5)).isAfter(minute(2));
        }

        @Test
        void ofAvailableIsNotRenewedWhileNobodyIsThere() {
            assertThat(accepted(Choice.AVAILABLE, ONE).plan(minute(4), true, Leases.USUAL))
                    .isEmpty();
            assertThat(accepted(Choice.IN_A_CALL, ONE).plan(minute(5), true, Leases.USUAL))
                    .isPresent();
        }

        @Test
        void isNeverShorterThanMicrosoftTakesNorMuchLongerThanTheStatus() {
            assertThat(Leases.length(NOON, NOON.plusSeconds(30), Leases.USUAL)).isEqualTo(Duration.ofMinutes(5));
            assertThat(Leases.length(NOON, NOON.plusSeconds(301), Leases.USUAL)).isEqualTo(Duration.ofMinutes(6));
            assertThat(Leases.length(NOON, minute(7), Leases.USUAL)).isEqualTo(Duration.ofMinutes(7));
            assertThat(Leases.length(NOON, minute(500), Leases.USUAL)).isEqualTo(Duration.ofMinutes(10));
        }

        @Test
        void thatReachesTheEndIsNotRenewed() {
            assertThat(accepted(Choice.IN_A_CALL, minute(8)).plan(minute(7), false, Leases.USUAL))
                    .isEmpty();
        }

        @Test
        void ofAvailableIsRenewedEvenIfItReachesTheEndBecauseItFades() {
            assertThat(dueSet(accepted(Choice.AVAILABLE, minute(8)), minute(4)).lease())
                    .isEqualTo(Duration.ofMinutes(5));
        }
    }

    @Test
    void anExtensionMovesTheEndAndTheLeaseFollows() {
        Manual extended = accepted(Choice.IN_A_CALL, minute(8)).extended(Duration.ofMinutes(15));
        assertThat(extended.status().orElseThrow().until()).isEqualTo(minute(23));
        assertThat(extended.plan(minute(5), false, Leases.USUAL).orElseThrow().at())
                .isBeforeOrEqualTo(minute(5));
    }

    @Nested
    class WhenItEnds {

        @Test
        void itIsClearedAtTheEndOfItsTimer() {
            Manual over = accepted(Choice.IN_A_CALL, minute(3)).at(minute(3));
            assertThat(over.status()).isEmpty();
            assertThat(over.plan(minute(3), false, Leases.USUAL).orElseThrow().write())
                    .isEqualTo(new Write.ClearSession());
        }

        @Test
        void itIsClearedAtOnceWhenTheUserClearsIt() {
            Write.Planned planned = accepted(Choice.IN_A_CALL, ONE)
                    .cleared()
                    .plan(NOON, false, Leases.USUAL)
                    .orElseThrow();
            assertThat(planned.write()).isEqualTo(new Write.ClearSession());
            assertThat(planned.at()).isBeforeOrEqualTo(NOON);
        }

        @Test
        void nothingIsClearedWhereNothingCanBeHeld() {
            assertThat(inACall().cleared().plan(NOON, false, Leases.USUAL)).isEmpty();
        }

        @Test
        void aSetWhoseAnswerGotLostIsClearedToo() {
            Manual lost = inACall()
                    .sending(new Write.SetSession(Choice.IN_A_CALL.pair(), Duration.ofMinutes(10)), NOON)
                    .failed(NO_NETWORK, NOON)
                    .cleared();
            assertThat(lost.plan(NOON, false, Leases.USUAL).orElseThrow().write())
                    .isEqualTo(new Write.ClearSession());
            assertThat(lost.at(minute(11)).plan(minute(11), false, Leases.USUAL))
                    .isEmpty();
        }

        @Test
        void afterItIsForgottenNothingIsLeftToDo() {
            Manual done = told(accepted(Choice.IN_A_CALL, ONE).cleared(), NOON);
            assertThat(done.mayBeHeld()).isFalse();
            assertThat(done.changesAt()).isEmpty();
        }
    }

    @Nested
    class WhatTeamsShows {

        @Test
        void confirmsIt() {
            assertThat(state(accepted(Choice.IN_A_CALL, ONE).seen(IN_A_CALL, NOON.plusSeconds(2))))
                    .isEqualTo(ManualStatus.State.IN_EFFECT);
        }

        @Test
        void mayLagBehindForAWhile() {
            assertThat(state(accepted(Choice.IN_A_CALL, ONE).seen(DO_NOT_DISTURB, NOON.plusSeconds(29))))
                    .isEqualTo(ManualStatus.State.REQUESTED);
        }

        @Test
        void overridesItWhenItStaysSomethingElse() {
            assertThat(state(accepted(Choice.IN_A_CALL, ONE).seen(DO_NOT_DISTURB, NOON.plusSeconds(30))))
                    .isEqualTo(ManualStatus.State.OVERRIDDEN);
        }

        @Test
        void overridesItAtOnceOnceItHadBeenShown() {
            Manual shown = accepted(Choice.IN_A_CALL, ONE).seen(IN_A_CALL, NOON.plusSeconds(2));
            assertThat(state(shown.seen(DO_NOT_DISTURB, NOON.plusSeconds(4)))).isEqualTo(ManualStatus.State.OVERRIDDEN);
            assertThat(state(shown.seen(DO_NOT_DISTURB, NOON.plusSeconds(4)).seen(IN_A_CALL, NOON.plusSeconds(6))))
                    .isEqualTo(ManualStatus.State.IN_EFFECT);
        }

        @Test
        void saysNothingWhenItWasAskedBeforeTheSet() {
            assertThat(state(accepted(Choice.IN_A_CALL, ONE).seen(DO_NOT_DISTURB, NOON.minusSeconds(1))))
                    .isEqualTo(ManualStatus.State.REQUESTED);
        }
    }

    @Nested
    class WhenWritingFails {

        @Test
        void itIsTriedAgainWithBackOffAndSaysWhy() {
            Manual failed = inACall().failed(NO_NETWORK, NOON);
            assertThat(state(failed)).isEqualTo(ManualStatus.State.FAILED);
            assertThat(failed.status().orElseThrow().problem()).contains(NO_NETWORK);
            assertThat(failed.plan(NOON, false, Leases.USUAL).orElseThrow().at())
                    .isEqualTo(NOON.plusSeconds(5));
            Manual again = failed.failed(NO_NETWORK, NOON);
            assertThat(again.plan(NOON, false, Leases.USUAL).orElseThrow().at()).isEqualTo(NOON.plusSeconds(10));
        }

        @Test
        void retryAfterIsKept() {
            Problem throttled = new Problem(Problem.Kind.THROTTLED, "", Optional.of(NOON.plusSeconds(77)));
            assertThat(inACall()
                            .failed(throttled, NOON)
                            .plan(NOON, false, Leases.USUAL)
                            .orElseThrow()
                            .at())
                    .isEqualTo(NOON.plusSeconds(77));
        }

        @Test
        void aRenewalThatFailsLeavesItInEffectUntilTheLeaseRunsOut() {
            Manual held = accepted(Choice.IN_A_CALL, ONE).seen(IN_A_CALL, NOON.plusSeconds(2));
            Manual failing = held.sending(dueSet(held, minute(5)), minute(5)).failed(NO_NETWORK, minute(5));
            assertThat(state(failing.at(minute(9)))).isEqualTo(ManualStatus.State.IN_EFFECT);
            assertThat(state(failing.at(minute(10)))).isEqualTo(ManualStatus.State.FAILED);
        }

        @Test
        void aRefusalLeavesItOnTheLightOnly() {
            Problem refused = Problem.of(Problem.Kind.REFUSED_BY_GRAPH);
            Manual onLight = inACall().onLightOnly(refused);
            assertThat(state(onLight)).isEqualTo(ManualStatus.State.LIGHT_ONLY);
            assertThat(onLight.status().orElseThrow().problem()).contains(refused);
            assertThat(onLight.plan(NOON, false, Leases.USUAL)).isEmpty();
            assertThat(onLight.at(ONE).status()).isEmpty();
        }
    }
}
