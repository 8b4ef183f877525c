package app.ampel.service.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.IdleBehaviour;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.presence.PresenceStore;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.problem.Retry;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.SavedStatus;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.StatusOverride;
import app.ampel.domain.status.StatusRequest;
import app.ampel.domain.status.StatusStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CoreTest {

    private static final Duration HOURS = Duration.ofHours(3);

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final LightCommand GREEN = LightCommand.solid(Colour.GREEN);
    private static final LightCommand IN_A_CALL = new LightCommand(Colour.RED, Effect.PULSE);

    private final Cranked time = new Cranked(NOON);
    private final FakeMicrosoft microsoft = new FakeMicrosoft();
    private final FakeLights lights = new FakeLights();
    private final List<PresenceTracker.Seen> remembered = new ArrayList<>();
    private final List<SavedStatus> manuals = new ArrayList<>();
    private Optional<PresenceTracker.Seen> lastSeen = Optional.empty();
    private Optional<SavedStatus> kept = Optional.empty();
    private StatusDefaults habits = StatusDefaults.USUAL;
    private Rules rules = Rules.USUAL;
    private Set<String> followed = Set.of();
    private ZoneId zone = ZoneOffset.UTC;

    private Preferences preferences() {
        return new Preferences(PollingLimits.DEFAULT, rules, habits, () -> zone, false, followed);
    }

    private Core started() {
        EnginePorts rim = new EnginePorts(
                microsoft, microsoft, lights, time, time, time, time, time, memory(), this::keep, () -> 0);
        Core core = new Core(time, rim, new Start(lastSeen, kept, preferences()), () -> SignInWay.DEVICE_CODE);
        core.start();
        time.settle();
        return core;
    }

    private void keep(SavedStatus latest, Consumer<Boolean> then) {
        manuals.add(latest);
        then.accept(true);
    }

    private PresenceStore memory() {
        return new PresenceStore() {
            @Override
            public void keep(PresenceTracker.Seen seen) {
                remembered.add(seen);
            }

            @Override
            public void forget() {
                remembered.clear();
            }
        };
    }

    private CompletableFuture<Snapshot> tell(Core core, Intent intent) {
        CompletableFuture<Snapshot> answer = core.submit(intent);
        time.settle();
        return answer;
    }

    private CompletableFuture<Snapshot> inACallFor(Core core, Duration duration) {
        return tell(core, new Intent.SetManual(StatusRequest.of(Choice.IN_A_CALL, Expiry.after(duration, time.now()))));
    }

    private static ManualStatus.State state(Core core) {
        return core.snapshot().manual().orElseThrow().state();
    }

    @Nested
    class WhenTheSettingsChange {

        @Test
        void theLightsFollowAtOnce() {
            microsoft.presence = Presence.of(Availability.BUSY, Activity.IN_A_MEETING);
            Core core = started();
            assertThat(lights.last()).isEqualTo(LightCommand.solid(Colour.RED));
            rules = rules.using(Schemes.ONLY_IN_A_CALL.name());
            core.apply(preferences());
            time.settle();
            assertThat(lights.last()).isEqualTo(LightCommand.solid(Colour.AMBER));
        }

        @Test
        void onlySchemesThatSomeLightFollowsAreDecided() {
            microsoft.presence = Presence.of(Availability.BUSY, Activity.IN_A_MEETING);
            Core core = started();
            assertThat(lights.wanted.byScheme()).isEmpty();
            followed = Set.of(Schemes.ONLY_IN_A_CALL.name(), "gone");
            core.apply(preferences());
            time.settle();
            LightCommand red = LightCommand.solid(Colour.RED);
            assertThat(lights.wanted.usual()).isEqualTo(red);
            assertThat(lights.wanted.byScheme())
                    .containsOnly(
                            Map.entry(Schemes.ONLY_IN_A_CALL.name(), LightCommand.solid(Colour.AMBER)),
                            Map.entry("gone", red));
        }

        @Test
        void theyRestWhenTheHourComesAndWorkWhenTheNextOneDoes() {
            rules = rules.withOutOfHours(IdleBehaviour.OFF);
            started();
            assertThat(lights.last()).isEqualTo(GREEN);
            time.pass(Duration.ofHours(5));
            assertThat(lights.last()).isEqualTo(LightCommand.OFF);
        }

        /** Who travels takes the computer along. */
        @Test
        void workingHoursAreThoseOfWhereTheComputerIsNow() {
            rules = rules.withOutOfHours(IdleBehaviour.OFF);
            Core core = started();
            assertThat(lights.last()).isEqualTo(GREEN);
            zone = ZoneId.of("Asia/Tokyo");
            core.woke();
            time.pass(Duration.ofSeconds(3));
            assertThat(lights.last()).isEqualTo(LightCommand.OFF);
            zone = ZoneOffset.UTC;
            time.pass(Duration.ofMinutes(1));
            assertThat(lights.last()).as("and without a sleep, within a minute").isEqualTo(GREEN);
        }

        @Test
        void pollingKeepsToTheNewLimits() {
            Core core = started();
            PollingLimits slow = new PollingLimits(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5));
            core.apply(new Preferences(slow, rules, habits, () -> zone, false, followed));
            time.settle();
            long reads = microsoft.reads();
            time.pass(Duration.ofMinutes(4));
            assertThat(microsoft.reads()).isEqualTo(reads);
        }
    }

    @Nested
    class WhenItStarts {

        @Test
        void theLightShowsTheLastKnownStateBeforeAnybodyIsAsked() {
            Presence meeting = Presence.of(Availability.BUSY, Activity.IN_A_MEETING);
            lastSeen = Optional.of(new PresenceTracker.Seen(meeting, NOON.minusSeconds(30)));
            started();
            Colour first = lights.told.get(0).colour();
            assertThat(first.red()).isPositive();
            assertThat(first.green() + first.blue()).isZero();
        }

        @Test
        void aLastKnownAvailableIsNotShownAsAvailable() {
            lastSeen = Optional.of(new PresenceTracker.Seen(FakeMicrosoft.AVAILABLE, NOON.minusSeconds(5)));
            started();
            assertThat(lights.told.get(0)).isEqualTo(Schemes.DIM_WHITE);
        }

        @Test
        void thePresenceIsAskedForAndShownAndRemembered() {
            Core core = started();
            assertThat(microsoft.requests).containsExactly("read");
            assertThat(lights.last()).isEqualTo(GREEN);
            assertThat(core.snapshot().reading().kind()).isEqualTo(PresenceReading.Kind.KNOWN);
            assertThat(core.snapshot().poll().orElseThrow())
                    .isEqualTo(new Snapshot.Poll(NOON.plusSeconds(10), Duration.ofSeconds(10)));
            assertThat(remembered).containsExactly(new PresenceTracker.Seen(FakeMicrosoft.AVAILABLE, NOON));
        }

        @Test
        void nobodySignedInBlinksWhiteAndAsksNothing() {
            microsoft.signedIn = Optional.empty();
            Core core = started();
            assertThat(lights.last()).isEqualTo(Schemes.DOUBLE_WHITE);
            assertThat(core.snapshot().account().kind()).isEqualTo(AccountState.Kind.SIGNED_OUT);
            assertThat(core.snapshot().poll()).isEmpty();
            time.pass(Duration.ofMinutes(10));
            assertThat(lights.last()).isEqualTo(Schemes.DIM_WHITE);
            assertThat(microsoft.requests).isEmpty();
            assertThat(time.plans()).as("an idle core plans nothing").isZero();
        }
    }

    @Nested
    class WhilePolling {

        /** What became of a command is for faces; nothing is decided by it. */
        @Test
        void whatTheLightsDoRunsNothing() {
            started();
            assertThat(lights.watched).isZero();
        }

        @Test
        void aChangeReachesTheLightAndItIsToldOnlyOnce() {
            Core core = started();
            microsoft.presence = Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB);
            time.pass(Duration.ofMinutes(2));
            assertThat(lights.last()).isEqualTo(LightCommand.solid(Colour.MAGENTA_RED));
            assertThat(lights.told.stream().filter(lights.last()::equals)).hasSize(1);
            assertThat(core.snapshot().why()).isEqualTo(Reason.PRESENCE);
        }

        @Test
        void noNetworkTurnsGreenDimWhiteOnlyWhenTheAnswerIsStale() {
            Core core = started();
            microsoft.readFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            time.pass(Duration.ofSeconds(59));
            assertThat(core.snapshot().reading().kind()).isEqualTo(PresenceReading.Kind.UNREACHABLE);
            assertThat(lights.last()).isEqualTo(GREEN);
            time.pass(Duration.ofSeconds(1));
            assertThat(lights.last()).isEqualTo(Schemes.DIM_WHITE);
        }

        @Test
        void aLibraryThatThrowsDoesNotEndThePolling() {
            Core core = started();
            microsoft.readThrows = true;
            time.pass(Duration.ofSeconds(10));
            assertThat(core.snapshot().reading().problem().orElseThrow().kind()).isEqualTo(Problem.Kind.INTERNAL);
            microsoft.readThrows = false;
            time.pass(Duration.ofMinutes(2));
            assertThat(core.snapshot().reading().kind()).isEqualTo(PresenceReading.Kind.KNOWN);
        }

        @Test
        void aClassThatCannotBeLoadedDoesNotEndThePollingEither() {
            Core core = started();
            microsoft.readBreaks = true;
            time.pass(Duration.ofSeconds(10));
            assertThat(core.snapshot().reading().problem().orElseThrow().kind()).isEqualTo(Problem.Kind.INTERNAL);
            microsoft.readBreaks = false;
            time.pass(Duration.ofMinutes(2));
            assertThat(core.snapshot().reading().kind()).isEqualTo(PresenceReading.Kind.KNOWN);
        }

        @Test
        void anObserverThatThrowsDoesNotDisturbTheOthers() {
            Core core = started();
            List<Snapshot> seen = new ArrayList<>();
            core.watch(snapshot -> {
                throw new IllegalStateException("as a broken window may");
            });
            core.watch(seen::add);
            time.pass(Duration.ofSeconds(30));
            assertThat(seen).hasSizeGreaterThan(1);
        }

        @Test
        void aSignInThatHasRunOutSignsOutAndStopsAsking() {
            Core core = started();
            microsoft.readFails = Optional.of(Problem.of(Problem.Kind.SIGN_IN_EXPIRED));
            time.pass(Duration.ofSeconds(10));
            assertThat(core.snapshot().account().kind()).isEqualTo(AccountState.Kind.SIGNED_OUT);
            assertThat(core.snapshot().reading().kind()).isEqualTo(PresenceReading.Kind.SIGNED_OUT);
            assertThat(lights.last()).isEqualTo(Schemes.DOUBLE_WHITE);
            long reads = microsoft.reads();
            time.pass(Duration.ofHours(1));
            assertThat(microsoft.reads()).isEqualTo(reads);
        }

        @Test
        void lockingTurnsGreenAmberAtOnceAndUnlockingAsksAgain() {
            Core core = started();
            core.locked(true);
            time.settle();
            assertThat(lights.last()).isEqualTo(LightCommand.solid(Colour.AMBER));
            time.pass(Duration.ofSeconds(12));
            long reads = microsoft.reads();
            core.locked(false);
            time.settle();
            assertThat(lights.last()).isEqualTo(GREEN);
            assertThat(microsoft.reads()).isEqualTo(reads + 1);
        }

        @Test
        void wakingUpAsksAtOnce() {
            Core core = started();
            time.pass(Duration.ofSeconds(3));
            core.woke();
            time.settle();
            assertThat(microsoft.reads()).isEqualTo(2);
        }
    }

    @Nested
    class InACall {

        @Test
        void isToldToMicrosoftForAShortLeaseAndShownAtOnce() {
            Core core = started();
            CompletableFuture<Snapshot> settled = inACallFor(core, Duration.ofHours(1));
            assertThat(microsoft.writes()).containsExactly("set Busy/InACall PT10M");
            assertThat(lights.last()).isEqualTo(IN_A_CALL);
            assertThat(settled.join().manual().orElseThrow().leaseUntil()).contains(NOON.plusSeconds(600));
        }

        @Test
        void isConfirmedByWhatMicrosoftShowsSoonAfter() {
            Core core = started();
            inACallFor(core, Duration.ofHours(1));
            time.pass(Duration.ofSeconds(3));
            assertThat(state(core)).isEqualTo(ManualStatus.State.IN_EFFECT);
        }

        @Test
        void isKeptAliveAndClearedAtTheEndOfItsTimer() {
            Core core = started();
            inACallFor(core, Duration.ofMinutes(22));
            time.pass(Duration.ofMinutes(23));
            assertThat(microsoft.writes())
                    .containsExactly(
                            "set Busy/InACall PT10M",
                            "set Busy/InACall PT10M",
                            "set Busy/InACall PT10M",
                            "set Busy/InACall PT7M",
                            "clear");
            assertThat(core.snapshot().manual()).isEmpty();
            assertThat(lights.last()).isEqualTo(GREEN);
        }

        @Test
        void isNotKeptAvailableWhileTheScreenIsKeptAwakeSinceNobodyMayBeThere() {
            Core core = started();
            tell(core, new Intent.SetManual(StatusRequest.of(Choice.AVAILABLE, Expiry.after(HOURS, time.now()))));
            time.pass(Duration.ofMinutes(10));
            assertThat(microsoft.writes()).hasSizeGreaterThan(2);
            core.keptAwake(true);
            time.settle();
            int before = microsoft.writes().size();
            time.pass(Duration.ofHours(2));
            assertThat(microsoft.writes()).hasSize(before);
            core.keptAwake(false);
            time.settle();
            assertThat(microsoft.writes()).hasSize(before + 1);
        }

        @Test
        void isToldOnceWhileTheScreenIsKeptAwakeSinceSomebodyHasJustSaidSo() {
            Core core = started();
            core.keptAwake(true);
            CompletableFuture<Snapshot> settled = tell(
                    core, new Intent.SetManual(StatusRequest.of(Choice.AVAILABLE, Expiry.after(HOURS, time.now()))));
            assertThat(settled).isDone();
            time.pass(Duration.ofHours(2));
            assertThat(microsoft.writes()).hasSize(1);
        }

        @Test
        void isKeptInACallWhetherTheScreenIsKeptAwakeOrNot() {
            Core core = started();
            core.keptAwake(true);
            inACallFor(core, Duration.ofHours(1));
            time.pass(Duration.ofMinutes(50));
            assertThat(microsoft.writes()).hasSizeGreaterThan(8);
        }

        @Test
        void isClearedOnDemand() {
            Core core = started();
            inACallFor(core, Duration.ofHours(1));
            CompletableFuture<Snapshot> cleared = tell(core, new Intent.ClearManual());
            assertThat(cleared.join().manual()).isEmpty();
            assertThat(microsoft.writes()).endsWith("clear");
        }

        private Intent toggle(Choice choice) {
            return new Intent.ToggleManual(StatusRequest.of(choice, Expiry.after(Duration.ofHours(1), time.now())));
        }

        @Test
        void isSetAndClearedByTwoQuickPresses() {
            Core core = started();
            // The second comes before anybody has heard of what the first has done.
            CompletableFuture<Snapshot> first = core.submit(toggle(Choice.IN_A_CALL));
            CompletableFuture<Snapshot> second = core.submit(toggle(Choice.IN_A_CALL));
            time.settle();
            assertThat(core.snapshot().manual()).isEmpty();
            assertThat(lights.last()).isEqualTo(GREEN);
            assertThat(second.join().manual()).isEmpty();
            assertThat(first).isCompleted();
            assertThat(microsoft.writes()).isNotEmpty().endsWith("clear");
        }

        @Test
        void isTakenBackByAPressWhileMicrosoftIsBeingAsked() {
            Core core = started();
            microsoft.writeFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            tell(core, toggle(Choice.IN_A_CALL));
            assertThat(state(core)).isEqualTo(ManualStatus.State.FAILED);
            tell(core, toggle(Choice.IN_A_CALL));
            assertThat(core.snapshot().manual()).isEmpty();
            assertThat(lights.last()).isEqualTo(GREEN);
        }

        @Test
        void isTakenBackByAPressWhileTeamsShowsSomethingElse() {
            Core core = started();
            tell(core, toggle(Choice.IN_A_CALL));
            microsoft.presence = Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB);
            time.pass(Duration.ofSeconds(40));
            assertThat(state(core)).isEqualTo(ManualStatus.State.OVERRIDDEN);
            tell(core, toggle(Choice.IN_A_CALL));
            assertThat(core.snapshot().manual()).isEmpty();
        }

        @Test
        void takesThePlaceOfAnotherStatusByOnePress() {
            Core core = started();
            tell(core, toggle(Choice.PRESENTING));
            tell(core, toggle(Choice.IN_A_CALL));
            assertThat(core.snapshot().manual().orElseThrow().choice()).isEqualTo(Choice.IN_A_CALL);
        }

        @Test
        void endsByANewTime() {
            Core core = started();
            inACallFor(core, Duration.ofHours(1));
            time.pass(Duration.ofMinutes(10));
            tell(core, new Intent.EndManual(DurationOption.of(Duration.ofHours(4))));
            assertThat(core.snapshot().manual().orElseThrow().until())
                    .isEqualTo(NOON.plus(Duration.ofMinutes(10)).plus(Duration.ofHours(4)));
        }

        @Test
        void thatIsNotSetHasNoEndThatCouldBeMoved() {
            Core core = started();
            assertThat(tell(core, new Intent.EndManual(DurationOption.WORKING_DAY))
                            .join()
                            .manual())
                    .isEmpty();
            assertThat(microsoft.writes()).isEmpty();
        }

        @Test
        void thatCannotBeClearedSaysSoAndIsTriedAgain() {
            Core core = started();
            inACallFor(core, Duration.ofHours(1));
            microsoft.writeFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            CompletableFuture<Snapshot> cleared = tell(core, new Intent.ClearManual());
            assertThat(cleared).isCompletedExceptionally();
            microsoft.writeFails = Optional.empty();
            time.pass(Duration.ofSeconds(5));
            assertThat(microsoft.presence).isEqualTo(FakeMicrosoft.AVAILABLE);
        }

        @Test
        void isClearedOnQuitAndTheLightsGoOff() {
            Core core = started();
            inACallFor(core, Duration.ofHours(1));
            Thread quitting = new Thread(() -> core.close(Duration.ofSeconds(3), false));
            quitting.start();
            await().until(() -> {
                time.settle();
                return !quitting.isAlive();
            });
            assertThat(microsoft.writes()).endsWith("clear");
            assertThat(lights.closed).isTrue();
        }

        @Test
        void isClearedOnQuitBeforeTheSignInIsForgotten() {
            habits = StatusDefaults.USUAL.withLeaveOnQuit(true);
            Core core = started();
            inACallFor(core, Duration.ofHours(1));
            quit(core, true);
            assertThat(microsoft.requests).endsWith("clear", "sign-out");
            assertThat(manuals.get(manuals.size() - 1).manual()).isEqualTo(StatusOverride.NOTHING);
            assertThat(lights.closed).isTrue();
        }

        @Test
        void thatCannotBeClearedDoesNotKeepTheSignIn() {
            Core core = started();
            inACallFor(core, Duration.ofHours(1));
            microsoft.writeFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            quit(core, true);
            assertThat(microsoft.signedIn).isEmpty();
        }

        @Test
        void keepsTheSignInWhereThatIsNotAskedFor() {
            Core core = started();
            quit(core, false);
            assertThat(microsoft.signedIn).isPresent();
        }

        private void quit(Core core, boolean signOut) {
            Thread quitting = new Thread(() -> core.close(Duration.ofSeconds(3), signOut));
            quitting.start();
            await().until(() -> {
                time.settle();
                return !quitting.isAlive();
            });
        }

        @Test
        void isOverriddenWhenMicrosoftGoesOnShowingSomethingElse() {
            Core core = started();
            inACallFor(core, Duration.ofHours(1));
            microsoft.presence = Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB);
            time.pass(Duration.ofSeconds(40));
            assertThat(state(core)).isEqualTo(ManualStatus.State.OVERRIDDEN);
            assertThat(lights.last()).isEqualTo(LightCommand.solid(Colour.MAGENTA_RED));
        }

        @Test
        void thatFailsOnTheWayIsShownOnTheLightAndTriedAgain() {
            Core core = started();
            microsoft.writeFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            CompletableFuture<Snapshot> settled = inACallFor(core, Duration.ofHours(1));
            assertThat(settled.join().manual().orElseThrow().state()).isEqualTo(ManualStatus.State.FAILED);
            assertThat(lights.last()).isEqualTo(IN_A_CALL);
            microsoft.writeFails = Optional.empty();
            time.pass(Duration.ofSeconds(10));
            assertThat(state(core)).isEqualTo(ManualStatus.State.IN_EFFECT);
        }

        @Test
        void whileNobodyIsSignedInHoldsOnTheLightOnlyUntilSomebodyIs() {
            microsoft.signedIn = Optional.empty();
            Core core = started();
            CompletableFuture<Snapshot> settled = inACallFor(core, Duration.ofHours(1));
            ManualStatus status = settled.join().manual().orElseThrow();
            assertThat(status.state()).isEqualTo(ManualStatus.State.LIGHT_ONLY);
            assertThat(status.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.NOT_SIGNED_IN);
            assertThat(lights.last()).isEqualTo(IN_A_CALL);
            tell(core, new Intent.SignIn(SignInWay.DEVICE_CODE));
            time.pass(Duration.ofSeconds(3));
            assertThat(microsoft.writes()).containsExactly("set Busy/InACall PT10M");
            assertThat(state(core)).isEqualTo(ManualStatus.State.IN_EFFECT);
        }
    }

    @Nested
    class WithoutPresenceReadWrite {

        private Core core() {
            microsoft.signedIn = Optional.of(FakeMicrosoft.kim(Scope.USER_READ, Scope.PRESENCE_READ));
            return started();
        }

        @Test
        void itIsAskedForBeforeTheFirstSetAndNotBefore() {
            Core core = core();
            time.pass(Duration.ofMinutes(1));
            assertThat(microsoft.requests).doesNotContain("grant Presence.ReadWrite");
            inACallFor(core, Duration.ofHours(1));
            assertThat(microsoft.requests).containsSubsequence("grant Presence.ReadWrite", "set Busy/InACall PT10M");
        }

        @Test
        void aRefusalLeavesTheStatusOnTheLightOnlyAndIsNotAskedForAgain() {
            Core core = core();
            microsoft.grantFails = Optional.of(Problem.of(Problem.Kind.CONSENT_NEEDED));
            ManualStatus status =
                    inACallFor(core, Duration.ofHours(1)).join().manual().orElseThrow();
            assertThat(status.state()).isEqualTo(ManualStatus.State.LIGHT_ONLY);
            assertThat(status.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.CONSENT_NEEDED);
            assertThat(lights.last()).isEqualTo(IN_A_CALL);
            time.pass(Duration.ofMinutes(30));
            assertThat(microsoft.requests.stream().filter("grant Presence.ReadWrite"::equals))
                    .hasSize(1);
            assertThat(microsoft.writes()).isEmpty();
            assertThat(core.snapshot().account().kind()).isEqualTo(AccountState.Kind.SIGNED_IN);
        }

        @Test
        void aHiccupIsTriedAgain() {
            Core core = core();
            microsoft.grantFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            inACallFor(core, Duration.ofHours(1));
            assertThat(state(core)).isEqualTo(ManualStatus.State.FAILED);
            microsoft.grantFails = Optional.empty();
            time.pass(Duration.ofSeconds(10));
            assertThat(microsoft.writes()).containsExactly("set Busy/InACall PT10M");
        }

        private final ConsentRequest colleagues =
                new ConsentRequest(Set.of(Scope.PRESENCE_READ_ALL, Scope.PEOPLE_READ), ConsentReason.SEE_COLLEAGUES);

        private CompletableFuture<Snapshot> grant(Core core) {
            return tell(core, new Intent.GrantConsent(colleagues));
        }

        @Test
        void whateverItIsForIsAskedForOnceAndThenGranted() {
            Core core = core();
            assertThat(grant(core).join().account().profile().orElseThrow().scopes())
                    .containsAll(colleagues.scopes());
            grant(core).join();
            assertThat(microsoft.requests.stream().filter(asked -> asked.startsWith("grant")))
                    .containsExactly("grant Presence.Read.All, People.Read");
            assertThat(microsoft.writes()).isEmpty();
        }

        @Test
        void aRefusalOfSomethingElseLeavesTheStatusAsItIs() {
            Core core = core();
            inACallFor(core, Duration.ofHours(1)).join();
            Optional<ManualStatus> before = core.snapshot().manual();
            microsoft.grantFails = Optional.of(Problem.of(Problem.Kind.CONSENT_NEEDED));
            assertThat(grant(core)).isCompletedExceptionally();
            assertThat(core.snapshot().manual()).isPresent().isEqualTo(before);
            assertThat(core.snapshot().account().kind()).isEqualTo(AccountState.Kind.SIGNED_IN);
        }

        @Test
        void nobodyWhoIsNotThereIsAsked() {
            microsoft.signedIn = Optional.empty();
            Core core = started();
            assertThat(grant(core)).isCompletedExceptionally();
            assertThat(microsoft.requests).noneMatch(asked -> asked.startsWith("grant"));
        }

        @Test
        void clearingTheStatusDoesNotEndAQuestionForSomethingElse() {
            Core core = core();
            microsoft.whileGranted = () -> core.submit(new Intent.ClearManual());
            microsoft.afterGranted = time::settle;
            assertThat(grant(core).join().account().profile().orElseThrow().scopes())
                    .containsAll(colleagues.scopes());
        }

        @Test
        void aConsentThatWasTakenBackIsAskedForAnewWithTheNextStatus() {
            Core core = started();
            microsoft.writeFails = Optional.of(Problem.of(Problem.Kind.CONSENT_NEEDED, "HTTP 403"));
            inACallFor(core, Duration.ofHours(1));
            assertThat(state(core)).isEqualTo(ManualStatus.State.LIGHT_ONLY);
            assertThat(core.snapshot().account().profile().orElseThrow().scopes())
                    .doesNotContain(Scope.PRESENCE_READ_WRITE);
            assertThat(microsoft.requests).doesNotContain("grant Presence.ReadWrite");

            microsoft.writeFails = Optional.empty();
            inACallFor(core, Duration.ofHours(2));

            assertThat(microsoft.requests).containsSubsequence("grant Presence.ReadWrite", "set Busy/InACall PT10M");
        }

        @Test
        void aRefusalByGraphItselfLeavesItOnTheLightOnly() {
            Core core = started();
            microsoft.writeFails = Optional.of(Problem.of(Problem.Kind.REFUSED_BY_GRAPH, "HTTP 403"));
            inACallFor(core, Duration.ofHours(1));
            assertThat(state(core)).isEqualTo(ManualStatus.State.LIGHT_ONLY);
        }
    }

    @Nested
    class SigningInAndOut {

        @Test
        void showsThePromptWhileItWaitsAndThePresenceAfterwards() {
            microsoft.signedIn = Optional.empty();
            microsoft.whilePrompted = time::settle;
            Core core = started();
            List<String> codes = new ArrayList<>();
            core.watch(s -> s.account().prompt().flatMap(p -> p.code()).ifPresent(codes::add));
            CompletableFuture<Snapshot> done = tell(core, new Intent.SignIn(SignInWay.DEVICE_CODE));
            assertThat(codes).contains("ABCD1234");
            assertThat(done.join().account().kind()).isEqualTo(AccountState.Kind.SIGNED_IN);
            assertThat(lights.last()).isEqualTo(GREEN);
        }

        @Test
        void thatFailsSaysWhyAndLeavesWhoWasSignedIn() {
            Core core = started();
            microsoft.signInFails = Optional.of(Problem.of(Problem.Kind.SIGN_IN_DECLINED));
            CompletableFuture<Snapshot> done = tell(core, new Intent.SignIn(SignInWay.DEVICE_CODE));
            assertThat(done).isCompletedExceptionally();
            assertThat(done.handle((s, e) -> ((ProblemException) e).problem().kind())
                            .join())
                    .isEqualTo(Problem.Kind.SIGN_IN_DECLINED);
            assertThat(core.snapshot().account().kind()).isEqualTo(AccountState.Kind.SIGNED_IN);
            assertThat(core.snapshot().reading().kind()).isEqualTo(PresenceReading.Kind.KNOWN);
        }

        @Test
        void outFirstClearsWhatWasSetThenForgets() {
            Core core = started();
            inACallFor(core, Duration.ofHours(1));
            Snapshot after = tell(core, new Intent.SignOut()).join();
            assertThat(microsoft.requests).containsSubsequence("clear", "sign-out");
            assertThat(after.account().kind()).isEqualTo(AccountState.Kind.SIGNED_OUT);
            assertThat(after.manual()).isEmpty();
            assertThat(after.reading().last()).isEmpty();
            assertThat(remembered).isEmpty();
        }
    }

    @Test
    void whatTheLightIsToldHoldsUntilItFollowsThePresenceAgain() {
        Core core = started();
        tell(core, new Intent.ShowLight(LightOverride.showing(LightCommand.OFF)));
        assertThat(lights.last()).isEqualTo(LightCommand.OFF);
        time.pass(Duration.ofMinutes(5));
        assertThat(lights.last()).isEqualTo(LightCommand.OFF);
        tell(core, new Intent.ShowLight(LightOverride.AUTO));
        assertThat(lights.last()).isEqualTo(GREEN);
    }

    @Test
    void pausingLetsGoOfTheLightsUntilTheyFollowThePresenceAgain() {
        Core core = started();
        tell(core, new Intent.ShowLight(LightOverride.PAUSED));
        assertThat(lights.paused).isTrue();
        assertThat(core.snapshot().override().paused()).isTrue();
        tell(core, new Intent.ShowLight(LightOverride.AUTO));
        assertThat(lights.paused).isFalse();
    }

    @Test
    void anExtensionMovesTheEndOfWhatIsSet() {
        Core core = started();
        inACallFor(core, Duration.ofMinutes(10));
        tell(core, new Intent.ExtendManual(Duration.ofMinutes(15)));
        assertThat(core.snapshot().manual().orElseThrow().until()).isEqualTo(NOON.plus(Duration.ofMinutes(25)));
    }

    @Nested
    class WhatIsKeptForTheNextStart {

        private Core restarted() {
            kept = Optional.of(manuals.get(manuals.size() - 1));
            return started();
        }

        @Test
        void isKnownBeforeMicrosoftIsTold() {
            Core core = started();
            microsoft.writeFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            inACallFor(core, Duration.ofHours(1));
            assertThat(manuals)
                    .anySatisfy(it -> assertThat(it.manual().mayBeHeld()).isTrue());
            assertThat(manuals.get(0).owner()).isEqualTo("user-1");
        }

        @Test
        void goesOnAfterACrash() {
            inACallFor(started(), Duration.ofHours(1));
            time.sleep(Duration.ofMinutes(20));
            microsoft.requests.clear();
            Core again = restarted();
            assertThat(microsoft.writes()).containsExactly("set Busy/InACall PT10M");
            assertThat(again.snapshot().manual().orElseThrow().until()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        }

        @Test
        void isClearedWhenItHasEnded() {
            inACallFor(started(), Duration.ofMinutes(6));
            time.sleep(Duration.ofSeconds(370));
            microsoft.requests.clear();
            assertThat(restarted().snapshot().manual()).isEmpty();
            assertThat(microsoft.writes()).containsExactly("clear");
        }

        @Test
        void isNothingToAnotherAccount() {
            inACallFor(started(), Duration.ofHours(1));
            kept = Optional.of(new SavedStatus(manuals.get(manuals.size() - 1).manual(), "somebody else"));
            microsoft.requests.clear();
            assertThat(started().snapshot().manual()).isEmpty();
            assertThat(microsoft.writes()).isEmpty();
        }
    }

    @Nested
    class WhenTheComputerSlept {

        @Test
        void acrossTheEndItIsClearedBeforeAnythingElse() {
            Core core = started();
            inACallFor(core, Duration.ofMinutes(12));
            time.pass(Duration.ofMinutes(6));
            time.sleep(Duration.ofSeconds(370));
            microsoft.requests.clear();
            core.woke();
            time.settle();
            assertThat(microsoft.writes()).containsExactly("clear");
            assertThat(core.snapshot().manual()).isEmpty();
        }

        @Test
        void aTimerHasGoneOnAndTheSessionIsSetAgain() {
            Core core = started();
            inACallFor(core, Duration.ofHours(1));
            time.sleep(Duration.ofMinutes(30));
            core.woke();
            time.settle();
            assertThat(microsoft.writes()).hasSize(2);
            assertThat(core.snapshot().manual().orElseThrow().until()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        }
    }

    @Nested
    class WhenTheClockIsPutRight {

        @Test
        void aTimerLastsAsLongAsItWasSetFor() {
            Core core = started();
            inACallFor(core, Duration.ofMinutes(22));
            time.correct(Duration.ofHours(-5));
            core.woke();
            time.pass(Duration.ofMinutes(21));
            assertThat(core.snapshot().manual()).isPresent();
            time.pass(Duration.ofMinutes(2));
            assertThat(core.snapshot().manual()).isEmpty();
            assertThat(microsoft.writes()).endsWith("clear");
        }

        @Test
        void thePresenceIsAskedForAsOftenAsBefore() {
            Core core = started();
            time.correct(Duration.ofHours(-5));
            core.woke();
            time.settle();
            long reads = microsoft.reads();
            time.pass(Duration.ofMinutes(1));
            assertThat(microsoft.reads()).isGreaterThan(reads + 3);
        }
    }

    @Test
    void aStatusThatIsToOutliveTheProgramIsLeftToItsEnd() {
        habits = StatusDefaults.USUAL.withLeaveOnQuit(true);
        Core core = started();
        inACallFor(core, Duration.ofHours(1));
        Thread quitting = new Thread(() -> core.close(Duration.ofSeconds(3), false));
        quitting.start();
        await().until(() -> {
            time.settle();
            return !quitting.isAlive();
        });
        assertThat(microsoft.writes()).endsWith("set Busy/InACall PT1H");
        assertThat(manuals.get(manuals.size() - 1).manual().wish()).isPresent();
    }

    @Test
    void aSlowWriteHoldsUpNeitherTheLightNorTheReading() {
        Cranked slow = new Cranked(NOON);
        EnginePorts rim = new EnginePorts(
                microsoft, microsoft, lights, time, time, slow, time, time, memory(), this::keep, () -> 0);
        Core core = new Core(time, rim, new Start(lastSeen, kept, preferences()), () -> SignInWay.DEVICE_CODE);
        core.start();
        time.settle();
        inACallFor(core, Duration.ofHours(1));
        long reads = microsoft.reads();
        time.pass(Duration.ofMinutes(1));
        assertThat(lights.last()).isEqualTo(IN_A_CALL);
        assertThat(microsoft.reads()).isGreaterThan(reads + 3);
        assertThat(microsoft.writes()).isEmpty();
        slow.settle();
        assertThat(microsoft.writes()).as("and it is told once").hasSize(1);
    }

    /** What Microsoft says once, and what only a person can undo, are two things. */
    @Nested
    class WhenMicrosoftRefuses {

        @ParameterizedTest
        @EnumSource(Problem.Kind.class)
        void onlyAFinalWordSignsOutAndAllElseIsAskedAgain(Problem.Kind kind) {
            Core core = started();
            microsoft.readFails = Optional.of(Problem.of(kind));
            time.pass(Duration.ofSeconds(11));
            boolean isFinal = kind.endsTheSignIn();
            assertThat(core.snapshot().account().kind())
                    .isEqualTo(isFinal ? AccountState.Kind.SIGNED_OUT : AccountState.Kind.SIGNED_IN);
            assertThat(core.snapshot().reading().problem().map(Problem::kind)).contains(kind);
            assertThat(core.snapshot().poll().isPresent()).isEqualTo(!isFinal);
            microsoft.readFails = Optional.empty();
            time.pass(Duration.ofMinutes(11));
            assertThat(core.snapshot().reading().kind())
                    .isEqualTo(isFinal ? PresenceReading.Kind.SIGNED_OUT : PresenceReading.Kind.KNOWN);
        }

        static Stream<Problem.Kind> slowKinds() {
            return Stream.of(Problem.Kind.values()).filter(kind -> kind.retry() == Retry.SLOWLY);
        }

        @ParameterizedTest
        @MethodSource("slowKinds")
        void whatIsRefusedIsAskedForSlowlyAndAtOnceAfterAWakeUpOrAnUnlocking(Problem.Kind kind) {
            Core core = started();
            microsoft.readFails = Optional.of(Problem.of(kind));
            time.pass(Duration.ofMinutes(60));
            assertThat(microsoft.reads()).isBetween(6L, 8L);
            long reads = microsoft.reads();
            core.woke();
            time.settle();
            assertThat(microsoft.reads()).isEqualTo(reads + 1);
            time.pass(Duration.ofSeconds(5));
            core.locked(true);
            core.locked(false);
            time.settle();
            assertThat(microsoft.reads()).isEqualTo(reads + 2);
        }

        @Test
        void whatCouldNotBeToldIsToldAtOnceAfterAWakeUp() {
            Core core = started();
            microsoft.writeFails = Optional.of(Problem.of(Problem.Kind.BLOCKED_BY_POLICY));
            inACallFor(core, Duration.ofHours(1));
            microsoft.writeFails = Optional.empty();
            time.pass(Duration.ofSeconds(3));
            assertThat(state(core)).isEqualTo(ManualStatus.State.FAILED);
            core.woke();
            time.pass(Duration.ofSeconds(3));
            assertThat(state(core)).isEqualTo(ManualStatus.State.IN_EFFECT);
        }

        @Test
        void whoIsSignedInIsFoundOutAgainAfterAWakeUpWhereTheKeyStoreWasClosed() {
            microsoft.profileFails = Optional.of(Problem.of(Problem.Kind.KEY_STORE_CLOSED));
            Core core = started();
            assertThat(core.snapshot().account().kind()).isEqualTo(AccountState.Kind.SIGNED_OUT);
            microsoft.profileFails = Optional.empty();
            time.pass(Duration.ofMinutes(5));
            core.woke();
            time.settle();
            assertThat(core.snapshot().account().kind()).isEqualTo(AccountState.Kind.SIGNED_IN);
            assertThat(lights.last()).isEqualTo(GREEN);
        }
    }

    /** What is under way belongs to whoever asked. */
    @Nested
    class WhatWasAskedForSomebodyElse {

        private final Cranked slow = new Cranked(NOON);

        private Core slowlyRead() {
            EnginePorts rim = new EnginePorts(
                    microsoft, microsoft, lights, time, slow, time, time, time, memory(), CoreTest.this::keep, () -> 0);
            Core core = new Core(time, rim, new Start(lastSeen, kept, preferences()), () -> SignInWay.DEVICE_CODE);
            core.start();
            time.settle();
            return core;
        }

        @ParameterizedTest
        @EnumSource(Problem.Kind.class)
        void aFailureThatComesAfterTheSignOutSaysNothing(Problem.Kind kind) {
            Core core = slowlyRead();
            microsoft.readFails = Optional.of(Problem.of(kind));
            tell(core, new Intent.SignOut());
            slow.settle();
            time.settle();
            assertThat(core.snapshot().account().problem()).isEmpty();
            assertThat(core.snapshot().reading().problem()).isEmpty();
        }

        @Test
        void anAnswerThatComesAfterSomebodyElseHasSignedInIsDropped() {
            Core core = slowlyRead();
            tell(core, new Intent.SignOut());
            microsoft.signsIn = "user-2";
            tell(core, new Intent.SignIn(SignInWay.DEVICE_CODE));
            assertThat(core.snapshot().account().profile().orElseThrow().objectId())
                    .isEqualTo("user-2");
            slow.settle();
            time.settle();
            assertThat(core.snapshot().reading().last()).isEmpty();
            assertThat(remembered).isEmpty();
            time.pass(Duration.ofSeconds(3));
            slow.settle();
            time.settle();
            assertThat(microsoft.reads())
                    .as("asked for again, for whoever is there now")
                    .isEqualTo(2);
            assertThat(lights.last()).isEqualTo(GREEN);
        }

        @Test
        void aFailureOfAnEarlierSignInDoesNotEndTheNext() {
            Core core = slowlyRead();
            microsoft.readFails = Optional.of(Problem.of(Problem.Kind.SIGN_IN_EXPIRED));
            tell(core, new Intent.SignIn(SignInWay.DEVICE_CODE));
            slow.settle();
            time.settle();
            assertThat(core.snapshot().account().kind()).isEqualTo(AccountState.Kind.SIGNED_IN);
        }

        @Test
        void aQuestionForConsentThatEndsAfterTheSignOutSignsNobodyIn() {
            microsoft.signedIn = Optional.of(FakeMicrosoft.kim(Scope.USER_READ, Scope.PRESENCE_READ));
            Core core = started();
            microsoft.whileGranted = () -> core.submit(new Intent.SignOut());
            microsoft.afterGranted = time::settle;
            inACallFor(core, Duration.ofHours(1));
            time.settle();
            assertThat(core.snapshot().account().kind()).isEqualTo(AccountState.Kind.SIGNED_OUT);
            assertThat(microsoft.signedIn).isEmpty();
        }
    }

    /** Should this be the last thing that the program does, the next start has to know. */
    @Nested
    class BeforeItIsTold {

        private final List<Consumer<Boolean>> saving = new ArrayList<>();

        private Core core() {
            StatusStore disk = (latest, then) -> saving.add(then);
            Executor writes = task -> {
                Thread writing = new Thread(task, "writes");
                writing.setDaemon(true);
                writing.start();
            };
            EnginePorts rim = new EnginePorts(
                    microsoft, microsoft, lights, time, time, writes, time, time, memory(), disk, () -> 0);
            Core core = new Core(time, rim, new Start(lastSeen, kept, preferences()), () -> SignInWay.DEVICE_CODE);
            core.start();
            time.settle();
            saved(true);
            return core;
        }

        private void saved(boolean onDisk) {
            List.copyOf(saving).forEach(then -> then.accept(onDisk));
            saving.clear();
        }

        private void untilWritten(String request) {
            await().until(() -> {
                time.settle();
                return microsoft.writes().contains(request);
            });
        }

        @Test
        void aStatusIsOnDisk() {
            Core core = core();
            tell(
                    core,
                    new Intent.SetManual(
                            StatusRequest.of(Choice.DO_NOT_DISTURB, Expiry.after(Duration.ofHours(1), NOON))));
            assertThat(microsoft.writes()).isEmpty();
            saved(true);
            untilWritten("set preferred DoNotDisturb/DoNotDisturb PT1H");
        }

        @Test
        void whatTheDiskRefusesIsNotToldAndSaidSo() {
            Core core = core();
            CompletableFuture<Snapshot> settled = tell(
                    core,
                    new Intent.SetManual(
                            StatusRequest.of(Choice.DO_NOT_DISTURB, Expiry.after(Duration.ofHours(1), NOON))));
            saved(false);
            await().until(() -> {
                time.settle();
                return settled.isDone();
            });
            assertThat(settled.join().manual().orElseThrow().problem().map(Problem::kind))
                    .contains(Problem.Kind.CANNOT_SAVE);
            assertThat(microsoft.writes()).noneMatch(write -> write.startsWith("set preferred"));
            assertThat(lights.last()).as("the light follows all the same").isNotEqualTo(GREEN);
            // And once there is room again it is told.
            time.pass(Duration.ofSeconds(6));
            saved(true);
            untilWritten("set preferred DoNotDisturb/DoNotDisturb PT1H");
        }

        @Test
        void aSessionEndsByItselfAndIsToldAllTheSame() {
            Core core = core();
            tell(
                    core,
                    new Intent.SetManual(StatusRequest.of(Choice.IN_A_CALL, Expiry.after(Duration.ofHours(1), NOON))));
            saved(false);
            untilWritten("set Busy/InACall PT10M");
        }
    }
}
