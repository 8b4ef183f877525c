package app.ampel.face.window.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.face.window.FakeHost;
import app.ampel.face.window.Moments;
import app.ampel.face.window.kit.PageContext;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.Settings;
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

    private static final Problem FULL = Problem.of(Problem.Kind.CANNOT_SAVE);

    private final FakeHost host = new FakeHost(Moments.signedIn());
    private SettingsModel model = opened();

    private SettingsModel opened() {
        SettingsModel opened = new SettingsModel(
                new PageContext(
                        host,
                        Messages.in(Locale.UK),
                        () -> ZoneOffset.UTC,
                        Clock.fixed(Moments.NOW, ZoneOffset.UTC),
                        Runnable::run,
                        () -> {}),
                host.settingsPage);
        opened.look();
        return opened;
    }

    @Nested
    class AChange {

        @Test
        void isSavedAtOnce() {
            model.set(Setting.THEME, Looks.Theme.DARK);
            assertThat(host.settings.looks().theme()).isEqualTo(Looks.Theme.DARK);
            assertThat(model.face().settings()).isEqualTo(host.settings);
        }

        @Test
        void thatCannotBeSavedIsSaidBesideItAndGoesBack() {
            host.refuses = Optional.of(new ProblemException(FULL));
            model.set(Setting.THEME, Looks.Theme.DARK);
            assertThat(model.face().said("theme")).startsWith("Ampel could not write its files.");
            assertThat(model.face().settings().looks().theme()).isEqualTo(Looks.Theme.SYSTEM);
        }

        @Test
        void thatIsRefusedTwiceIsDrawnTwice() {
            host.refuses = Optional.of(new ProblemException(FULL));
            model.set(Setting.THEME, Looks.Theme.DARK);
            SettingsViewState first = model.face();
            model.set(Setting.THEME, Looks.Theme.DARK);
            assertThat(model.face()).isNotEqualTo(first);
        }

        @Test
        void thatWorksTakesTheTroubleAway() {
            host.refuses = Optional.of(new ProblemException(FULL));
            model.set(Setting.THEME, Looks.Theme.DARK);
            host.refuses = Optional.empty();
            model.set(Setting.THEME, Looks.Theme.LIGHT);
            assertThat(model.face().said("theme")).isEmpty();
        }

        @Test
        void waitsForTheOneBeforeAndIsShownWhenAllAreAnswered() {
            host.holds = true;
            SettingsViewState before = model.face();
            model.set(Setting.THEME, Looks.Theme.DARK);
            model.set(Setting.USUAL, Duration.ofMinutes(20));
            model.set(Setting.USUAL, Duration.ofMinutes(25));
            assertThat(host.held).hasSize(1);
            assertThat(model.face()).isSameAs(before);
            host.held.get(0).complete(host.settings);
            host.held.get(1).complete(host.settings);
            assertThat(host.held).hasSize(2);
            assertThat(model.face().settings().habits().usual()).isEqualTo(Duration.ofMinutes(25));
            assertThat(model.face().settings().looks().theme()).isEqualTo(Looks.Theme.DARK);
        }
    }

    @Nested
    class TimesOfStatuses {

        @Test
        void ofSingleOnesCountMoreThanTheUsual() {
            Setting<Optional<Duration>> presenting = Setting.lasting(Choice.PRESENTING);
            model.set(presenting, Optional.of(Duration.ofMinutes(50)));
            assertThat(host.settings.habits().time(Choice.PRESENTING)).isEqualTo(Duration.ofMinutes(50));
            model.set(presenting, Optional.empty());
            assertThat(host.settings.habits()).isEqualTo(StatusDefaults.USUAL);
        }

        @Test
        void areOfferedWhenTheyAreTyped() {
            assertThat(model.offer("1 h 30 min")).isTrue();
            assertThat(host.settings.habits().offered()).contains(Duration.ofMinutes(90));
        }

        @Test
        void areNotOfferedAnyMoreWhenTwoAreTakenAwayQuickly() {
            host.holds = true;
            model.offerNoMore(Duration.ofMinutes(15));
            model.offerNoMore(Duration.ofMinutes(30));
            host.held.get(0).complete(host.settings);
            assertThat(host.settings.habits().offered()).startsWith(Duration.ofHours(1));
        }

        @Test
        void thatNobodyUnderstandsAreSaidToBeSo() {
            assertThat(model.offer("25 h")).isFalse();
            assertThat(model.face().said("offered")).startsWith("That is no time from 1 min to 24 h.");
            assertThat(host.settings.habits().offered()).isEqualTo(StatusDefaults.USUAL.offered());
        }

        @Test
        void ofDayAreAskedForInTheirOwnWords() {
            model.misread(Setting.START);
            assertThat(model.face().said("start")).isEqualTo("That is no time of day. Try \"8:30\".");
        }
    }

    @Nested
    class WorkingHours {

        @Test
        void haveTheirDaysOneByOne() {
            model.work(DayOfWeek.SATURDAY, true);
            model.work(DayOfWeek.MONDAY, false);
            assertThat(host.settings.habits().workingDay().days())
                    .contains(DayOfWeek.SATURDAY, DayOfWeek.FRIDAY)
                    .doesNotContain(DayOfWeek.MONDAY);
        }

        @Test
        void beginAndEndWhenOneSays() {
            model.set(Setting.START, LocalTime.of(7, 15));
            model.set(Setting.END, LocalTime.of(15, 0));
            assertThat(host.settings.habits().workingDay().start()).isEqualTo(LocalTime.of(7, 15));
            assertThat(host.settings.habits().workingDay().end()).isEqualTo(LocalTime.of(15, 0));
        }
    }

    @Nested
    class WhatTheAdministratorHasDecided {

        @Test
        void isLockedFromTheStartWithASentence() {
            host.locked = AccountSettings.NONE.withSignIn(SignInWay.BROWSER);
            model = opened();
            assertThat(model.face().isLocked("sign-in-way")).isTrue();
            assertThat(model.face().said("sign-in-way")).isEqualTo("Set by your administrator.");
            assertThat(model.face().isLocked("theme")).isFalse();
        }

        @Test
        void boundsHowOftenMicrosoftIsAsked() {
            host.settingsPage.shortest = Optional.of(Duration.ofSeconds(30));
            model = opened();
            assertThat(model.face().shortest())
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
            assertThat(host.settings.polling().slowest()).isEqualTo(Duration.ofMinutes(5));
            model.set(Setting.POLL_SLOWEST, Duration.ofSeconds(1));
            assertThat(host.settings.polling().usual()).isEqualTo(Duration.ofSeconds(1));
            assertThat(host.settings.polling().fastest()).isEqualTo(Duration.ofSeconds(1));
            model.set(Setting.POLL_FASTEST, Duration.ofSeconds(20));
            assertThat(host.settings.polling().slowest()).isEqualTo(Duration.ofSeconds(20));
        }
    }

    @Nested
    class StartingWithTheSession {

        @Test
        void isAsTheDesktopSays() {
            host.settingsPage.startup = new SettingsHost.Startup(true, true);
            model = opened();
            assertThat(model.face().startup()).contains(new SettingsHost.Startup(true, true));
        }

        @Test
        void thatFailsIsSaid() {
            host.settingsPage.fails = Optional.of(new ProblemException(FULL));
            model.startWithSession(true);
            assertThat(model.face().said("startup")).startsWith("Ampel could not write its files.");
            assertThat(model.face().startup()).contains(new SettingsHost.Startup(false, true));
        }
    }

    @Nested
    class TheAccount {

        @Test
        void isNamedWithAShortClientId() {
            assertThat(model.face().account())
                    .contains(
                            new SettingsViewState.Line("Signed in", "Ada Example (ada@example.org)"),
                            new SettingsViewState.Line(
                                    "Client id",
                                    host.settings
                                                    .account()
                                                    .clientId()
                                                    .orElseThrow()
                                                    .substring(0, 8) + "\u2026"));
        }

        @Test
        void isNobodysWhileNobodyIsSignedIn() {
            model.feed(Moments.signedOut());
            assertThat(model.face().signedIn()).isFalse();
            assertThat(model.face().account())
                    .contains(new SettingsViewState.Line("Signed in", "Nobody is signed in."));
        }

        @Test
        void isForgottenAtTheEndWhereOneWantsThat() {
            model.set(Setting.SIGN_OUT_ON_QUIT, true);
            assertThat(host.settings.signOutOnQuit()).isTrue();
        }
    }

    @Nested
    class SettingEverythingBack {

        @Test
        void asksFirst() {
            model.askToReset(true);
            assertThat(model.face().reset().asks()).isTrue();
            assertThat(host.settingsPage.last).isEmpty();
            model.askToReset(false);
            assertThat(model.face().reset().asks()).isFalse();
        }

        @Test
        void saysWhereTheOldSettingsAreAndCanBeUndone() {
            model.askToReset(true);
            model.reset();
            assertThat(model.face().reset())
                    .isEqualTo(new SettingsViewState.Reset(
                            false,
                            "Everything is set back. The old settings are kept as settings.json.before-1.",
                            true));
            model.undoReset();
            assertThat(model.face().reset()).isEqualTo(new SettingsViewState.Reset(false, "", false));
        }

        @Test
        void thatFailsIsSaid() {
            host.settingsPage.fails = Optional.of(new ProblemException(FULL));
            model.reset();
            assertThat(model.face().reset().text()).startsWith("Ampel could not write its files.");
        }
    }

    @Test
    void aFolderThatCannotBeOpenedIsSaidToBeSo() {
        host.settingsPage.opens = false;
        model.openFolder();
        assertThat(model.face().file().trouble()).isEqualTo("The folder could not be opened here.");
    }

    @Test
    void whatSomebodyElseChangesIsShown() {
        host.settings = Settings.DEFAULT.withSignOutOnQuit(true);
        model.feed(Moments.signedIn());
        assertThat(model.face().settings().signOutOnQuit()).isTrue();
    }
}
