package app.ampel.service.lights.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Wanted;
import app.ampel.service.lights.manager.FakeBus.FakeLight;
import app.ampel.service.lights.manager.FakeBus.Mood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LightManagerTest {

    private static final LightCommand RED = LightCommand.solid(Colour.RED);
    private static final LightCommand GREEN = LightCommand.solid(Colour.GREEN);
    private static final LightCommand BLINKING = new LightCommand(Colour.RED, Effect.BLINK);
    private static final String RED_WORD = "#ff0000";
    private static final String GREEN_WORD = "#00ff00";
    private static final String DARK = "#000000";

    private final CrankedClock clock = new CrankedClock();
    private final HeldWorkers workers = new HeldWorkers();
    private final FakeBus bus = new FakeBus();
    private final LightManager manager = new LightManager(List.of(bus), workers, clock, model -> Optional.empty());

    @BeforeEach
    void start() {
        manager.start();
        clock.settle();
    }

    private void show(LightCommand command) {
        manager.show(command);
        clock.settle();
    }

    private FakeLight attach(String id) {
        FakeLight light = bus.plugIn(id);
        clock.settle();
        return light;
    }

    private FakeLight attach(LightModel model) {
        FakeLight light = bus.plugIn(new FakeLight("a", model));
        clock.settle();
        return light;
    }

    private LightState state(String id) {
        return manager.states().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class WhenALightAppears {
        @Test
        void itShowsWhatIsWantedEvenIfThatWasSaidBefore() {
            show(RED);
            FakeLight light = attach("a");
            assertThat(light.log).containsExactly(RED_WORD);
            assertThat(state("a").shown()).isEqualTo(RED);
            assertThat(state("a").condition()).isEqualTo(Condition.OK);
        }

        @Test
        void itIsToldToBeDarkWhenNothingWasSaid() {
            assertThat(attach("a").log).containsExactly(DARK);
        }

        @Test
        void itIsArmedFirst() {
            show(RED);
            assertThat(attach(FakeModel.withHeart(false)).log).startsWith("arm", RED_WORD);
        }

        @Test
        void allLightsShowTheSameAndAreListedInOrder() {
            FakeLight second = attach("b");
            FakeLight first = attach("a");
            show(GREEN);
            assertThat(first.last()).isEqualTo(GREEN_WORD);
            assertThat(second.last()).isEqualTo(GREEN_WORD);
            assertThat(manager.states()).extracting(LightState::id).containsExactly("a", "b");
        }
    }

    @Nested
    class WhenItIsDoubtedThatALightIsOne {

        @Test
        void itIsMadeDarkFirstAndSentNothingAfterwards() {
            show(RED);
            FakeLight light = attach("a");
            light.doubted = true;
            manager.apply(new LightSettings(Map.of()));
            manager.scan();
            clock.settle();
            assertThat(light.log).containsExactly(RED_WORD, "bye");
            assertThat(state("a").condition()).isEqualTo(Condition.UNKNOWN_MODEL);
            show(GREEN);
            assertThat(light.last()).isEqualTo("bye");
            assertThat(light.closed).isEqualTo(light.opened);
        }

        @Test
        void andItIsLitAgainWhenThatIsOver() {
            show(RED);
            FakeLight light = attach("a");
            light.doubted = true;
            manager.scan();
            clock.settle();
            light.doubted = false;
            manager.scan();
            clock.settle();
            assertThat(light.last()).isEqualTo(RED_WORD);
        }
    }

    @Nested
    class WhenALightFollowsASchemeOfItsOwn {

        private final Wanted wanted = new Wanted(RED, Map.of("other", GREEN));

        private void follow(Optional<String> scheme) {
            manager.apply(new LightSettings(Map.of("a", LightSetting.DEFAULT.following(scheme))));
            clock.settle();
        }

        @Test
        void itShowsWhatThatSays() {
            FakeLight own = attach("a");
            FakeLight usual = attach("b");
            follow(Optional.of("other"));
            manager.show(wanted);
            clock.settle();
            assertThat(own.last()).isEqualTo(GREEN_WORD);
            assertThat(usual.last()).isEqualTo(RED_WORD);
            follow(Optional.empty());
            assertThat(own.last()).isEqualTo(RED_WORD);
        }

        /** Else it would show the usual one for a moment. */
        @Test
        void itKeepsWhatItShowsUntilAnotherIsDecided() {
            FakeLight light = attach("a");
            follow(Optional.of("other"));
            manager.show(wanted);
            clock.settle();
            follow(Optional.of("third"));
            assertThat(light.last()).isEqualTo(GREEN_WORD);
            manager.show(new Wanted(RED, Map.of("third", RED)));
            clock.settle();
            assertThat(light.last()).isEqualTo(RED_WORD);
        }

        @Test
        void itFollowsTheUsualOneWhenItsOwnIsGone() {
            FakeLight light = attach("a");
            follow(Optional.of("gone"));
            manager.show(wanted);
            clock.settle();
            assertThat(light.last()).isEqualTo(RED_WORD);
        }
    }

    @Nested
    class DuringAPreview {

        @Test
        void everyLightShowsWhatIsBeingChosen() {
            FakeLight light = attach("a");
            manager.preview(GREEN);
            clock.settle();
            assertThat(light.last()).isEqualTo(GREEN_WORD);
            show(RED);
            assertThat(light.last()).isEqualTo(GREEN_WORD);
            assertThat(attach("b").last()).isEqualTo(GREEN_WORD);
            manager.endPreview();
            clock.settle();
            assertThat(light.last()).isEqualTo(RED_WORD);
        }

        @Test
        void itEndsByItself() {
            FakeLight light = attach("a");
            show(RED);
            manager.preview(GREEN);
            clock.settle();
            clock.advance(Duration.ofSeconds(19));
            assertThat(light.last()).isEqualTo(GREEN_WORD);
            clock.advance(Duration.ofSeconds(1));
            assertThat(light.last()).isEqualTo(RED_WORD);
        }
    }

    @Nested
    class AtRest {
        @Test
        void nothingIsWrittenTwice() {
            FakeLight light = attach("a");
            show(RED);
            show(RED);
            clock.advance(Duration.ofHours(1));
            assertThat(light.log).containsExactly(DARK, RED_WORD);
        }

        @Test
        void nothingWaitsForItsTime() {
            attach("a");
            show(RED);
            assertThat(clock.waiting()).isZero();
        }

        @Test
        void theBusIsNotLookedAt() {
            attach("a");
            int looked = bus.looked;
            clock.advance(Duration.ofHours(1));
            assertThat(bus.looked).isEqualTo(looked);
        }
    }

    @Nested
    class AnEffectThatTheLightDoesNotKnow {
        @Test
        void isPlayedOverAndOver() {
            FakeLight light = attach("a");
            show(BLINKING);
            clock.advance(Duration.ofMillis(1500));
            assertThat(light.log).containsExactly(DARK, RED_WORD, DARK, RED_WORD, DARK);
            assertThat(state("a").shown()).isEqualTo(BLINKING);
        }

        @Test
        void endsWithTheNextCommand() {
            FakeLight light = attach("a");
            show(BLINKING);
            show(GREEN);
            clock.advance(Duration.ofMinutes(1));
            assertThat(light.log).containsExactly(DARK, RED_WORD, GREEN_WORD);
            assertThat(clock.waiting()).isZero();
        }
    }

    @Nested
    class TheHeartbeat {
        @Test
        void beginsWithTheColourAndGoesOnWhileLit() {
            FakeLight light = attach(FakeModel.withHeart(false));
            show(RED);
            clock.advance(Duration.ofSeconds(11));
            assertThat(light.log).containsExactly("arm", DARK, RED_WORD, "beat", "beat", "beat");
        }

        @Test
        void endsInTheDark() {
            FakeLight light = attach(FakeModel.withHeart(false));
            show(RED);
            show(LightCommand.OFF);
            clock.advance(Duration.ofMinutes(1));
            assertThat(light.log).containsExactly("arm", DARK, RED_WORD, "beat", DARK);
            assertThat(clock.waiting()).isZero();
        }

        @Test
        void goesOnInTheDarkWhereThatIsNeeded() {
            FakeLight light = attach(FakeModel.withHeart(true));
            clock.advance(Duration.ofSeconds(6));
            assertThat(light.log).containsExactly("arm", DARK, "beat", "beat");
        }

        @Test
        void bringsBackWhatTheLightHasForgotten() {
            FakeLight light = attach(FakeModel.withHeart(true));
            show(RED);
            light.remembers = false;
            light.log.clear();
            clock.advance(Duration.ofSeconds(5));
            assertThat(light.log).containsExactly("beat", "arm", RED_WORD);
        }

        @Test
        void tellsEverythingAgainAfterTheComputerHasSlept() {
            FakeLight light = attach(FakeModel.withHeart(false));
            show(RED);
            light.log.clear();
            clock.sleep(Duration.ofHours(8));
            clock.advance(Duration.ofSeconds(5));
            assertThat(light.log).containsExactly("arm", RED_WORD, "beat");
        }
    }

    @Nested
    class WhenALightIsPulledOut {
        @Test
        void itIsNoLongerListedAndNothingIsWrittenToIt() {
            FakeLight light = attach("a");
            show(BLINKING);
            bus.pullOut(light);
            clock.settle();
            light.log.clear();
            clock.advance(Duration.ofMinutes(1));
            assertThat(manager.states()).isEmpty();
            assertThat(light.log).isEmpty();
            assertThat(light.closed).isEqualTo(light.opened);
            assertThat(clock.waiting()).isZero();
        }

        @Test
        void itShowsTheNewestCommandWhenItIsBack() {
            FakeLight light = attach("a");
            show(RED);
            bus.pullOut(light);
            show(GREEN);
            bus.plugIn(light);
            clock.settle();
            assertThat(light.last()).isEqualTo(GREEN_WORD);
        }

        @Test
        void itIsToldAgainEvenIfItWasBackBeforeAnybodyLooked() {
            FakeLight light = attach("a");
            show(RED);
            light.log.clear();
            bus.plugIn(light);
            clock.settle();
            assertThat(light.log).containsExactly(RED_WORD);
            assertThat(light.closed).isEqualTo(1);
        }

        @Test
        void theOthersAreNotDisturbed() {
            FakeLight left = attach("a");
            FakeLight stays = attach("b");
            show(RED);
            stays.log.clear();
            bus.pullOut(left);
            clock.advance(Duration.ofMinutes(1));
            assertThat(stays.log).isEmpty();
        }
    }

    /** Whatever a light was at when it was pulled out. */
    @Nested
    class WhenALightIsPulledOutWhile {

        private FakeLight light = new FakeLight("a", new FakeModel());

        private void pullOutAndIntoAnotherSocket() {
            bus.pullOut(light);
            clock.settle();
            workers.letGo();
            clock.advance(Duration.ofSeconds(31));
            assertThat(manager.states()).isEmpty();
            assertThat(light.closed).as("handles closed of " + light.opened).isEqualTo(light.opened);
            assertThat(clock.waiting()).isZero();
            light.condition = Condition.OK;
            light.log.clear();
            manager.apply(LightSettings.NONE);
            manager.pause(false);
            show(GREEN);
            bus.plugIn(light);
            clock.advance(Duration.ofSeconds(10));
            assertThat(light.last()).isIn(GREEN_WORD, "beat");
            assertThat(state("a").shown()).isEqualTo(GREEN);
            assertThat(light.mostAtOnce).isEqualTo(1);
        }

        private void plugIn() {
            bus.plugIn(light);
            clock.settle();
        }

        @Test
        void itIsBeingLookedFor() {
            workers.hold();
            plugIn();
            workers.letGo();
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void itIsBeingOpened() {
            plugIn();
            bus.replug(light);
            workers.hold();
            clock.settle();
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void itIsBeingWrittenTo() {
            plugIn();
            workers.hold();
            show(RED);
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void aWriteToItHasLongBeenHanging() {
            plugIn();
            workers.hold();
            show(RED);
            clock.advance(Duration.ofMinutes(1));
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void anEffectIsPlayedOnIt() {
            plugIn();
            show(BLINKING);
            clock.advance(Duration.ofMillis(700));
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void itsHeartBeats() {
            light = new FakeLight("a", FakeModel.withHeart(true));
            plugIn();
            show(RED);
            clock.advance(Duration.ofSeconds(7));
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void itIsBeingIdentified() {
            plugIn();
            manager.identify("a");
            clock.advance(Duration.ofMillis(500));
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void itRefusesAndIsTriedAgain() {
            plugIn();
            light.mood = Mood.REFUSING;
            show(RED);
            clock.advance(Duration.ofSeconds(3));
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void itMayNotBeOpened() {
            light.condition = Condition.NO_PERMISSION;
            plugIn();
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void itIsSwitchedOff() {
            plugIn();
            manager.apply(LightSettings.NONE.with("a", LightSetting.DEFAULT.withOff(true)));
            clock.settle();
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void itIsBeingSwitchedOff() {
            plugIn();
            workers.hold();
            manager.apply(LightSettings.NONE.with("a", LightSetting.DEFAULT.withOff(true)));
            clock.settle();
            pullOutAndIntoAnotherSocket();
        }

        @Test
        void itIsLetGo() {
            plugIn();
            manager.pause(true);
            clock.settle();
            pullOutAndIntoAnotherSocket();
        }
    }

    @Nested
    class ALightWithALooseContact {
        @Test
        void isRightWhenItComesToRestAndHoldsUpNoOther() {
            FakeLight loose = attach("a");
            FakeLight fine = attach("b");
            show(RED);
            for (int i = 0; i < 200; i++) {
                bus.pullOut(loose);
                clock.advance(Duration.ofMillis(7 * (i % 5)));
                bus.plugIn(loose);
                clock.advance(Duration.ofMillis(11 * (i % 3)));
            }
            show(GREEN);
            clock.settle();
            assertThat(fine.log).containsExactly(DARK, RED_WORD, GREEN_WORD);
            assertThat(loose.last()).isEqualTo(GREEN_WORD);
            assertThat(loose.mostAtOnce).isEqualTo(1);
            assertThat(loose.opened - loose.closed).isEqualTo(1);
            assertThat(clock.waiting()).isZero();
        }
    }

    @Nested
    class TwoLightsOfOneModel {
        @Test
        void areToldApartByTheirSockets() {
            FakeLight left = attach("fake:usb-1-1");
            FakeLight right = attach("fake:usb-1-2");
            show(RED);
            manager.identify("fake:usb-1-2");
            clock.settle();
            assertThat(left.last()).isEqualTo(RED_WORD);
            assertThat(right.last()).isEqualTo("#ffffff");
            bus.pullOut(left);
            clock.advance(Duration.ofSeconds(5));
            assertThat(manager.states()).extracting(LightState::id).containsExactly("fake:usb-1-2");
            assertThat(right.last()).isEqualTo(RED_WORD);
        }
    }

    @Nested
    class WhenALightRefuses {
        @Test
        void itIsNotAnsweringClosedAndDark() {
            FakeLight light = attach("a");
            light.mood = Mood.REFUSING;
            show(RED);
            assertThat(state("a").condition()).isEqualTo(Condition.NOT_ANSWERING);
            assertThat(state("a").shown()).isEqualTo(LightCommand.OFF);
            assertThat(state("a").hint()).isPresent();
            assertThat(light.closed).isEqualTo(1);
        }

        @Test
        void itIsTriedAgainWithLongerAndLongerPauses() {
            FakeLight light = attach("a");
            light.mood = Mood.REFUSING;
            show(RED);
            clock.advance(Duration.ofMinutes(10));
            assertThat(light.opened).isBetween(115, 130);
            light.mood = Mood.FINE;
            clock.advance(Duration.ofSeconds(30));
            assertThat(light.last()).isEqualTo(RED_WORD);
            assertThat(state("a").condition()).isEqualTo(Condition.OK);
            assertThat(clock.waiting()).isZero();
        }

        @Test
        void replacingItHelpsAtOnce() {
            FakeLight light = attach("a");
            light.mood = Mood.REFUSING;
            show(RED);
            clock.advance(Duration.ofMinutes(10));
            bus.plugIn(light);
            clock.settle();
            assertThat(light.last()).isEqualTo(RED_WORD);
        }
    }

    @Nested
    class WhenALightMayNotBeOpened {
        private FakeLight forbidden() {
            FakeLight light = new FakeLight("a", new FakeModel());
            light.condition = Condition.NO_PERMISSION;
            bus.plugIn(light);
            clock.settle();
            return light;
        }

        @Test
        void itIsListedAndNotOpened() {
            assertThat(forbidden().opened).isZero();
            assertThat(state("a").condition()).isEqualTo(Condition.NO_PERMISSION);
        }

        @Test
        void itIsUsedSoonAfterItMay() {
            FakeLight light = forbidden();
            show(RED);
            clock.advance(Duration.ofMinutes(10));
            light.condition = Condition.OK;
            clock.advance(Duration.ofSeconds(30));
            assertThat(light.log).containsExactly(RED_WORD);
            assertThat(state("a").condition()).isEqualTo(Condition.OK);
        }

        @Test
        void itIsLookedAtTwiceAMinuteAtMost() {
            forbidden();
            clock.advance(Duration.ofMinutes(10));
            int looked = bus.looked;
            clock.advance(Duration.ofMinutes(10));
            assertThat(bus.looked - looked).isLessThanOrEqualTo(20);
        }
    }

    @Nested
    class WhenALightHangs {
        @Test
        void theCallerIsNotHeldUpAndTheNewestCommandWins() {
            FakeLight light = attach("a");
            workers.hold();
            show(RED);
            show(GREEN);
            show(LightCommand.solid(Colour.BLUE));
            workers.letGo();
            clock.settle();
            assertThat(light.log).containsExactly(DARK, RED_WORD, "#0000ff");
        }

        @Test
        void itIsSoonReportedAndTriedAgainWhenTheWriteHasEnded() {
            FakeLight light = attach("a");
            workers.hold();
            show(RED);
            clock.advance(Duration.ofSeconds(4));
            assertThat(state("a").condition()).isEqualTo(Condition.NOT_ANSWERING);
            workers.letGo();
            clock.advance(Duration.ofSeconds(1));
            assertThat(state("a").condition()).isEqualTo(Condition.OK);
            assertThat(light.last()).isEqualTo(RED_WORD);
            assertThat(light.opened).isEqualTo(2);
        }
    }

    @Nested
    class TheSettingsOfALight {

        private void use(String kind, LightSetting setting) {
            manager.apply(LightSettings.NONE.with(kind, setting));
            clock.settle();
        }

        @Test
        void dimItAndNoOther() {
            FakeLight dim = attach("a");
            FakeLight other = attach("b");
            use("a", LightSetting.DEFAULT.with(new Adjustment(50, 100, 100, 100)));
            show(RED);
            assertThat(dim.last()).isEqualTo("#800000");
            assertThat(other.last()).isEqualTo(RED_WORD);
            assertThat(state("a").shown()).isEqualTo(RED);
        }

        @Test
        void takeEffectAtOnceOnWhatIsShown() {
            FakeLight light = attach("a");
            show(RED);
            use("a", LightSetting.DEFAULT.with(new Adjustment(100, 60, 100, 100)));
            assertThat(light.last()).isEqualTo("#990000");
            use("a", LightSetting.DEFAULT);
            assertThat(light.last()).isEqualTo(RED_WORD);
        }

        @Test
        void holdInTheNextSocketForALightWithoutASerialNumber() {
            use("fake", LightSetting.DEFAULT.withName(Optional.of("Door")).with(new Adjustment(50, 100, 100, 100)));
            show(RED);
            for (String socket : List.of("fake:usb-1-1", "fake:usb-3-2")) {
                FakeLight light = new FakeLight(socket, new FakeModel());
                light.kind = "fake";
                bus.plugIn(light);
                clock.settle();
                assertThat(light.last()).isEqualTo("#800000");
                assertThat(state(socket).title()).isEqualTo("Door");
                bus.pullOut(light);
                clock.settle();
            }
        }

        @Test
        void switchItOffAndLetItGoWhateverTheOthersShow() {
            FakeLight off = attach("a");
            FakeLight on = attach("b");
            show(RED);
            use("a", LightSetting.DEFAULT.withOff(true));
            show(GREEN);
            assertThat(off.last()).isEqualTo("bye");
            assertThat(off.closed).isEqualTo(off.opened);
            assertThat(state("a").condition()).isEqualTo(Condition.OFF);
            assertThat(on.last()).isEqualTo(GREEN_WORD);
            use("a", LightSetting.DEFAULT);
            assertThat(off.last()).isEqualTo(GREEN_WORD);
        }

        @Test
        void neverOpenItWhileItIsOff() {
            use("a", LightSetting.DEFAULT.withOff(true));
            FakeLight light = attach("a");
            clock.advance(Duration.ofHours(1));
            assertThat(light.opened).isZero();
            assertThat(state("a").condition()).isEqualTo(Condition.OFF);
            bus.pullOut(light);
            clock.settle();
            assertThat(manager.states()).isEmpty();
        }

        @Test
        void doNotTakeItBackBeforeItsLastDarkIsWritten() {
            FakeLight light = attach("a");
            show(RED);
            workers.hold();
            use("a", LightSetting.DEFAULT.withOff(true));
            use("a", LightSetting.DEFAULT);
            workers.letGo();
            clock.settle();
            assertThat(light.log).endsWith("bye", RED_WORD);
            assertThat(light.opened - light.closed).isEqualTo(1);
        }
    }

    @Nested
    class AButton {

        private final List<String> pressed = new ArrayList<>();
        private final FakeLight light = new FakeLight("a", FakeModel.withButton());

        @BeforeEach
        void plugIn() {
            manager.onPress(pressed::add);
            bus.plugIn(light);
            clock.settle();
        }

        private void use(ButtonUse button) {
            manager.apply(LightSettings.NONE.with("a", LightSetting.DEFAULT.with(button)));
            clock.settle();
        }

        private void press() {
            light.ear.accept(new byte[] {1, 0});
            light.ear.accept(new byte[] {0, 0});
        }

        @Test
        void doesNothingUntilTheUserWantsItTo() {
            press();
            assertThat(pressed).isEmpty();
        }

        @Test
        void isHeardOnceForEachPressAndAlsoAfterAReplug() {
            use(ButtonUse.TOGGLE_IN_A_CALL);
            press();
            press();
            assertThat(pressed).containsExactly("a", "a");
            bus.plugIn(light);
            clock.settle();
            press();
            assertThat(pressed).hasSize(3);
        }

        @Test
        void doesNothingAgainWhenTheUserWantsThat() {
            use(ButtonUse.TOGGLE_IN_A_CALL);
            use(ButtonUse.NONE);
            press();
            assertThat(pressed).isEmpty();
        }

        @Test
        void isNotHeardWhileTheLightIsLetGo() {
            use(ButtonUse.TOGGLE_IN_A_CALL);
            manager.pause(true);
            clock.settle();
            press();
            assertThat(pressed).isEmpty();
        }
    }

    @Nested
    class AProgramThatSetsTheSameLight {

        private Optional<String> running = Optional.of("kuandoHUB");
        private final FakeBus other = new FakeBus();
        private final LightManager manager = new LightManager(List.of(other), workers, clock, model -> running);

        @Test
        void isNamedInAHintWhileTheLightIsFineAndOnlyAsLongAsItIsSeen() {
            other.plugIn("a");
            manager.start();
            clock.settle();
            assertThat(manager.states()).singleElement().satisfies(light -> {
                assertThat(light.condition()).isEqualTo(Condition.OK);
                assertThat(light.hint()).contains(new LightState.Hint("light.hint.rival", "kuandoHUB"));
            });
            running = Optional.empty();
            CompletableFuture<Void> looked = manager.scan();
            clock.settle();
            assertThat(looked).isCompleted();
            assertThat(manager.states().get(0).hint()).isEmpty();
        }

        @Test
        void isNotFought() {
            FakeLight light = other.plugIn("a");
            manager.start();
            clock.advance(Duration.ofHours(1));
            assertThat(light.log).containsExactly(DARK);
        }
    }

    @Nested
    class BeforeTheComputerSleeps {

        @Test
        void everyLightIsDarkWhenThatIsSaid() {
            FakeLight light = attach("a");
            show(RED);
            CompletableFuture<Void> dark = manager.sleep();
            clock.settle();
            assertThat(dark).isCompleted();
            assertThat(light.last()).isEqualTo("bye");
            assertThat(light.closed).isEqualTo(light.opened);
        }

        @Test
        void aLightThatHangsIsWaitedFor() {
            attach("a");
            workers.hold();
            show(RED);
            CompletableFuture<Void> dark = manager.sleep();
            clock.settle();
            assertThat(dark).isNotCompleted();
            workers.letGo();
            clock.settle();
            assertThat(dark).isCompleted();
        }

        @Test
        void afterwardsAllIsShownAgain() {
            FakeLight light = attach("a");
            show(RED);
            manager.sleep();
            clock.settle();
            clock.sleep(Duration.ofHours(8));
            manager.wake();
            clock.settle();
            assertThat(light.last()).isEqualTo(RED_WORD);
            assertThat(clock.waiting()).isZero();
        }

        @Test
        void aSleepThatNeverComesLeavesNoLightDark() {
            FakeLight light = attach("a");
            show(RED);
            manager.sleep();
            clock.advance(Duration.ofSeconds(31));
            assertThat(light.last()).isEqualTo(RED_WORD);
        }

        @Test
        void aLightPluggedInMeanwhileStaysDark() {
            manager.sleep();
            show(RED);
            assertThat(attach("a").log).isEmpty();
            manager.wake();
            clock.settle();
            assertThat(state("a").shown()).isEqualTo(RED);
        }
    }

    @Nested
    class WhileSomebodyElseSitsBeforeTheScreen {

        @Test
        void theLightsAreDarkAndLetGoAndAreTakenBackAfterwards() {
            FakeLight light = attach("a");
            show(RED);
            manager.away(true);
            show(GREEN);
            assertThat(light.last()).isEqualTo("bye");
            assertThat(state("a").condition()).isEqualTo(Condition.OFF);
            manager.away(false);
            clock.settle();
            assertThat(light.last()).isEqualTo(GREEN_WORD);
        }

        @Test
        void wakingUpDoesNotTakeThemBack() {
            FakeLight light = attach("a");
            show(RED);
            manager.away(true);
            manager.sleep();
            clock.settle();
            manager.wake();
            clock.settle();
            assertThat(light.last()).isEqualTo("bye");
            manager.away(false);
            clock.settle();
            assertThat(light.last()).isEqualTo(RED_WORD);
        }
    }

    @Nested
    class Identify {
        @Test
        void blinksWhiteThreeTimesAndPutsBackWhatWasShown() {
            FakeLight light = attach("a");
            show(RED);
            light.log.clear();
            assertThat(manager.identify("a")).isTrue();
            clock.advance(Duration.ofSeconds(5));
            assertThat(light.log).containsExactly("#ffffff", DARK, "#ffffff", DARK, "#ffffff", DARK, RED_WORD);
            assertThat(state("a").shown()).isEqualTo(RED);
        }

        @Test
        void endsWithACommandGivenMeanwhile() {
            FakeLight light = attach("a");
            manager.identify("a");
            show(GREEN);
            clock.advance(Duration.ofSeconds(5));
            assertThat(light.last()).isEqualTo(GREEN_WORD);
        }

        @Test
        void saysNoWhenThereIsNoSuchLight() {
            assertThat(manager.identify("a")).isFalse();
        }
    }

    @Nested
    class Listeners {
        @Test
        void areToldOfChangesOnlyAndOneThatThrowsHarmsNobody() {
            List<List<LightState>> seen = new ArrayList<>();
            manager.watch(
                    states -> {
                        throw new IllegalStateException("a listener's own trouble");
                    },
                    Runnable::run);
            manager.watch(seen::add, Runnable::run);
            attach("a");
            show(RED);
            int changes = seen.size();
            show(RED);
            clock.advance(Duration.ofMinutes(1));
            assertThat(seen).hasSize(changes);
            assertThat(seen.get(changes - 1)).extracting(LightState::shown).containsExactly(RED);
        }
    }

    /** With real threads, because closing waits. */
    @Nested
    class Closing {
        private final FakeBus lights = new FakeBus();
        private final CountDownLatch hanging = new CountDownLatch(1);
        private final AtomicInteger hung = new AtomicInteger();
        private final LightBus bus = new LightBus() {
            @Override
            public List<Found> list() {
                return lights.list();
            }

            @Override
            public LightLink open(Found found) throws LightException {
                LightLink link = lights.open(found);
                return found.id().equals("hangs") ? new HangingLink(link) : link;
            }

            @Override
            public void watch(Runnable changed) {}

            @Override
            public void close() {
                lights.close();
            }
        };

        private final class HangingLink implements LightLink {
            private final LightLink link;

            HangingLink(LightLink link) {
                this.link = link;
            }

            @Override
            public void send(Report report) throws LightException {
                if (report.text().equals(RED_WORD)) {
                    hung.incrementAndGet();
                    try {
                        hanging.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                link.send(report);
            }

            @Override
            public void close() {
                link.close();
            }
        }

        @Test
        void switchesEveryLightOffAndLetsThemGo() {
            FakeLight one = lights.plugIn("a");
            FakeLight two = lights.plugIn("b");
            LightManager real = LightManager.onThreads(List.of(bus), model -> Optional.empty());
            real.show(RED);
            real.start();
            await().until(() -> real.states().size() == 2
                    && real.states().stream().allMatch(light -> light.shown().equals(RED)));
            real.close(Duration.ofSeconds(30));
            assertThat(one.last()).isEqualTo("bye");
            assertThat(two.last()).isEqualTo("bye");
            assertThat(lights.closed).isTrue();
        }

        @Test
        void triesOnceMoreWhenALightRefusesToGoDark() {
            FakeLight light = lights.plugIn("a");
            LightManager real = LightManager.onThreads(List.of(bus), model -> Optional.empty());
            real.show(RED);
            real.start();
            await().until(() ->
                    real.states().stream().anyMatch(state -> state.shown().equals(RED)));
            light.mood = Mood.REFUSING_ONCE;
            real.close(Duration.ofSeconds(30));
            assertThat(light.last()).isEqualTo("bye");
        }

        @Test
        void doesNotWaitForALightThatHangs() {
            FakeLight fine = lights.plugIn("fine");
            FakeLight hangs = lights.plugIn("hangs");
            LightManager real = LightManager.onThreads(List.of(bus), model -> Optional.empty());
            real.show(RED);
            real.start();
            await().until(() -> hung.get() == 1 && fine.last().equals(RED_WORD));
            real.close(Duration.ofMillis(500));
            assertThat(fine.last()).isEqualTo("bye");
            assertThat(hangs.log).isEmpty();
            hanging.countDown();
        }
    }

    @Nested
    class WhenPaused {

        @Test
        void everyLightGoesDarkAndIsLetGoAndStaysInTheListAsOff() {
            FakeLight light = attach("a");
            show(RED);
            manager.pause(true);
            clock.settle();
            show(GREEN);
            assertThat(light.last()).isEqualTo("bye");
            assertThat(light.closed).isEqualTo(light.opened);
            assertThat(state("a").condition()).isEqualTo(Condition.OFF);
        }

        @Test
        void resumingBringsEveryLightToWhatIsWantedByThen() {
            FakeLight light = attach("a");
            show(RED);
            manager.pause(true);
            clock.settle();
            show(GREEN);
            manager.pause(false);
            clock.settle();
            assertThat(light.last()).isEqualTo(GREEN_WORD);
            assertThat(state("a").condition()).isEqualTo(Condition.OK);
        }
    }
}
