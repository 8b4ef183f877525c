package app.ampel.face.window.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.face.window.Moments;
import app.ampel.face.window.TestProgram;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.Startup;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the settings page does and says, without the toolkit. */
class SettingsModelTest {

    private final TestProgram program = new TestProgram(Moments.signedIn());
    private SettingsModel model = opened();

    private SettingsModel opened() {
        SettingsModel opened = new SettingsModel(
                program.context(Messages.in(Locale.UK), Clock.fixed(Moments.NOW, ZoneOffset.UTC), Runnable::run),
                program.people);
        opened.refresh();
        return opened;
    }

    @Nested
    class AChange {

        @Test
        void isSavedAtOnce() {
            model.set(Setting.THEME, Looks.Theme.DARK);
            assertThat(program.settings().looks().theme()).isEqualTo(Looks.Theme.DARK);
            assertThat(model.viewState().settings()).isEqualTo(program.settings());
        }

        @Test
        void thatCannotBeSavedIsSaidBesideItAndGoesBack() {
            program.home.spoil();
            model.set(Setting.THEME, Looks.Theme.DARK);
            assertThat(model.viewState().said("theme")).startsWith("Ampel could not write its files.");
            assertThat(model.viewState().settings().looks().theme()).isEqualTo(Looks.Theme.SYSTEM);
        }

        @Test
        void thatIsRefusedTwiceIsDrawnTwice() {
            program.home.spoil();
            model.set(Setting.THEME, Looks.Theme.DARK);
            SettingsViewState first = model.viewState();
            model.set(Setting.THEME, Looks.Theme.DARK);
            assertThat(model.viewState()).isNotEqualTo(first);
        }

        @Test
        void thatWorksTakesTheTroubleAway() {
            program.home.spoil();
            model.set(Setting.THEME, Looks.Theme.DARK);
            program.home.mend();
            model.set(Setting.THEME, Looks.Theme.LIGHT);
            assertThat(model.viewState().said("theme")).isEmpty();
        }

        @Test
        void waitsForTheOneBeforeAndIsShownWhenAllAreAnswered() {
            program.files.hold();
            SettingsViewState before = model.viewState();
            model.set(Setting.THEME, Looks.Theme.DARK);
            model.set(Setting.USUAL, Duration.ofMinutes(20));
            model.set(Setting.USUAL, Duration.ofMinutes(25));
            assertThat(program.files.waiting()).isEqualTo(1);
            assertThat(model.viewState()).isSameAs(before);
            program.files.next();
            program.files.next();
            assertThat(program.files.waiting()).isZero();
            assertThat(model.viewState().settings().habits().usual()).isEqualTo(Duration.ofMinutes(25));
            assertThat(model.viewState().settings().looks().theme()).isEqualTo(Looks.Theme.DARK);
        }
    }

    @Nested
    class TimesOfStatuses {

        @Test
        void ofSingleOnesCountMoreThanTheUsual() {
            Setting<Optional<Duration>> presenting = Setting.lasting(Choice.PRESENTING);
            model.set(presenting, Optional.of(Duration.ofMinutes(50)));
            assertThat(program.settings().habits().time(Choice.PRESENTING)).isEqualTo(Duration.ofMinutes(50));
            model.set(presenting, Optional.empty());
            assertThat(program.settings().habits()).isEqualTo(StatusDefaults.USUAL);
        }

        @Test
        void areOfferedWhenTheyAreTyped() {
            assertThat(model.offer("1 h 30 min")).isTrue();
            assertThat(program.settings().habits().offered()).contains(Duration.ofMinutes(90));
        }

        @Test
        void areNotOfferedAnyMoreWhenTwoAreTakenAwayQuickly() {
            program.files.hold();
            model.offerNoMore(Duration.ofMinutes(15));
            model.offerNoMore(Duration.ofMinutes(30));
            program.files.release();
            assertThat(program.settings().habits().offered()).startsWith(Duration.ofHours(1));
        }

        @Test
        void thatNobodyUnderstandsAreSaidToBeSo() {
            assertThat(model.offer("25 h")).isFalse();
            assertThat(model.viewState().said("offered")).startsWith("That is no time from 1 min to 24 h.");
            assertThat(program.settings().habits().offered()).isEqualTo(StatusDefaults.USUAL.offered());
        }

        @Test
        void ofDayAreAskedForInTheirOwnWords() {
            model.misread(Setting.START);
            assertThat(model.viewState().said("start")).isEqualTo("That is no time of day. Try \"8:30\".");
        }
    }

    @Nested
    class WorkingHours {

        @Test
        void haveTheirDaysOneByOne() {
            model.work(DayOfWeek.SATURDAY, true);
            model.work(DayOfWeek.MONDAY, false);
            assertThat(program.settings().habits().workingDay().days())
                    .contains(DayOfWeek.SATURDAY, DayOfWeek.FRIDAY)
                    .doesNotContain(DayOfWeek.MONDAY);
        }

        @Test
        void beginAndEndWhenOneSays() {
            model.set(Setting.START, LocalTime.of(7, 15));
            model.set(Setting.END, LocalTime.of(15, 0));
            assertThat(program.settings().habits().workingDay().start()).isEqualTo(LocalTime.of(7, 15));
            assertThat(program.settings().habits().workingDay().end()).isEqualTo(LocalTime.of(15, 0));
        }
    }

    @Nested
    class WhatTheAdministratorHasDecided {

