package app.ampel.face.tray;

import static app.ampel.face.tray.TrayMenus.on;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.Leases;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.WorkingDay;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.status.NextStatus;
import app.ampel.service.text.Messages;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenusTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Menus menus = new Menus(Messages.in(Locale.ENGLISH).onScreen(), () -> ZoneId.of("Europe/Berlin"));

    private static Overview moment(
            Optional<ManualStatus> manual, LightOverride override, AccountState account, LightState... lights) {
        return Snapshots.lit(
                new Snapshot(
                        Snapshots.NOW,
                        Snapshots.known("Available", "Available"),
                        manual,
                        override,
                        LightCommand.OFF,
                        manual.isPresent() ? Reason.MANUAL : Reason.PRESENCE,
                        account,
                        Optional.empty()),
                List.of(lights));
    }

    private static Overview quiet(LightState... lights) {
        return moment(Optional.empty(), LightOverride.AUTO, AccountState.signedIn(Snapshots.ADA), lights);
    }

    private static Overview set(Choice choice, Duration left) {
        ManualStatus manual = new ManualStatus(
                choice,
                Snapshots.NOW.minusSeconds(60),
                Snapshots.NOW.plus(left),
                Optional.empty(),
                ManualStatus.State.IN_EFFECT,
                Optional.empty());
        return moment(Optional.of(manual), LightOverride.AUTO, AccountState.signedIn(Snapshots.ADA));
    }

    private TrayMenu menu(Overview snapshot) {
        return menus.of(
                snapshot, Snapshots.NOW, NextStatus.USUAL, StatusDefaults.USUAL, IconStyle.COLOUR, Optional.empty());
    }

    private Item item(Overview snapshot, String key) {
        return menu(snapshot).find(key).orElseThrow();
    }

    @Test
    void theFirstLineIsTheSentenceOfTheTooltip() {
        TrayMenu menu = menu(quiet());
        assertThat(menu.sentence()).isEqualTo("Available. No light.");
        assertThat(menu.items().get(0).text()).isEqualTo(menu.sentence());
        assertThat(menu.items().get(0).enabled()).isFalse();
    }

    @Test
    void theLinesStandInTheOrderInWhichTheyAreUsed() {
        assertThat(menu(quiet()).items())
                .extracting(Item::text)
                .containsExactly(
                        "Available. No light.",
                        "",
                        "In a call",
                        "Set status",
                        "For",
                        "Clear my status (nothing is set)",
                        "Extend by 15 min (nothing is set)",
                        "",
                        "Light",
                        "",
                        "Open Ampel",
                        "Settings",
                        "Sign out",
                        "",
                        "Quit");
    }

    @Nested
    class WhenNothingIsSet {

        @Test
        void inACallSetsIt() {
            Item call = item(quiet(), "in-a-call");
            assertThat(call.mark()).isEqualTo(Item.Mark.CHECK_OFF);
            assertThat(call.action()).contains(new TrayAction.Toggle(Choice.IN_A_CALL));
        }

        @Test
        void clearingAndExtendingCannotBeDone() {
            assertThat(item(quiet(), "clear").enabled()).isFalse();
            assertThat(item(quiet(), "extend").enabled()).isFalse();
        }

        @Test
        void noChoiceIsMarked() {
            assertThat(on(menu(quiet()), "set/")).isEmpty();
        }
    }

    @Nested
    class WhenACallIsSet {

        private final Overview call = set(Choice.IN_A_CALL, Duration.ofMinutes(14));

        @Test
        void inACallTakesItBack() {
            assertThat(item(call, "in-a-call").mark()).isEqualTo(Item.Mark.CHECK_ON);
            assertThat(item(call, "in-a-call").action()).contains(new TrayAction.Toggle(Choice.IN_A_CALL));
        }

        @Test
        void itCanBeClearedAndExtended() {
            assertThat(item(call, "clear").text()).isEqualTo("Clear my status (14 min left)");
            assertThat(item(call, "clear").action()).contains(new TrayAction.Clear());
            assertThat(item(call, "extend").action()).contains(new TrayAction.Extend(Duration.ofMinutes(15)));
        }

        @Test
        void theChoiceIsMarked() {
            assertThat(on(menu(call), "set/")).containsExactly("In a call");
        }
    }

    @Test
    void anotherStatusSetByHandIsNotACall() {
        Overview presenting = set(Choice.PRESENTING, HOUR);
        assertThat(item(presenting, "in-a-call").mark()).isEqualTo(Item.Mark.CHECK_OFF);
        assertThat(on(menu(presenting), "set/")).containsExactly("Presenting");
    }

    @Nested
    class TheTimeLeft {

        @ParameterizedTest
        @CsvSource({"PT1S, 1 min", "PT1M, 1 min", "PT1M1S, 2 min", "PT59M1S, 1 h", "PT90M, 1 h 30 min"})
        void isRoundedUpToMinutes(Duration left, String said) {
            assertThat(item(set(Choice.IN_A_CALL, left), "clear").text())
                    .isEqualTo("Clear my status (" + said + " left)");
        }

        @Test
        void changesWhenAMinuteIsOver() {
            Overview call = set(Choice.IN_A_CALL, Duration.ofSeconds(150));
            Instant next = Menus.changesAt(call.snapshot(), Snapshots.NOW).orElseThrow();
            assertThat(next).isEqualTo(Snapshots.NOW.plusSeconds(30));
            assertThat(menus.of(call, next, NextStatus.USUAL, StatusDefaults.USUAL, IconStyle.COLOUR, Optional.empty())
                            .find("clear")
                            .orElseThrow()
                            .text())
                    .isEqualTo("Clear my status (2 min left)");
        }

        @Test
        void changesNoMoreWithoutAStatus() {
            assertThat(Menus.changesAt(quiet().snapshot(), Snapshots.NOW)).isEmpty();
        }
    }

    @Nested
    class TheTimesToChooseFrom {

        @Test
        void areTheUsualOnes() {
            assertThat(item(quiet(), "for").items())
                    .extracting(Item::text)
                    .containsExactly("15 min", "30 min", "1 h", "2 h", "4 h", "until 17:00", "until I clear it");
            assertThat(on(menu(quiet()), "for/")).containsExactly("1 h");
        }

        @Test
        void haveTheUsersOwnAmongThem() {
            Duration own = Duration.ofMinutes(45);
            StatusDefaults habits =
                    new StatusDefaults(HOUR, Map.of(), List.of(own), WorkingDay.USUAL, Leases.USUAL, false);
            TrayMenu menu = menus.of(
                    quiet(),
                    Snapshots.NOW,
                    new NextStatus(DurationOption.of(own), false),
                    habits,
                    IconStyle.COLOUR,
                    Optional.empty());
            assertThat(menu.find("for").orElseThrow().items())
                    .extracting(Item::text)
                    .containsExactly("45 min", "1 h", "until 17:00", "until I clear it");
            assertThat(on(menu, "for/")).containsExactly("45 min");
        }
    }

    @Nested
    class TheLights {

        private final LightState ok = Snapshots.light("a", LightState.Condition.OK);
        private final LightState inUse = Snapshots.light("b", LightState.Condition.IN_USE);

        @Test
        void followThePresenceUnlessTheyWereToldOtherwise() {
            assertThat(on(menu(quiet()), "light/")).containsExactly("Follow presence");
            assertThat(on(menu(overridden(LightOverride.showing(LightCommand.OFF))), "light/"))
                    .containsExactly("Off");
            assertThat(on(menu(overridden(LightOverride.PAUSED)), "light/")).containsExactly("Pause");
            assertThat(on(menu(overridden(LightOverride.showing(Snapshots.RED))), "light/"))
                    .isEmpty();
        }

        private Overview overridden(LightOverride override) {
            return moment(Optional.empty(), override, AccountState.signedIn(Snapshots.ADA), ok);
        }

        @Test
        void canBeIdentifiedOneByOne() {
            assertThat(item(quiet(ok, inUse), "identify/a").action()).contains(new TrayAction.Identify("a"));
            assertThat(item(quiet(ok, inUse), "identify/b").enabled()).isFalse();
            assertThat(item(quiet(ok, inUse), "identify/b").text())
                    .isEqualTo("Luxafor Flag (in use by another program)");
        }

        @Test
        void thatAreNotThereCannotBeIdentified() {
            assertThat(item(quiet(), "identify").text()).isEqualTo("Identify (no light)");
            assertThat(item(quiet(), "identify").enabled()).isFalse();
            assertThat(item(overridden(LightOverride.PAUSED), "identify").enabled())
                    .isFalse();
        }
    }

    @Nested
    class TheAccount {

        private Item account(AccountState state) {
            return item(moment(Optional.empty(), LightOverride.AUTO, state), "account");
        }

        @Test
        void canSignOutWhenSignedIn() {
            assertThat(account(AccountState.signedIn(Snapshots.ADA)).action()).contains(new TrayAction.SignOut());
        }

        @Test
        void canSignInWhenSignedOut() {
            assertThat(account(AccountState.signedOut(Optional.empty())).action())
                    .contains(new TrayAction.SignIn());
        }

        @Test
        void canTakeBackASignInThatWaits() {
            SignInPrompt prompt = new SignInPrompt(
                    SignInWay.DEVICE_CODE,
                    URI.create("https://example.org/"),
                    Optional.of("ABCD-EFGH"),
                    Snapshots.NOW,
                    Optional.empty());
            assertThat(account(AccountState.waiting(Optional.empty(), Optional.of(prompt)))
                            .action())
                    .contains(new TrayAction.CancelSignIn());
        }

        @Test
        void canOnlyWaitWhileThatIsFoundOut() {
            assertThat(account(AccountState.waiting(Optional.empty(), Optional.empty()))
                            .enabled())
                    .isFalse();
        }
    }
}
