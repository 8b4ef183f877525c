package app.ampel.face.window.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.history.Day;
import app.ampel.domain.history.Span;
import app.ampel.domain.history.Spans;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.Moments;
import app.ampel.face.window.TestProgram;
import app.ampel.service.settings.HistorySettings;
import app.ampel.service.settings.Settings;
import app.ampel.service.text.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HistoryModelTest {

    private static final Span MORNING = Spans.span("2026-11-20T09:00:00Z", "2026-11-20T10:30:00Z", Spans.IN_A_CALL);
    private static final Span LAST_WEEK = Spans.span("2026-11-11T09:00:00Z", "2026-11-11T10:00:00Z", Spans.AVAILABLE);

    private final TestProgram program = new TestProgram(Moments.known("Busy", "InAMeeting"));
    private HistoryModel model = opened();

    private HistoryModel opened() {
        return new HistoryModel(
                program.context(Messages.in(Locale.UK), Clock.fixed(Moments.NOW, ZoneOffset.UTC), Runnable::run),
                program.historyService);
    }

    private HistoryViewState on(Span... spans) {
        program.have(Settings.DEFAULT.withHistory(new HistorySettings(true, 30)));
        program.history.spans = List.of(spans);
        return feed();
    }

    private HistoryViewState feed() {
        model.feed(program.snapshot);
        return model.viewState();
    }

    private HistorySettings settings() {
        return program.settings().history();
    }

    @Nested
    class AsLongAsItIsOff {

        @Test
        void itSaysWhatWouldBeKeptAndAsksForNothing() {
            HistoryViewState face = feed();
            assertThat(face.on()).isFalse();
            assertThat(face.switchable()).isTrue();
            assertThat(face.about())
                    .contains("your own presence", "never your colleagues'", "30 days", "/home/ada/.local/share/ampel");
            assertThat(face.today()).isEmpty();
            assertThat(face.erasable()).isFalse();
            assertThat(program.history.reads).isZero();
        }

        @Test
        void switchingOnIsOneClick() {
            feed();
            model.switchOn();
            assertThat(settings()).isEqualTo(new HistorySettings(true, 30));
            assertThat(model.viewState().on()).isTrue();
            assertThat(model.viewState().today()).isPresent();
        }

        @Test
        void whatWasKeptEarlierCanBeExportedAndErased() {
            program.history.spans = List.of(MORNING);
            HistoryViewState face = feed();
            assertThat(face.about()).contains("What was kept earlier");
            assertThat(face.erasable()).isTrue();
            assertThat(face.exportable()).isTrue();
            assertThat(face.today()).isEmpty();
        }
    }

    @Nested
    class WhenTheAdministratorHasSwitchedItOff {

        @BeforeEach
        void lock() {
            program.decided("{\"history\": {\"on\": false}}");
            model = opened();
        }

        @Test
        void itSaysWhoDecidedAndCannotBeSwitchedOn() {
            HistoryViewState face = feed();
            assertThat(face.on()).isFalse();
            assertThat(face.switchable()).isFalse();
            assertThat(face.about())
                    .isEqualTo("Set by your administrator: the history is switched off on this computer, and nothing "
                            + "is recorded.");
        }

        @Test
        void whatWasKeptEarlierCanStillBeExportedAndErased() {
            program.history.spans = List.of(MORNING);
            HistoryViewState face = feed();
            assertThat(face.about()).contains("What was kept earlier");
            assertThat(face.exportable()).isTrue();
            assertThat(face.erasable()).isTrue();
            model.export(Path.of("out.csv"));
            assertThat(program.exported).containsExactly(Path.of("out.csv"));
            model.askToErase();
            model.yes();
            assertThat(program.history.erased).isTrue();
            assertThat(model.viewState().notice()).isEqualTo("Everything is erased.");
        }
    }

    @Nested
    class WhileItIsOn {

        @Test
        void todayIsAddedUp() {
            HistoryViewState face = on(MORNING);
            assertThat(face.today()).map(Day::date).contains(LocalDate.parse("2026-11-20"));
            assertThat(face.totals()).isEqualTo("1 h 30 min in calls");
            assertThat(face.past()).isEmpty();
            assertThat(face.place()).contains("30 days", "history.db");
        }

        @Test
        void theDaysBeforeComeTheNewestFirst() {
            assertThat(on(LAST_WEEK, MORNING).past())
                    .extracting(day -> day.date().getDayOfMonth())
                    .containsExactly(19, 18, 17, 16, 15, 14, 13, 12, 11);
        }

        @Test
        void nothingOlderThanItIsKeptForIsShown() {
            Span old = Spans.span("2026-09-11T09:00:00Z", "2026-09-11T10:00:00Z", Spans.AVAILABLE);
            assertThat(on(old, MORNING).past()).isEmpty();
        }

        @Test
        void itIsReadAgainWhenThePresenceChangesAndNotWithEveryPoll() {
            on(MORNING);
            feed();
            feed();
            assertThat(program.history.reads).isEqualTo(1);
            program.become(Moments.known("Available", "Available"));
            feed();
            assertThat(program.history.reads).isEqualTo(2);
        }

        @Test
        void itIsReadAgainOnceAMinuteWhileSomebodyLooks() {
            on(MORNING);
            for (int second = 0; second < 125; second++) {
                program.now = program.now.plusSeconds(1);
                model.tick();
            }
            assertThat(program.history.reads).isEqualTo(3);
        }

        @Test
        void anotherPersonSeesNothingOfItBeforeItIsRead() {
            on(MORNING);
            program.snapshot = Moments.signedOut();
            HistoryViewState face = feed();
            assertThat(face.today()).isEmpty();
            assertThat(face.about()).isEqualTo("Nobody is signed in. Everybody sees their own history only.");
            assertThat(face.exportable()).isFalse();
            assertThat(face.erasable()).isTrue();
        }
    }

    @Nested
    class Erasing {

        @Test
        void isAskedForOnce() {
            on(MORNING);
            model.askToErase();
            assertThat(model.viewState().question())
                    .map(HistoryViewState.Question::yes)
                    .contains("Erase");
            assertThat(program.history.erased).isFalse();
            model.yes();
            assertThat(program.history.erased).isTrue();
            assertThat(model.viewState().question()).isEmpty();
            assertThat(model.viewState().notice()).isEqualTo("Everything is erased.");
            assertThat(model.viewState().erasable()).isFalse();
            assertThat(settings().on()).isTrue();
        }

        @Test
        void doesNotHappenWhenTheAnswerIsNo() {
            on(MORNING);
            model.askToErase();
            model.no();
            model.yes();
            assertThat(program.history.erased).isFalse();
            assertThat(model.viewState().question()).isEmpty();
        }

        @Test
        void saysSoWhenItDoesNotWork() {
            on(MORNING);
            model.askToErase();
            program.history.fails = true;
            model.yes();
            assertThat(model.viewState().trouble()).contains("could not write its files");
            assertThat(model.viewState().notice()).isEmpty();
        }
    }

    @Nested
    class SwitchingOff {

        @Test
        void keepsWhatThereIs() {
            on(MORNING);
            model.askToSwitchOff();
            assertThat(settings().on()).isTrue();
            model.yes();
            assertThat(settings()).isEqualTo(new HistorySettings(false, 30));
            assertThat(program.history.erased).isFalse();
        }

        @Test
        void erasesItAsWellWhenThatIsWanted() {
            on(MORNING);
            model.askToSwitchOff();
            model.also();
            assertThat(settings().on()).isFalse();
            assertThat(program.history.erased).isTrue();
        }
    }

    @Nested
    class KeepingItForAnotherTime {

        @Test
        void isDoneAtOnceWhereNothingIsLostByIt() {
            on(LAST_WEEK, MORNING);
            model.keepFor(90);
            assertThat(settings().days()).isEqualTo(90);
            model.keepFor(30);
            assertThat(settings().days()).isEqualTo(30);
            assertThat(model.viewState().question()).isEmpty();
        }

        @Test
        void isAskedForWhereSomethingWouldBe() {
            on(LAST_WEEK, MORNING);
            model.keepFor(7);
            assertThat(settings().days()).isEqualTo(30);
            assertThat(model.viewState().question())
                    .map(HistoryViewState.Question::text)
                    .hasValueSatisfying(text -> assertThat(text).contains("older than 7 days"));
            model.no();
            assertThat(model.viewState().days()).isEqualTo(30);
            model.keepFor(7);
            model.yes();
            assertThat(settings().days()).isEqualTo(7);
        }

        @Test
        void offersWhatTheSettingsFileSaysToo() {
            program.have(Settings.DEFAULT.withHistory(new HistorySettings(true, 45)));
            assertThat(feed().choices()).containsExactly(7, 30, 45, 90, 365);
        }
    }

    @Test
    void exportingSaysWhere() {
        on(MORNING);
        Path file = Path.of("history.csv");
        model.export(file);
        assertThat(program.exported).containsExactly(file);
        assertThat(model.viewState().notice()).isEqualTo("Saved: history.csv");
    }

    @Nested
    class WhenTheDiskIsFullOrTheFileWasBroken {

        @Test
        void itSaysSo() {
            program.history.fails = true;
            program.have(program.settings().withHistory(new HistorySettings(true, 30)));
            program.historyService.start();
            program.now = program.now.plus(Duration.ofMinutes(1));
            program.become(Moments.known("Available", "Available"));
            assertThat(on(MORNING).trouble()).contains("Is the disk full?");
            program.history.fails = false;
            program.now = program.now.plus(Duration.ofMinutes(1));
            program.become(Moments.known("Away", "Away"));
            program.history.setAside = Optional.of("history.db.broken-1");
            program.now = program.now.plus(Duration.ofMinutes(2));
            for (int tick = 0; tick < 6; tick++) {
                model.tick();
            }
            assertThat(model.viewState().trouble()).contains("put aside as history.db.broken-1");
        }
    }

    @Nested
    class InWords {

        private final HistoryWords english = new HistoryWords(Messages.in(Locale.UK));
        private final HistoryWords german = new HistoryWords(Messages.in(Locale.GERMANY));
        private final Day day = new Day(
                LocalDate.parse("2026-11-20"),
                ZoneOffset.UTC,
                List.of(
                        MORNING,
                        new Span(Snapshots.NOW, Snapshots.NOW.plus(Duration.ofMinutes(20)), Spans.IN_A_MEETING, true),
                        Spans.span("2026-11-20T23:00:00Z", "2026-11-21T00:00:00Z", Spans.AWAY)));

        @Test
        void sayWhatTheStripShows() {
            assertThat(english.spoken(day))
                    .isEqualTo("09:00–10:30 In a call, 13:05–13:25 In a meeting, on the light only, 23:00–24:00 Away");
            assertThat(german.spoken(day)).startsWith("09:00–10:30 In einem Anruf, ");
        }

        @Test
        void haveDatesAsTheirLanguageHas() {
            assertThat(english.date(day.date())).isEqualTo("Fri 20 Nov");
            assertThat(german.date(day.date())).isEqualTo("Fr., 20. Nov.");
        }

        @Test
        void sayWhenNothingIsKnown() {
            assertThat(english.totals(new Day(day.date(), day.zone(), List.of())))
                    .isEqualTo("Nothing is known of this day.");
        }
    }
}
