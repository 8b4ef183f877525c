package app.ampel.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatusOverrideTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-11-20T13:00:00Z");
    private static final Presence IN_A_CALL = Presence.of(Availability.BUSY, Activity.IN_A_CALL);
    private static final Presence DO_NOT_DISTURB = Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB);
    private static final Problem NO_NETWORK = Problem.of(Problem.Kind.NO_NETWORK);

    private static Instant minute(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static StatusOverride inACall() {
        return chosen(Choice.IN_A_CALL, ONE);
    }

    private static StatusOverride chosen(Choice choice, Instant until) {
        return StatusOverride.NOTHING.chosen(StatusRequest.of(choice, Expiry.at(until)), NOON, Optional.empty());
    }

    /** Microsoft takes all that is due. */
    private static StatusOverride told(StatusOverride manual, Instant now) {
        StatusOverride after = manual;
        for (Optional<GraphRequest> due = due(after, now); due.isPresent(); due = due(after, now)) {
            after = after.sending(due.get(), now).taken(0);
        }
        return after;
    }

    private static Optional<GraphRequest> due(StatusOverride manual, Instant now) {
        return manual.plan(now, false, Leases.USUAL)
                .filter(p -> !p.at().isAfter(now))
                .map(GraphRequest.Planned::write);
    }

    private static StatusOverride accepted(Choice choice, Instant until) {
        return told(chosen(choice, until), NOON);
    }

    private static GraphRequest.SetSession dueSet(StatusOverride manual, Instant now) {
        GraphRequest.Planned planned = manual.plan(now, false, Leases.USUAL).orElseThrow();
        assertThat(planned.at()).isBeforeOrEqualTo(now);
        return (GraphRequest.SetSession) planned.write();
    }

    private static ManualStatus.State state(StatusOverride manual) {
        return manual.status().orElseThrow().state();
    }

    @Test
    void aChoiceIsRequestedAndDueAtOnceForAShortLease() {
        assertThat(state(inACall())).isEqualTo(ManualStatus.State.REQUESTED);
        assertThat(dueSet(inACall(), NOON))
                .isEqualTo(new GraphRequest.SetSession(Choice.IN_A_CALL.pair(), Duration.ofMinutes(10)));
    }

    @Test
    void nothingChosenMeansNothingToDo() {
        assertThat(StatusOverride.NOTHING.plan(NOON, false, Leases.USUAL)).isEmpty();
        assertThat(StatusOverride.NOTHING.status()).isEmpty();
    }

    @Nested
    class TheLease {

        @Test
        void isRenewedInItsMiddle() {
            GraphRequest.Planned renewal = accepted(Choice.IN_A_CALL, ONE)
                    .plan(NOON, false, Leases.USUAL)
                    .orElseThrow();
            assertThat(renewal.at()).isEqualTo(minute(5));
        }

        @Test
        void ofAvailableIsRenewedBeforeItFadesAfterFiveMinutes() {
            GraphRequest.Planned renewal = accepted(Choice.AVAILABLE, ONE)
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
        StatusOverride extended = accepted(Choice.IN_A_CALL, minute(8)).extended(Duration.ofMinutes(15));
        assertThat(extended.status().orElseThrow().until()).isEqualTo(minute(23));
        assertThat(extended.plan(minute(5), false, Leases.USUAL).orElseThrow().at())
                .isBeforeOrEqualTo(minute(5));
    }

    @Nested
    class WhenItEnds {

        @Test
        void itIsClearedAtTheEndOfItsTimer() {
            StatusOverride over = accepted(Choice.IN_A_CALL, minute(3)).at(minute(3));
            assertThat(over.status()).isEmpty();
            assertThat(over.plan(minute(3), false, Leases.USUAL).orElseThrow().write())
                    .isEqualTo(new GraphRequest.ClearSession());
        }

        @Test
        void itIsClearedAtOnceWhenTheUserClearsIt() {
            GraphRequest.Planned planned = accepted(Choice.IN_A_CALL, ONE)
                    .cleared()
                    .plan(NOON, false, Leases.USUAL)
                    .orElseThrow();
            assertThat(planned.write()).isEqualTo(new GraphRequest.ClearSession());
            assertThat(planned.at()).isBeforeOrEqualTo(NOON);
        }

        @Test
        void nothingIsClearedWhereNothingCanBeHeld() {
            assertThat(inACall().cleared().plan(NOON, false, Leases.USUAL)).isEmpty();
        }

        @Test
        void aSetWhoseAnswerGotLostIsClearedToo() {
            StatusOverride lost = inACall()
                    .sending(new GraphRequest.SetSession(Choice.IN_A_CALL.pair(), Duration.ofMinutes(10)), NOON)
                    .failed(NO_NETWORK, NOON)
                    .cleared();
            assertThat(lost.plan(NOON, false, Leases.USUAL).orElseThrow().write())
                    .isEqualTo(new GraphRequest.ClearSession());
            assertThat(lost.at(minute(11)).plan(minute(11), false, Leases.USUAL))
                    .isEmpty();
        }

        @Test
        void afterItIsForgottenNothingIsLeftToDo() {
            StatusOverride done = told(accepted(Choice.IN_A_CALL, ONE).cleared(), NOON);
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
            StatusOverride shown = accepted(Choice.IN_A_CALL, ONE).seen(IN_A_CALL, NOON.plusSeconds(2));
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
            StatusOverride failed = inACall().failed(NO_NETWORK, NOON);
            assertThat(state(failed)).isEqualTo(ManualStatus.State.FAILED);
            assertThat(failed.status().orElseThrow().problem()).contains(NO_NETWORK);
            assertThat(failed.plan(NOON, false, Leases.USUAL).orElseThrow().at())
                    .isEqualTo(NOON.plusSeconds(5));
            StatusOverride again = failed.failed(NO_NETWORK, NOON);
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
            StatusOverride held = accepted(Choice.IN_A_CALL, ONE).seen(IN_A_CALL, NOON.plusSeconds(2));
            StatusOverride failing =
                    held.sending(dueSet(held, minute(5)), minute(5)).failed(NO_NETWORK, minute(5));
            assertThat(state(failing.at(minute(9)))).isEqualTo(ManualStatus.State.IN_EFFECT);
            assertThat(state(failing.at(minute(10)))).isEqualTo(ManualStatus.State.FAILED);
        }

        @Test
        void aRefusalLeavesItOnTheLightOnly() {
            Problem refused = Problem.of(Problem.Kind.REFUSED_BY_GRAPH);
            StatusOverride onLight = inACall().onLightOnly(refused);
            assertThat(state(onLight)).isEqualTo(ManualStatus.State.LIGHT_ONLY);
            assertThat(onLight.status().orElseThrow().problem()).contains(refused);
            assertThat(onLight.plan(NOON, false, Leases.USUAL)).isEmpty();
            assertThat(onLight.at(ONE).status()).isEmpty();
        }
    }

    private static final Presence OFFLINE = Presence.of(Availability.OFFLINE, Activity.OFFLINE);
    private static final Presence AVAILABLE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);
    private static final Presence BUSY = Presence.of(Availability.BUSY, Activity.BUSY);

    private static Presence noting(Presence presence, String text) {
        Optional<StatusMessage> note = Optional.of(text).map(t -> new StatusMessage(t, Optional.empty()));
        return new Presence(presence.availability(), presence.activity(), false, note, Optional.empty(), "");
    }

    private static List<GraphRequest> writes(StatusOverride manual, Instant now) {
        List<GraphRequest> all = new ArrayList<>();
        StatusOverride after = manual;
        for (Optional<GraphRequest> due = due(after, now); due.isPresent(); due = due(after, now)) {
            all.add(due.get());
            after = after.sending(due.get(), now).taken(0);
        }
        return all;
    }

    @Nested
    class APreferredOne {

        private final StatusOverride busy = accepted(Choice.BUSY, ONE);

        @Test
        void isSetOnceForItsWholeTimeWithASessionThatSaysNothing() {
            assertThat(writes(chosen(Choice.BUSY, ONE), NOON))
                    .containsExactly(
                            new GraphRequest.SetPreferred(Choice.BUSY.pair(), Duration.ofHours(1)),
                            new GraphRequest.SetSession(PresenceCode.AWAY, Leases.USUAL));
        }

        @Test
        void isNeverRenewedButItsSessionIs() {
            assertThat(writes(busy, minute(5)))
                    .containsExactly(new GraphRequest.SetSession(PresenceCode.AWAY, Leases.USUAL));
        }

        @Test
        void isSetAgainWhenItIsExtended() {
            assertThat(writes(busy.extended(Duration.ofMinutes(15)), minute(1)))
                    .containsExactly(new GraphRequest.SetPreferred(Choice.BUSY.pair(), Duration.ofMinutes(74)));
        }

        @Test
        void isClearedAtItsEndWhileTeamsStillShowsIt() {
            StatusOverride over = busy.seen(BUSY, minute(1)).at(ONE);
            assertThat(writes(over, ONE)).contains(new GraphRequest.ClearPreferred());
        }

        @Test
        void isLeftAloneAtItsEndWhenTeamsShowsSomethingElse() {
            StatusOverride over =
                    busy.seen(BUSY, minute(1)).seen(AVAILABLE, minute(2)).at(ONE);
            assertThat(writes(over, ONE)).doesNotContain(new GraphRequest.ClearPreferred());
        }

        @Test
        void isClearedByTheUserWhateverTeamsShows() {
            StatusOverride cleared = busy.seen(AVAILABLE, minute(2)).cleared();
            assertThat(writes(cleared, minute(3)))
                    .contains(new GraphRequest.ClearPreferred(), new GraphRequest.ClearSession());
        }

        @Test
        void isClearedWhenTheUserChoosesACall() {
            StatusRequest call = StatusRequest.of(Choice.IN_A_CALL, Expiry.at(ONE));
            assertThat(writes(busy.chosen(call, minute(1), Optional.empty()), minute(1)))
                    .containsExactly(
                            new GraphRequest.SetSession(Choice.IN_A_CALL.pair(), Leases.USUAL),
                            new GraphRequest.ClearPreferred());
        }

        @Test
        void afterARestartThatCameTooLateWaitsForWhatTeamsShows() {
            StatusOverride late = busy.lasting().resumed(ONE);
            assertThat(late.status()).isEmpty();
            assertThat(writes(late, ONE)).doesNotContain(new GraphRequest.ClearPreferred());
            assertThat(writes(late.seen(BUSY, ONE), ONE)).contains(new GraphRequest.ClearPreferred());
        }

        @Test
        void replacedInTeamsIsNotFoughtFor() {
            StatusOverride replaced = busy.seen(BUSY, minute(1)).seen(AVAILABLE, minute(2));
            assertThat(replaced.status().orElseThrow().overridden()).contains(Outcome.REPLACED);
            assertThat(replaced.plan(minute(6), false, Leases.USUAL)).isEmpty();
        }

        @Test
        void saysOnceWhatHasToBeKnown() {
            assertThat(busy.status().orElseThrow().wish().hints())
                    .containsExactlyInAnyOrder(Hint.REPLACES, Hint.TAKES_MINUTES);
            StatusRequest dnd = StatusRequest.of(Choice.DO_NOT_DISTURB, Expiry.at(ONE));
            assertThat(busy.chosen(dnd, NOON, Optional.empty())
                            .status()
                            .orElseThrow()
                            .wish()
                            .hints())
                    .containsExactly(Hint.VOICEMAIL);
        }
    }

    @Nested
    class TakingOver {

        @Test
        void putsACallAboveEverythingAsBusy() {
            StatusOverride over = accepted(Choice.IN_A_CALL, ONE)
                    .seen(DO_NOT_DISTURB, minute(1))
                    .takingOver();
            assertThat(writes(over, minute(1)))
                    .containsExactly(
                            new GraphRequest.SetPreferred(Choice.BUSY.pair(), Duration.ofMinutes(59)),
                            new GraphRequest.SetSession(PresenceCode.AWAY, Leases.USUAL));
            assertThat(told(over, minute(1)).status().orElseThrow().takesOver()).isTrue();
        }
    }

    @Nested
    class WhenSomebodyElseHasTheSession {

        private final StatusOverride taken =
                accepted(Choice.IN_A_CALL, ONE).seen(IN_A_CALL, minute(1)).seen(AVAILABLE, minute(2));

        @Test
        void thatIsSaidAndNotFought() {
            assertThat(taken.status().orElseThrow().overridden()).contains(Outcome.REPLACED);
            assertThat(taken.plan(minute(5), false, Leases.USUAL)).isEmpty();
            assertThat(taken.at(minute(20)).plan(minute(20), false, Leases.USUAL))
                    .isEmpty();
        }

        @Test
        void theirsIsNotClearedAtTheEnd() {
            assertThat(writes(taken.at(ONE), ONE)).isEmpty();
        }

        @Test
        void theUserCanInsist() {
            assertThat(writes(taken.extended(Duration.ofMinutes(15)), minute(3)))
                    .containsExactly(new GraphRequest.SetSession(Choice.IN_A_CALL.pair(), Leases.USUAL));
        }

        @Test
        void aHiccupOfMicrosoftsIsForgotten() {
            assertThat(writes(taken.seen(IN_A_CALL, minute(3)), minute(5)))
                    .containsExactly(new GraphRequest.SetSession(Choice.IN_A_CALL.pair(), Leases.USUAL));
        }

        @Test
        void somethingLouderIsNobodysDoing() {
            StatusOverride outranked =
                    accepted(Choice.IN_A_CALL, ONE).seen(IN_A_CALL, minute(1)).seen(DO_NOT_DISTURB, minute(2));
            assertThat(outranked.status().orElseThrow().overridden()).contains(Outcome.OUTRANKED);
            assertThat(outranked.plan(minute(5), false, Leases.USUAL)).isPresent();
        }
    }

    @Nested
    class ANote {

        private final StatusRequest request =
                new StatusRequest(Choice.IN_A_CALL, Expiry.at(ONE), Optional.of(" back at 1 "), false, false);
        private final StatusOverride before = StatusOverride.NOTHING.seen(noting(AVAILABLE, "In Basel"), NOON);
        private final StatusOverride noted = told(before.chosen(request, NOON, Optional.empty()), NOON);

        @Test
        void isNotWrittenBeforeItIsKnownWhatStandsThere() {
            StatusOverride blind = StatusOverride.NOTHING.chosen(request, NOON, Optional.empty());
            assertThat(writes(blind, NOON)).noneMatch(GraphRequest.SetNote.class::isInstance);
            assertThat(writes(blind.seen(AVAILABLE, NOON), NOON)).anyMatch(GraphRequest.SetNote.class::isInstance);
        }

        @Test
        void hasTheSameEnd() {
            assertThat(writes(before.chosen(request, NOON, Optional.empty()), NOON))
                    .contains(new GraphRequest.SetNote(new StatusMessage("back at 1", Optional.of(ONE))));
        }

        @Test
        void givesWayToWhatStoodThere() {
            StatusMessage basel = new StatusMessage("In Basel", Optional.empty());
            assertThat(writes(noted.cleared(), minute(1))).contains(new GraphRequest.PutBackNote(Optional.of(basel)));
            assertThat(writes(noted.at(ONE), ONE)).contains(new GraphRequest.PutBackNote(Optional.of(basel)));
        }

        @Test
        void leavesAloneWhatTheUserHasWrittenSince() {
            StatusOverride changed =
                    noted.seen(noting(IN_A_CALL, "mine"), minute(5)).at(minute(5));
            assertThat(writes(changed.cleared().at(minute(6)), minute(6)))
                    .noneMatch(GraphRequest.PutBackNote.class::isInstance);
        }

        @Test
        void thatHasEndedWhileTheComputerSleptWaitsForALookAtWhatIsThere() {
            StatusOverride woken = noted.at(minute(200));
            assertThat(writes(woken, minute(200))).noneMatch(GraphRequest.PutBackNote.class::isInstance);
            assertThat(writes(woken.seen(AVAILABLE, minute(200)), minute(200)))
                    .anyMatch(GraphRequest.PutBackNote.class::isInstance);
            assertThat(writes(woken.seen(noting(AVAILABLE, "new"), minute(200)), minute(200)))
                    .noneMatch(GraphRequest.PutBackNote.class::isInstance);
        }
    }

    @Nested
    class ClocksAndSleep {

        @Test
        void aCorrectionOfTheClockDoesNotChangeHowLongATimerRuns() {
            StatusOverride timer = told(
                    StatusOverride.NOTHING.chosen(
                            StatusRequest.of(Choice.IN_A_CALL, Expiry.after(Duration.ofHours(1), NOON)),
                            NOON,
                            Optional.empty()),
                    NOON);
            StatusOverride corrected = timer.corrected(Duration.ofHours(-3));
            assertThat(corrected.status().orElseThrow().until()).isEqualTo(ONE.minus(Duration.ofHours(3)));
            assertThat(corrected.plan(NOON, false, Leases.USUAL).orElseThrow().at())
                    .isEqualTo(minute(5).minus(Duration.ofHours(3)));
        }

        @Test
        void untilATimeIsWhatTheWallSays() {
            StatusOverride corrected = accepted(Choice.IN_A_CALL, ONE).corrected(Duration.ofMinutes(30));
            assertThat(corrected.status().orElseThrow().until()).isEqualTo(ONE);
        }

        @Test
        void untilClearedSurvivesNoSleepLongerThanALease() {
            StatusOverride cleared = told(
                    StatusOverride.NOTHING.chosen(
                            StatusRequest.of(Choice.IN_A_CALL, new Expiry(Expiry.Kind.CLEARED, ONE)),
                            NOON,
                            Optional.empty()),
                    NOON);
            assertThat(cleared.slept(Duration.ofMinutes(10), Leases.USUAL).status())
                    .isPresent();
            StatusOverride over = cleared.slept(Duration.ofMinutes(11), Leases.USUAL);
            assertThat(over.status()).isEmpty();
            assertThat(writes(over, minute(11))).containsExactly(new GraphRequest.ClearSession());
            assertThat(cleared.lasting().resumed(minute(12)).status()).isEmpty();
            assertThat(accepted(Choice.IN_A_CALL, ONE)
                            .slept(Duration.ofMinutes(50), Leases.USUAL)
                            .status())
                    .isPresent();
        }

        @Test
        void longLeasesAreForPoorNetworks() {
            GraphRequest.Planned first = chosen(Choice.IN_A_CALL, ONE)
                    .plan(NOON, false, Leases.LONGEST)
                    .orElseThrow();
            assertThat(first.write())
                    .isEqualTo(new GraphRequest.SetSession(Choice.IN_A_CALL.pair(), Duration.ofHours(1)));
        }
    }

    @Test
    void whereNobodyIsInTeamsOneWillAppearOfflineAfterwards() {
        StatusRequest call = StatusRequest.of(Choice.IN_A_CALL, Expiry.at(ONE));
        assertThat(StatusOverride.NOTHING
                        .chosen(call, NOON, Optional.of(OFFLINE))
                        .status()
                        .orElseThrow()
                        .wish()
                        .offlineAfter())
                .isTrue();
        assertThat(StatusOverride.NOTHING
                        .chosen(call, NOON, Optional.of(AVAILABLE))
                        .status()
                        .orElseThrow()
                        .wish()
                        .offlineAfter())
                .isFalse();
    }

    @Nested
    class AtTheEndOfTheProgram {

        @Test
        void allIsCleared() {
            assertThat(accepted(Choice.BUSY, ONE).farewell(minute(1), false))
                    .containsExactly(new GraphRequest.ClearSession(), new GraphRequest.ClearPreferred());
        }

        @Test
        void aStatusThatIsLeftEndsByMicrosoftsClock() {
            assertThat(accepted(Choice.IN_A_CALL, ONE).farewell(minute(10), true))
                    .containsExactly(new GraphRequest.SetSession(Choice.IN_A_CALL.pair(), Duration.ofMinutes(50)));
        }
    }
}
