package app.ampel.manual;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.presence.Activity;
import app.ampel.presence.Availability;
import app.ampel.presence.Presence;
import app.ampel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        return Manual.NOTHING.chosen(Choice.IN_A_CALL, NOON, ONE);
    }

    private static Manual accepted(Choice choice, Instant until) {
        Manual chosen = Manual.NOTHING.chosen(choice, NOON, until);
        Write.Set set = dueSet(chosen, NOON);
        return chosen.sending(set, NOON).accepted(set, NOON, 0);
    }

    private static Write.Set dueSet(Manual manual, Instant now) {
        Write.Planned planned = manual.plan(now, false).orElseThrow();
        assertThat(planned.at()).isBeforeOrEqualTo(now);
        return (Write.Set) planned.write();
    }

    private static ManualStatus.State state(Manual manual) {
        return manual.status().orElseThrow().state();
    }

    @Test
    void aChoiceIsRequestedAndDueAtOnceForAShortLease() {
        assertThat(state(inACall())).isEqualTo(ManualStatus.State.REQUESTED);
        assertThat(dueSet(inACall(), NOON)).isEqualTo(new Write.Set(Choice.IN_A_CALL, Duration.ofMinutes(10)));
    }

    @Test
    void nothingChosenMeansNothingToDo() {
        assertThat(Manual.NOTHING.plan(NOON, false)).isEmpty();
        assertThat(Manual.NOTHING.status()).isEmpty();
    }

    @Nested
    class TheLease {

        @Test
        void isRenewedInItsMiddle() {
            Write.Planned renewal =
                    accepted(Choice.IN_A_CALL, ONE).plan(NOON, false).orElseThrow();
            assertThat(renewal.at()).isEqualTo(minute(5));
        }

        @Test
        void ofAvailableIsRenewedBeforeItFadesAfterFiveMinutes() {
            Write.Planned renewal =
                    accepted(Choice.AVAILABLE, ONE).plan(NOON, false).orElseThrow();
            assertThat(renewal.at()).isBefore(minute(5)).isAfter(minute(2));
        }

        @Test
        void ofAvailableIsNotRenewedWhileNobodyIsThere() {
            assertThat(accepted(Choice.AVAILABLE, ONE).plan(minute(4), true)).isEmpty();
            assertThat(accepted(Choice.IN_A_CALL, ONE).plan(minute(5), true)).isPresent();
        }

        @Test
        void isNeverShorterThanMicrosoftTakesNorMuchLongerThanTheStatus() {
            assertThat(Leases.length(NOON, NOON.plusSeconds(30))).isEqualTo(Duration.ofMinutes(5));
            assertThat(Leases.length(NOON, NOON.plusSeconds(301))).isEqualTo(Duration.ofMinutes(6));
            assertThat(Leases.length(NOON, minute(7))).isEqualTo(Duration.ofMinutes(7));
            assertThat(Leases.length(NOON, minute(500))).isEqualTo(Duration.ofMinutes(10));
        }

        @Test
        void thatReachesTheEndIsNotRenewed() {
            assertThat(accepted(Choice.IN_A_CALL, minute(8)).plan(minute(7), false))
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
        assertThat(extended.plan(minute(5), false).orElseThrow().at()).isBeforeOrEqualTo(minute(5));
    }

    @Nested
    class WhenItEnds {

        @Test
        void itIsClearedAtTheEndOfItsTimer() {
            Manual over = accepted(Choice.IN_A_CALL, minute(3)).at(minute(3));
            assertThat(over.status()).isEmpty();
            assertThat(over.plan(minute(3), false).orElseThrow().write()).isEqualTo(new Write.Clear());
        }

        @Test
        void itIsClearedAtOnceWhenTheUserClearsIt() {
            Write.Planned planned =
                    accepted(Choice.IN_A_CALL, ONE).cleared().plan(NOON, false).orElseThrow();
            assertThat(planned.write()).isEqualTo(new Write.Clear());
            assertThat(planned.at()).isBeforeOrEqualTo(NOON);
        }

        @Test
        void nothingIsClearedWhereNothingCanBeHeld() {
            assertThat(inACall().cleared().plan(NOON, false)).isEmpty();
        }

        @Test
        void aSetWhoseAnswerGotLostIsClearedToo() {
            Manual lost = inACall()
                    .sending(new Write.Set(Choice.IN_A_CALL, Duration.ofMinutes(10)), NOON)
                    .failed(NO_NETWORK, NOON)
                    .cleared();
            assertThat(lost.plan(NOON, false).orElseThrow().write()).isEqualTo(new Write.Clear());
            assertThat(lost.at(minute(11)).plan(minute(11), false)).isEmpty();
        }

        @Test
        void afterItIsForgottenNothingIsLeftToDo() {
            Manual done = accepted(Choice.IN_A_CALL, ONE).cleared().forgotten();
            assertThat(done).isEqualTo(Manual.NOTHING);
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
            assertThat(failed.plan(NOON, false).orElseThrow().at()).isEqualTo(NOON.plusSeconds(5));
            Manual again = failed.failed(NO_NETWORK, NOON);
            assertThat(again.plan(NOON, false).orElseThrow().at()).isEqualTo(NOON.plusSeconds(10));
        }

        @Test
        void retryAfterIsKept() {
            Problem throttled = new Problem(Problem.Kind.THROTTLED, "", Optional.of(NOON.plusSeconds(77)));
            assertThat(inACall()
                            .failed(throttled, NOON)
                            .plan(NOON, false)
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
            assertThat(onLight.plan(NOON, false)).isEmpty();
            assertThat(onLight.at(ONE).status()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void anHourIsHeldWithoutAGapAndClearedAtItsEnd(Choice choice) {
        Manual manual = Manual.NOTHING.chosen(choice, NOON, ONE);
        Random random = new Random(choice.ordinal());
        Instant heldUntil = NOON;
        int writes = 0;
        for (Instant now = NOON; now.isBefore(ONE); now = now.plusSeconds(1)) {
            manual = manual.at(now);
            Instant moment = now;
            Optional<Write> due =
                    manual.plan(now, false).filter(p -> !p.at().isAfter(moment)).map(Write.Planned::write);
            if (due.isPresent()) {
                Write.Set set = (Write.Set) due.get();
                manual = manual.sending(set, now).accepted(set, now, random.nextDouble() * 2 - 1);
                Duration shown = choice == Choice.AVAILABLE ? Duration.ofMinutes(5) : set.lease();
                heldUntil = now.plus(shown);
                writes++;
            }
            assertThat(heldUntil).isAfter(now);
        }
        assertThat(manual.at(ONE).plan(ONE, false).orElseThrow().write()).isEqualTo(new Write.Clear());
        assertThat(writes).isLessThanOrEqualTo(choice == Choice.AVAILABLE ? 20 : 15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 20261120})
    void whateverHappensNothingOutlivesTheUsersWishByMoreThanALease(long seed) {
        Random random = new Random(seed);
        Manual manual = Manual.NOTHING;
        Instant now = NOON;
        Instant serverHoldsUntil = NOON;
        Instant wishedUntil = NOON;
        for (int step = 0; step < 20_000; step++) {
            now = now.plusSeconds(1 + random.nextInt(90));
            manual = manual.at(now);
            if (random.nextInt(40) == 0) {
                wishedUntil = now.plusSeconds(60 + random.nextInt(7200));
                manual = manual.chosen(Choice.values()[random.nextInt(Choice.values().length)], now, wishedUntil);
            } else if (random.nextInt(60) == 0) {
                wishedUntil = now;
                manual = manual.cleared();
            }
            Instant moment = now;
            Optional<Write> due = manual.plan(now, random.nextInt(5) == 0)
                    .filter(p -> !p.at().isAfter(moment))
                    .map(Write.Planned::write);
            boolean arrives = random.nextInt(4) > 0;
            boolean answered = arrives && random.nextInt(4) > 0;
            if (due.isPresent() && due.get() instanceof Write.Set set) {
                assertThat(set.lease()).isBetween(Duration.ofMinutes(5), Duration.ofHours(4));
                manual = manual.sending(set, now);
                serverHoldsUntil = arrives ? now.plus(set.lease()) : serverHoldsUntil;
                manual = answered ? manual.accepted(set, now, 0) : manual.failed(NO_NETWORK, now);
            } else if (due.isPresent()) {
                serverHoldsUntil = arrives ? now : serverHoldsUntil;
                manual = answered ? manual.forgotten() : manual.failed(NO_NETWORK, now);
            }
            assertThat(serverHoldsUntil)
                    .as("seed %d, step %d", seed, step)
                    .isBeforeOrEqualTo(later(now, wishedUntil).plus(Duration.ofMinutes(10)));
            assertThat(!serverHoldsUntil.isAfter(now) || manual.mayBeHeld())
                    .as("what Microsoft holds is never forgotten here; seed %d, step %d", seed, step)
                    .isTrue();
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
