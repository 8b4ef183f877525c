package app.ampel.service.lights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.SerialPort;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UdevOutcome;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LightsServiceTest {

    private static final String ID = "serial:2341:0043:7583";
    private static final SerialProtocol AMPEL = new SerialProtocol.Ampel();
    private static final SerialProtocol WLED = new SerialProtocol.Wled();
    private static final UsbIdentity UNO = new UsbIdentity(new UsbId(0x2341, 0x0043), "Arduino", "Uno", "7583", 0);

    private final FakeComputer computer = new FakeComputer();

    @TempDir
    private Path folder;

    private SettingsStore store;
    private LightsService service;

    @BeforeEach
    void open() {
        Folders folders = new Folders(folder, folder.resolve("machine.json"), List.of());
        store = SettingsFiles.open(folders, Clock.systemUTC());
        service = computer.service(new KeptSettings(() -> store, Runnable::run));
    }

    private Settings settings() {
        return store.settings();
    }

    private LightSetting setting(String kind) {
        return settings().lights().of(kind);
    }

    private static LightModel model(String key) {
        return new Catalogue().find(key).orElseThrow();
    }

    private static LightBus.Found found(String id, String kind, String model) {
        return new LightBus.Found(id, kind, model(model), "A light", "1-1", Condition.OK, Optional.empty());
    }

    private static LightState state(String id, String kind) {
        return new LightState(
                id,
                "A light",
                Transport.HID_OUTPUT,
                Condition.OK,
                LightCommand.OFF,
                Optional.empty(),
                Optional.empty(),
                kind,
                false);
    }

    private void plugIn(String name) {
        computer.ports.add(
                SerialPort.listed(name, "Uno", Optional.of(UNO), "1-2").with(Optional.of(ID), Optional.empty()));
    }

    /** As the settings would have it after a start. */
    private Settings readAgain() {
        return SettingsFiles.open(new Folders(folder, folder.resolve("machine.json"), List.of()), Clock.systemUTC())
                .settings();
    }

    @Nested
    class Looking {

        @Test
        void answersWithWhatTheFreshLookHasFound() {
            computer.look = () -> {
                computer.states = () -> List.of(state("a", "a"));
                return CompletableFuture.completedFuture(null);
            };
            assertThat(service.states()).isEmpty();
            assertThat(service.look()).extracting(LightState::id).containsExactly("a");
        }

        @Test
        void doesNotWaitForABusThatHangs() {
            computer.look = CompletableFuture::new;
            computer.states = () -> List.of(state("a", "a"));
            assertThat(service.look()).extracting(LightState::id).containsExactly("a");
        }

        @Test
        void asksNoLightThatIsNotThereToBlink() {
            computer.states = () -> List.of(state("a", "a"));
            assertThat(service.identify("a")).isTrue();
            assertThat(service.identify("b")).isFalse();
            assertThat(computer.identified).containsExactly("a");
        }
    }

    @Nested
    class WhatIsOnlyTriedOut {

        @Test
        void isShownByThatKindAloneAndKeptNowhere() {
            service.change("b", LightChange.off(true)).join();
            service.tryOut("a", Adjustment.NONE.withBrightness(30));
            LightSettings used = computer.used.get(0);
            assertThat(used.of("a").adjustment().brightness()).isEqualTo(30);
            assertThat(used.of("b").off()).isTrue();
            assertThat(setting("a")).isEqualTo(LightSetting.DEFAULT);
            service.endTryOut();
            assertThat(computer.used).last().isEqualTo(settings().lights());
        }

        @Test
        void aColourIsPreviewedUntilItIsNoMore() {
            LightCommand red = LightCommand.solid(Colour.RED);
            service.preview(red);
            assertThat(computer.preview).contains(red);
            service.endPreview();
            assertThat(computer.preview).isEmpty();
        }
    }

    @Nested
    class ALight {

        @Test
        void isFoundByItsIdByItsKindAndByWhatWasSaidAboutIt() {
            computer.found.add(found("luxafor:usb-1-2", "luxafor", "luxafor"));
            service.change("blink1:3A00", LightChange.off(true)).join();
            assertThat(service.find("luxafor:usb-1-2").map(KnownLight::kind)).contains("luxafor");
            assertThat(service.find("luxafor").flatMap(KnownLight::attached)).isPresent();
            KnownLight remembered = service.find("blink1:3A00").orElseThrow();
            assertThat(remembered.attached()).isEmpty();
            assertThat(remembered.setting().off()).isTrue();
            assertThat(service.find("blink1:3B00")).isEmpty();
            assertThat(service.ids()).containsExactly("blink1:3A00", "luxafor:usb-1-2");
        }

        @Test
        void isOneOfManyWhenItsSettingsAreThoseOfItsModel() {
            computer.found.add(found("luxafor:usb-1-2", "luxafor", "luxafor"));
            computer.found.add(found("blink1:3A00", "blink1:3A00", "blink1"));
            assertThat(service.find("luxafor:usb-1-2").orElseThrow().isOneOfMany())
                    .isTrue();
            assertThat(service.find("blink1:3A00").orElseThrow().isOneOfMany()).isFalse();
        }

        @Test
        void keepsWhatElseWasSaidAboutItWhateverIsChanged() {
            List<LightChange> all = List.of(
                    LightChange.name(Optional.of("Door")),
                    LightChange.brightness(40),
                    LightChange.correction(100, 80, 60),
                    LightChange.scheme(Optional.of("steady")),
                    LightChange.button(ButtonUse.TOGGLE_IN_A_CALL),
                    LightChange.off(true),
                    LightChange.confirmed(true));
            all.forEach(change -> service.change("a", change).join());
            LightSetting wanted = new LightSetting(
                    Optional.of("Door"),
                    true,
                    new Adjustment(40, 100, 80, 60),
                    ButtonUse.TOGGLE_IN_A_CALL,
                    Optional.of("steady"),
                    true);
            assertThat(setting("a")).isEqualTo(wanted);
            assertThat(setting("b")).isEqualTo(LightSetting.DEFAULT);
            service.change("a", LightChange.adjustment(Adjustment.NONE)).join();
            assertThat(setting("a")).isEqualTo(wanted.with(Adjustment.NONE));
        }

        @Test
        void isAskedForNothingThatItCannotDo() {
            KnownLight plain = new KnownLight("a", Optional.empty(), LightSetting.DEFAULT);
            KnownLight button = new KnownLight("b", Optional.of(found("b", "b", "muteme")), LightSetting.DEFAULT);
            KnownLight doubtful = new KnownLight(
                    "c", Optional.of(LightBus.Found.possible("c", model("cleware"), "1-1")), LightSetting.DEFAULT);
            KnownLight confirmed = new KnownLight("d", Optional.empty(), LightSetting.DEFAULT.withConfirmed(true));
            LightChange press = LightChange.button(ButtonUse.TOGGLE_IN_A_CALL);
            assertThat(press.missing(plain)).contains(LightChange.Need.BUTTON);
            assertThat(press.missing(button)).isEmpty();
            assertThat(LightChange.button(ButtonUse.NONE).missing(plain)).isEmpty();
            assertThat(LightChange.confirmed(true).missing(plain)).contains(LightChange.Need.DOUBT);
            assertThat(LightChange.confirmed(true).missing(doubtful)).isEmpty();
            assertThat(LightChange.confirmed(false).missing(doubtful)).contains(LightChange.Need.CONFIRMATION);
            assertThat(LightChange.confirmed(false).missing(confirmed)).isEmpty();
            assertThat(LightChange.off(true).missing(plain)).isEmpty();
        }

        @Test
        void isCalledByItsModelWhileItIsNotThere() {
            assertThat(service.model("luxafor:1234")).contains(model("luxafor").name());
            assertThat(service.model("screen")).isEmpty();
        }
    }

    @Nested
    class ASerialLight {

        @BeforeEach
        void plugItIn() {
            plugIn("/dev/ttyACM0");
        }

        @Test
        void isAddedWithWhatItsBoardSays() {
            service.add(ID, AMPEL).join();
            assertThat(service.added())
                    .containsExactly(new AddedLight(ID, AMPEL, Optional.of(new AddedLight.Board("7583", "1-2"))))
                    .isEqualTo(readAgain().serialLights());
        }

        @Test
        void isAddedOnceAndSpeaksWhatWasSaidLast() {
            service.add(ID, AMPEL).join();
            service.add("serial:/dev/ttyS0", AMPEL).join();
            service.add(ID, AMPEL).join();
            assertThat(service.added()).extracting(AddedLight::id).containsExactly(ID, "serial:/dev/ttyS0");
            service.add(ID, WLED).join();
            assertThat(service.added()).extracting(AddedLight::id).containsExactly("serial:/dev/ttyS0", ID);
            assertThat(service.added()).extracting(AddedLight::protocol).containsExactly(AMPEL, WLED);
        }

        @Test
        void isNotLostWhenOthersAreAddedAtOnce() {
            CompletableFuture.allOf(IntStream.range(0, 20)
                            .mapToObj(i -> CompletableFuture.runAsync(() ->
                                    service.add("serial:/dev/ttyS" + i, AMPEL).join()))
                            .toArray(CompletableFuture[]::new))
                    .join();
            assertThat(service.added()).hasSize(20).isEqualTo(readAgain().serialLights());
        }

        @Test
        void isTriedAsItsBoardIsAndIsDarkAgainBeforeAnotherIsTried() {
            Optional<LightState> lit = service.tryRed(ID, AMPEL).join();
            assertThat(lit.map(LightState::shown)).contains(LightCommand.solid(Colour.RED));
            assertThat(computer.tried)
                    .containsExactly(new AddedLight(ID, AMPEL, Optional.of(new AddedLight.Board("7583", "1-2"))));
            assertThat(computer.trial.closed).isZero();
            service.tryRed(ID, WLED).join();
            assertThat(computer.trial.closed).isEqualTo(1);
            service.endTrial().join();
            assertThat(computer.trial.closed).isEqualTo(2);
            service.endTrial().join();
            assertThat(computer.trial.closed).isEqualTo(2);
            assertThat(service.added()).isEmpty();
        }

        @Test
        void isNotTriedAnyMoreWhenTheProgramEnds() {
            computer.worker.hold();
            CompletableFuture<Optional<LightState>> late = service.tryRed(ID, AMPEL);
            service.close();
            computer.worker.release();
            assertThat(late.join()).isEmpty();
            assertThat(computer.tried).isEmpty();
        }

        @Test
        void isDarkWhenTheProgramEndsInTheMiddleOfATrial() {
            service.tryRed(ID, AMPEL).join();
            service.close();
            assertThat(computer.trial.closed).isEqualTo(1);
        }

        @Test
        void hasItsPortListedWhenNothingIsBeingTried() {
            computer.worker.hold();
            service.tryRed(ID, AMPEL);
            CompletableFuture<List<SerialPort>> asked = service.askForPorts();
            assertThat(asked).isNotDone();
            computer.worker.release();
            assertThat(asked.join()).isEqualTo(computer.ports);
            assertThat(service.idOf("/dev/ttyACM0")).contains(ID);
        }

        @Test
        void isRemovedAloneSoThatItCanBeAddedAgainAsItWas() {
            service.add(ID, AMPEL).join();
            service.change(ID, LightChange.name(Optional.of("Door"))).join();
            service.remove(ID).join();
            assertThat(service.added()).isEmpty();
            assertThat(setting(ID).name()).contains("Door");
        }

        @Test
        void isForgottenWithAllThatWasSaidAboutItAndGivenBack() {
            service.add("serial:/dev/ttyS0", WLED).join();
            service.add(ID, AMPEL).join();
            service.add("serial:/dev/ttyS1", WLED).join();
            service.change(ID, LightChange.name(Optional.of("Door"))).join();
            Settings before = settings();
            ForgottenLight forgotten = service.forget(ID, ID).join();
            assertThat(service.added()).extracting(AddedLight::id).doesNotContain(ID);
            assertThat(setting(ID)).isEqualTo(LightSetting.DEFAULT);
            assertThat(forgotten.isBack(settings())).isFalse();
            service.giveBack(forgotten).join();
            assertThat(settings()).isEqualTo(before);
            assertThat(forgotten.isBack(settings())).isTrue();
        }

        @Test
        void leavesTheSettingsToAnotherThatHasTheSame() {
            computer.states = () -> List.of(state("a", "board"), state("b", "board"));
            service.change("board", LightChange.off(true)).join();
            service.forget("a", "board").join();
            assertThat(setting("board").off()).isTrue();
            computer.states = () -> List.of(state("b", "board"));
            service.forget("b", "board").join();
            assertThat(setting("board")).isEqualTo(LightSetting.DEFAULT);
        }
    }

    @Nested
    class WhatCannotBeKept {

        @Test
        void changesNothingAndWhoeverWantedItIsTold() {
            service.add("serial:/dev/ttyS0", AMPEL).join();
            Settings before = settings();
            Path home = folder.resolve("gone");
            store = SettingsFiles.open(new Folders(home, folder.resolve("none.json"), List.of()), Clock.systemUTC());
            List<Supplier<CompletableFuture<?>>> changes = List.of(
                    () -> service.add(ID, AMPEL),
                    () -> service.change("a", LightChange.off(true)),
                    () -> service.giveBack(
                            new ForgottenLight("a", LightSetting.DEFAULT.withOff(true), Optional.empty(), 0)));
            for (Supplier<CompletableFuture<?>> change : changes) {
                assertThatThrownBy(() -> change.get().join())
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(ProblemException.class);
                assertThat(settings()).isEqualTo(Settings.DEFAULT);
            }
            assertThat(home).doesNotExist();
            assertThat(readAgain()).isEqualTo(before);
        }
    }

    @Nested
    class TheRulesForUsbLights {

        @Test
        void areThoseOfTheCatalogueAndWhatTheUserSaysIsALight() {
            assertThat(service.rules()).contains("04d8").doesNotContain("cleware:usb-1-2");
            computer.installed = UdevOutcome.REFUSED;
            assertThat(service.installRules().join()).isEqualTo(UdevOutcome.REFUSED);
            assertThat(computer.rules).containsExactly(service.rules());
        }

        @Test
        void areInstalledWhileNobodyWaits() {
            computer.worker.hold();
            CompletableFuture<UdevOutcome> asked = service.installRules();
            assertThat(asked).isNotDone();
            computer.worker.release();
            assertThat(asked.join()).isEqualTo(UdevOutcome.DONE);
        }
    }

    /** Nothing is driven. */
    @Nested
    class WithoutARunningProgram {

        private final SeenLights seen = new SeenLights(
                computer,
                () -> settings().lights(),
                model -> Optional.of("kuandoHUB").filter(name -> model.key().startsWith("kuando")));

        @Test
        void lightsAreSeenAsTheyAreCalledAndWithWhatFightsForThem() {
            service.change("blink1:3A00", LightChange.name(Optional.of("Door"))).join();
            computer.found.add(found("blink1:3A00", "blink1:3A00", "blink1"));
            computer.found.add(found("kuando", "kuando", "kuando"));
            List<LightState> states = seen.states();
            assertThat(states).extracting(LightState::title).containsExactly("Door", "A light");
            assertThat(states).extracting(LightState::shown).containsOnly(LightCommand.OFF);
            assertThat(states.get(0).hint()).isEmpty();
            assertThat(states.get(1).hint()).contains(new LightState.Hint("light.hint.rival", "kuandoHUB"));
        }

        @Test
        void noneCanBeAskedToBlink() {
            computer.found.add(found("blink1:3A00", "blink1:3A00", "blink1"));
            assertThat(seen.identify("blink1:3A00")).isFalse();
        }
    }
}
