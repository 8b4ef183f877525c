package app.ampel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.account.AccountState;
import app.ampel.cli.Snapshots;
import app.ampel.core.Snapshot;
import app.ampel.light.AddedLight;
import app.ampel.light.Adjustment;
import app.ampel.light.Colour;
import app.ampel.light.LightCommand;
import app.ampel.light.LightSetting;
import app.ampel.light.LightSettings;
import app.ampel.light.LightState;
import app.ampel.light.LightState.Condition;
import app.ampel.light.SerialProtocol;
import app.ampel.light.Transport;
import app.ampel.problem.Problem;
import app.ampel.settings.LockedSettingException;
import app.ampel.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LightsModelTest {

    private static final LightCommand RED = LightCommand.solid(Colour.RED);

    private final List<LightState> lights = new ArrayList<>();
    private final FakeHost host = new FakeHost(snapshot());
    private final LightsModel model = new LightsModel(
            new PageContext(host, Words.in(Locale.UK), ZoneOffset.UTC, Clock.systemUTC(), Runnable::run, () -> {}));

    private Snapshot snapshot() {
        return Snapshots.of(
                Snapshots.known("Busy", "InAMeeting"), Optional.empty(), lights, AccountState.signedIn(Snapshots.ADA));
    }

    private void attach(String id, String kind, Condition condition, String hint) {
        lights.add(new LightState(
                id,
                "Luxafor Flag",
                Transport.HID_OUTPUT,
                condition,
                condition == Condition.OK ? RED : LightCommand.OFF,
                Optional.of(hint).filter(it -> !it.isEmpty()).map(key -> new LightState.Hint(key, "Luxafor Flag")),
                host.settings.lights().of(kind).name(),
                kind));
        model.feed(snapshot());
    }

    private LightsFace.Card card() {
        return model.face().cards().get(0);
    }

    private LightSetting setting(String kind) {
        return host.settings.lights().of(kind);
    }

    @Test
    void withoutALightItSaysWhatToDo() {
        model.feed(snapshot());
        assertThat(model.face().none()).startsWith("No light is attached. Plug one in");
    }

    @Nested
    class ALightThatWorks {

        @Test
        void saysWhatItShowsAtItsOwnBrightness() {
            host.settings = host.settings.withLights(new LightSettings(
                    Map.of("luxafor", LightSetting.DEFAULT.with(Adjustment.NONE.withBrightness(40)))));
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(card().title()).isEqualTo("Luxafor Flag");
            assertThat(card().says()).isEqualTo("red");
            assertThat(card().shown().colour()).isEqualTo(new Colour(102, 0, 0));
            assertThat(card().trouble()).isFalse();
        }

        @Test
        void blinksWhenItIsToBeFound() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            model.identify("luxafor-1");
            assertThat(host.lights.identified).containsExactly("luxafor-1");
            host.lights.reachable = false;
            model.identify("luxafor-1");
            assertThat(model.face().notice()).isEqualTo("This light cannot be reached just now.");
        }

        @Test
        void followsTheHandBeforeAnythingIsSaved() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            model.tryOut("luxafor", Adjustment.NONE.withBrightness(30));
            assertThat(setting("luxafor")).isEqualTo(LightSetting.DEFAULT);
            assertThat(host.lights.triedOut.get(0).of("luxafor").adjustment().brightness())
                    .isEqualTo(30);
            model.adjust("luxafor", Adjustment.NONE.withBrightness(35));
            assertThat(setting("luxafor").adjustment().brightness()).isEqualTo(35);
        }

        @Test
        void isAsItWasWhenTheHandWasNeverTakenAway() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            model.tryOut("luxafor", Adjustment.NONE.withBrightness(30));
            model.endTrials();
            assertThat(host.lights.triedOut).last().isEqualTo(LightSettings.NONE);
        }

        @Test
        void canBeNamedSwitchedOffAndGivenColoursOfItsOwn() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(model.name("luxafor", " Door ")).isTrue();
            model.off("luxafor", true);
            model.follow("luxafor", "only-in-a-call");
            assertThat(setting("luxafor"))
                    .isEqualTo(LightSetting.DEFAULT
                            .withName(Optional.of("Door"))
                            .withOff(true)
                            .following(Optional.of("only-in-a-call")));
            assertThat(card().schemes())
                    .filteredOn(LightsFace.Choice::on)
                    .extracting(LightsFace.Choice::text)
                    .containsExactly("Red only in a call");
            model.follow("luxafor", "");
            assertThat(setting("luxafor").scheme()).isEmpty();
        }

        @Test
        void keepsItsNameWhenTheNewOneIsNone() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(model.name("luxafor", "x".repeat(41))).isFalse();
            assertThat(model.face().notice()).isEqualTo("A name has 1 to 40 characters.");
            assertThat(setting("luxafor").name()).isEmpty();
        }

        @Test
        void isAsBeforeWhenNothingCanBeSaved() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            host.refuse(Problem.Kind.CANNOT_SAVE, "settings.json");
            model.adjust("luxafor", Adjustment.NONE.withBrightness(35));
            assertThat(model.face().notice()).contains("settings.json");
            assertThat(host.lights.triedOut).last().isEqualTo(LightSettings.NONE);
        }

        @Test
        void saysWhoDecidedWhenTheAdministratorDid() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            host.refuses = Optional.of(new LockedSettingException("/account/tenant", Path.of("settings.json")));
            model.off("luxafor", true);
            assertThat(model.face().notice()).contains("administrator");
        }

        @Test
        void showsWhiteForAsLongAsSomebodyLooks() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            model.showWhite(true);
            assertThat(host.lights.white).isTrue();
            host.lights.white = false;
            model.tick();
            assertThat(host.lights.white).isTrue();
            model.endTrials();
            assertThat(host.lights.white).isFalse();
            assertThat(model.face().white()).isFalse();
        }
    }

    @Nested
    class LightsWithoutASerialNumber {

        @Test
        void areSaidToShareTheirSettings() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(card().shared()).isFalse();
            attach("luxafor-2", "luxafor", Condition.OK, "");
            assertThat(card().shared()).isTrue();
        }
    }

    @Nested
    class ALightThatMayNotBeOpened {

        @Test
        void offersTheRulesThatWouldAllowIt() {
            attach("luxafor-1", "luxafor", Condition.NO_PERMISSION, "light.hint.udev");
            assertThat(card().trouble()).isTrue();
            assertThat(card().says()).isEqualTo("may not be opened");
            assertThat(card().hint())
                    .startsWith("You may not use Luxafor Flag yet.")
                    .doesNotContain("ampel lights");
            assertThat(card().remedy()).isEqualTo(LightsFace.Remedy.RULES);
            assertThat(model.rules()).isEqualTo("rules");
        }

        @Test
        void saysWhatCameOfInstallingThem() {
            attach("luxafor-1", "luxafor", Condition.NO_PERMISSION, "light.hint.udev");
            model.installRules();
            model.installRules();
            assertThat(model.face().installing()).isTrue();
            assertThat(host.lights.installing).hasSize(1);
            host.lights.installing.get(0).complete("ui.lights.rules.refused");
            assertThat(model.face().installing()).isFalse();
            assertThat(model.face().notice()).startsWith("Nothing was changed");
        }
    }

    @Nested
    class ASerialLightThatWasAdded {

        private void added(String... ids) {
            host.settings = host.settings
                    .withSerialLights(List.of(ids).stream()
                            .map(id -> new AddedLight(id, new SerialProtocol.Ampel()))
                            .toList())
                    .withLights(new LightSettings(Map.of("board", LightSetting.DEFAULT.withOff(true))));
            List.of(ids).forEach(id -> attach(id, "board", Condition.GONE, ""));
        }

        @Test
        void canBeForgotten() {
            added("serial:a");
            assertThat(card().remedy()).isEqualTo(LightsFace.Remedy.FORGET);
            model.forget("serial:a", "board");
            assertThat(host.settings.serialLights()).isEmpty();
            assertThat(setting("board")).isEqualTo(LightSetting.DEFAULT);
        }

        @Test
        void takesNothingFromOthersOfItsKind() {
            added("serial:a", "serial:b");
            model.forget("serial:a", "board");
            assertThat(host.settings.serialLights()).extracting(AddedLight::id).containsExactly("serial:b");
            assertThat(setting("board").off()).isTrue();
        }
    }
}