        @Test
        void isLockedFromTheStartWithASentence() {
            program.decided("{\"account\": {\"signIn\": \"browser\"}}");
            model = opened();
            assertThat(model.viewState().isLocked("sign-in-way")).isTrue();
            assertThat(model.viewState().said("sign-in-way")).isEqualTo("Set by your administrator.");
            assertThat(model.viewState().isLocked("theme")).isFalse();
        }

        @Test
        void boundsHowOftenMicrosoftIsAsked() {
            program.decided("{\"polling\": {\"shortest\": \"PT30S\"}}");
            model = opened();
            assertThat(model.viewState().shortest())
                    .contains("Your administrator allows nothing more often than every 30 s.");
            assertThat(Spans.ofPolls(Duration.ofSeconds(45), Duration.ofSeconds(30)))
                    .startsWith(Duration.ofSeconds(30), Duration.ofSeconds(45), Duration.ofSeconds(60));
        }
    }

    @Nested
    class AskingMicrosoft {

        @Test
        void neverBecomesWhatCannotBe() {
            model.set(Setting.POLL_USUAL, Duration.ofMinutes(5));
            assertThat(program.settings().polling().slowest()).isEqualTo(Duration.ofMinutes(5));
            model.set(Setting.POLL_SLOWEST, Duration.ofSeconds(1));
            assertThat(program.settings().polling().usual()).isEqualTo(Duration.ofSeconds(1));
            assertThat(program.settings().polling().fastest()).isEqualTo(Duration.ofSeconds(1));
            model.set(Setting.POLL_FASTEST, Duration.ofSeconds(20));
            assertThat(program.settings().polling().slowest()).isEqualTo(Duration.ofSeconds(20));
        }
    }

    @Nested
    class StartingWithTheSession {

        @Test
        void isAsTheDesktopSays() {
            program.login.on = true;
            model = opened();
            assertThat(model.viewState().startup()).contains(new Startup(true, true));
        }

        @Test
        void thatFailsIsSaid() {
            program.login.keeps = false;
            model.startWithSession(true);
            assertThat(model.viewState().said("startup")).startsWith("Ampel could not write its files.");
            assertThat(model.viewState().startup()).contains(new Startup(false, true));
        }
    }

    @Nested
    class TheAccount {

        @Test
        void isNamedWithAShortClientId() {
            assertThat(model.viewState().account())
                    .contains(
                            new SettingsViewState.Line("Signed in", "Ada Example (ada@example.org)"),
                            new SettingsViewState.Line(
                                    "Client id",
                                    program.settings()
                                                    .account()
                                                    .clientId()
                                                    .orElseThrow()
                                                    .substring(0, 8) + "\u2026"));
        }

        @Test
        void isNobodysWhileNobodyIsSignedIn() {
            model.feed(Moments.signedOut());
            assertThat(model.viewState().signedIn()).isFalse();
            assertThat(model.viewState().account())
                    .contains(new SettingsViewState.Line("Signed in", "Nobody is signed in."));
        }

        @Test
        void isForgottenAtTheEndWhereOneWantsThat() {
            model.set(Setting.SIGN_OUT_ON_QUIT, true);
            assertThat(program.settings().signOutOnQuit()).isTrue();
        }
    }

    @Nested
    class OtherPeople {

        @Test
        void areForgottenWhenThatIsMeant() {
            program.colleagues.tenant.add("anna", "Anna Schmidt");
            program.colleagues.watches("anna");
            model.askToForgetPeople(true);
            assertThat(model.viewState().people().asks()).isTrue();
            model.askToForgetPeople(false);
            assertThat(model.viewState().people()).isEqualTo(new SettingsViewState.Forgetting(false, ""));
            assertThat(program.people.snapshot().watchList()).hasSize(1);

            model.askToForgetPeople(true);
            model.forgetPeople();
            program.colleagues.time.settle();
            assertThat(model.viewState().people())
                    .isEqualTo(new SettingsViewState.Forgetting(false, "Everything is forgotten."));
            assertThat(program.people.snapshot().watchList()).isEmpty();
            assertThat(program.colleagues.tenant.disk).isEmpty();
        }
    }

    @Nested
    class SettingEverythingBack {

        @Test
        void asksFirst() {
            model.askToReset(true);
            assertThat(model.viewState().reset().asks()).isTrue();
            assertThat(program.settingsService.lastReset()).isEmpty();
            model.askToReset(false);
            assertThat(model.viewState().reset().asks()).isFalse();
        }

        @Test
        void saysWhereTheOldSettingsAreAndCanBeUndone() {
            model.askToReset(true);
            model.reset();
            assertThat(model.viewState().reset().undo()).isTrue();
            assertThat(model.viewState().reset().text())
                    .matches("All settings are reset\\. The old settings are kept as settings\\.json\\.before-.*\\.");
            model.undoReset();
            assertThat(model.viewState().reset()).isEqualTo(new SettingsViewState.Reset(false, "", false));
        }

        @Test
        void thatFailsIsSaid() {
            program.home.spoil();
            model.reset();
            assertThat(model.viewState().reset().text()).startsWith("Ampel could not write its files.");
        }
    }

    @Test
    void aFolderThatCannotBeOpenedIsSaidToBeSo() {
        program.fileManager = false;
        model.openFolder();
        assertThat(model.viewState().file().trouble()).isEqualTo("The folder could not be opened here.");
    }

    @Test
    void whatSomebodyElseChangesIsShown() {
        program.have(Settings.DEFAULT.withSignOutOnQuit(true));
        model.feed(Moments.signedIn());
        assertThat(model.viewState().settings().signOutOnQuit()).isTrue();
    }
}
