package app.ampel.face.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DesiredStatus;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.Outcome;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.StatusRequest;
import app.ampel.face.cli.FakeAccount;
import app.ampel.face.cli.FakeLightStates;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.account.AccountRegistration;
import app.ampel.service.account.AccountService;
import app.ampel.service.account.FakeAccountStore;
import app.ampel.service.engine.Cranked;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.notifications.Notifications;
import app.ampel.service.overview.Overviews;
import app.ampel.service.people.Colleagues;
import app.ampel.service.status.StatusService;
import app.ampel.service.text.Messages;
import app.ampel.service.threads.Mailbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrayTest {

    private static final Messages WORDS = Messages.in(Locale.ENGLISH).onScreen();
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final Cranked time = new Cranked(Snapshots.NOW);
    private final List<Intent> told = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<TrayMenu> shown = new ArrayList<>();
    private final List<Notifications.Notice> notices = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();
    private IconStyle style = IconStyle.COLOUR;
    private CompletableFuture<Snapshot> answer = new CompletableFuture<>();
    private Consumer<Snapshot> observer;
    private Snapshot latest = Snapshots.of(Snapshots.known("Available", "Available"));
    private TrayRenderer.Events events;

    private final Engine engine = new Engine() {
        @Override
        public Snapshot snapshot() {
            return latest;
        }

        @Override
        public CompletableFuture<Snapshot> submit(Intent intent) {
            told.add(intent);
            return answer;
        }

        @Override
        public Runnable watch(Consumer<Snapshot> who) {
            throw new UnsupportedOperationException("the tray has a thread of its own");
        }

        @Override
        public Runnable watch(Consumer<Snapshot> who, Executor thread) {
            observer = new Mailbox<>(thread, who)::put;
            return () -> observer = snapshot -> {};
        }
    };

    private final StatusService status =
            new StatusService(engine, () -> StatusDefaults.USUAL, time::now, () -> ZoneId.of("Europe/Berlin"));

    private final FakeLightStates lights = new FakeLightStates();

    private final AccountService account = new AccountService(
            engine, new FakeAccount(), new AccountRegistration(new FakeAccountStore()), Runnable::run);

    private final ProgramCommands program = new ProgramCommands(
            () -> asked.add("open"),
            () -> asked.add("people"),
            () -> asked.add("settings"),
            () -> asked.add("sign in"),
            () -> asked.add("quit"));

    private final TrayRenderer renderer = new TrayRenderer() {
        @Override
        public void start(Events to) {
            events = to;
        }

        @Override
        public void show(TrayMenu menu) {
            shown.add(menu);
        }

        @Override
        public void close() {
            asked.add("closed");
        }
    };

    private final Notifications notifications = new Notifications() {
        @Override
        public void show(Notice notice) {
            notices.add(notice);
        }

        @Override
        public void show(Notice notice, Runnable otherwise) {
            notices.add(notice);
        }

        @Override
        public void withdraw() {
            notices.clear();
        }

        @Override
        public void close() {
            notices.clear();
        }
    };

    private final Colleagues colleagues = new Colleagues();

    private Tray tray;

    @BeforeEach
    void start() {
        tray = tray("XFCE");
        tray.start();
    }

    private Tray tray(String desktop) {
        return new Tray(
                new Overviews(engine, lights, time),
                status,
                account,
                lightId -> asked.add("identify " + lightId),
                program,
                () -> style,
                new Menus(WORDS, () -> ZoneId.of("Europe/Berlin")),
                renderer,
                time,
                time,
                new TrayHint(time, folder.resolve("hint"), desktop, WORDS, hints::add),
                new SignedOutNotice(time, notifications, WORDS, program.signIn()),
                new EndingNotice(time, notifications, WORDS, status::extend),
                new TrayPeople(
                        colleagues.started(Colleagues.ALL),
                        time,
                        time,
                        WORDS,
                        notifications,
                        List.of(notifications),
                        link -> asked.add("link"),
                        program.openPeople()),
                time);
    }

    private void know(Snapshot... snapshots) {
        for (Snapshot snapshot : snapshots) {
            latest = snapshot;
            observer.accept(snapshot);
        }
        time.settle();
    }

    private void click(TrayAction action) {
        events.clicked(action);
        time.settle();
    }

    private static Snapshot presence(String availability, String activity) {
        return Snapshots.of(Snapshots.known(availability, activity));
    }

    private static Snapshot set(Choice choice, Duration left, AccountState account) {
        ManualStatus manual = new ManualStatus(
                choice,
                Snapshots.NOW.minusSeconds(1),
                Snapshots.NOW.plus(left),
                Optional.empty(),
                ManualStatus.State.IN_EFFECT,
                Optional.empty());
        return Snapshots.of(Snapshots.known("Available", "Available"), Optional.of(manual), account);
    }

    private static Snapshot set(Choice choice, Duration left) {
        return set(choice, left, AccountState.signedIn(Snapshots.ADA));
    }

    @Nested
    class WhatIsShown {

        @Test
        void isTheLastOfSeveralInARow() {
            know(presence("Available", "Available"), presence("Busy", "Busy"));
            assertThat(shown).extracting(TrayMenu::sentence).containsExactly("Busy. No light.");
        }

        @Test
        void isNotShownAgainWhenNothingChanged() {
            know(presence("Busy", "Busy"));
            know(presence("Busy", "Busy"));
            assertThat(shown).hasSize(1);
        }

        @Test
        void isDrawnAnewWhenTheSettingsWantAnotherStyle() {
            know(presence("Busy", "Busy"));
            tray.refresh();
            time.settle();
            style = IconStyle.MONO;
            tray.refresh();
            time.settle();
            assertThat(shown)
                    .extracting(TrayMenu::icon)
                    .containsExactly(
                            new Icon(IconState.BUSY, IconStyle.COLOUR), new Icon(IconState.BUSY, IconStyle.MONO));
        }

        @Test
        void countsTheMinutesOfAStatus() {
            know(set(Choice.IN_A_CALL, Duration.ofMinutes(3)));
            time.pass(Duration.ofSeconds(59));
            assertThat(shown).hasSize(1);
            time.pass(Duration.ofSeconds(1));
            assertThat(shown).hasSize(2);
            assertThat(shown.get(1).find("clear").orElseThrow().text()).isEqualTo("Clear my status (2 min left)");
            know(presence("Busy", "Busy"));
            time.pass(Duration.ofHours(1));
            assertThat(shown).hasSize(3);
        }

        @Test
        void endsWithTheTray() {
            tray.close();
            know(presence("Busy", "Busy"));
            assertThat(shown).isEmpty();
            assertThat(asked).containsExactly("closed");
        }
    }

    @Nested
    class AClick {

        @Test
        void tellsTheCoreWhatTheCommandLineWould() {
            time.pass(Duration.ofMinutes(5));
            click(new TrayAction.Set(Choice.PRESENTING));
            click(new TrayAction.Toggle(Choice.PRESENTING));
            click(new TrayAction.TakeOver());
            click(new TrayAction.Extend(Duration.ofMinutes(15)));
            click(new TrayAction.Clear());
            click(new TrayAction.ShowLight(LightOverride.PAUSED));
            click(new TrayAction.CancelSignIn());
            click(new TrayAction.SignOut());
            assertThat(told)
                    .containsExactly(
                            new Intent.SetManual(presenting()),
                            new Intent.ToggleManual(presenting()),
                            new Intent.TakeOverManual(),
                            new Intent.ExtendManual(Duration.ofMinutes(15)),
                            new Intent.ClearManual(),
                            new Intent.ShowLight(LightOverride.PAUSED),
                            new Intent.CancelSignIn(),
                            new Intent.SignOut());
        }

        private static StatusRequest presenting() {
            return StatusRequest.of(Choice.PRESENTING, Expiry.after(HOUR, Snapshots.NOW.plus(Duration.ofMinutes(5))));
        }

        @Test
        void asksTheProgramForTheRest() {
            click(new TrayAction.Open());
            click(new TrayAction.OpenPeople());
            click(new TrayAction.Settings());
            click(new TrayAction.SignIn());
            click(new TrayAction.Identify("a"));
            click(new TrayAction.Quit());
            assertThat(asked).containsExactly("open", "people", "settings", "sign in", "identify a", "quit");
            assertThat(told).isEmpty();
        }

        @Test
        void thatNeedsConsentOpensTheWindowWithTheQuestionOnce() {
            click(new TrayAction.Set(Choice.IN_A_CALL));
            know(asked(code("ABCD-EFGH")));
            know(asked(code("ABCD-EFGH")));
            assertThat(asked).containsExactly("open");
        }

        @Test
        void isNotAnsweredForWhatSomebodyElseAsked() {
            know(asked(code("ABCD-EFGH")));
            click(new TrayAction.Set(Choice.IN_A_CALL));
            answer.complete(engine.snapshot());
            know(presence("Busy", "InACall"), asked(code("IJKL-MNOP")));
            assertThat(asked).isEmpty();
        }

        private static SignInPrompt code(String code) {
            return new SignInPrompt(
                    SignInWay.DEVICE_CODE,
                    URI.create("https://login.example/device"),
                    Optional.of(code),
                    Snapshots.NOW.plusSeconds(900),
                    Optional.of(ConsentRequest.SET_STATUS));
        }

        private static Snapshot asked(SignInPrompt prompt) {
            return Snapshots.of(
                    Snapshots.known("Available", "Available"),
                    Optional.empty(),
                    AccountState.waiting(Optional.of(Snapshots.ADA), Optional.of(prompt)));
        }

        @Test
        void thatFailsLeavesEverythingElseAsItIs() {
            answer = CompletableFuture.failedFuture(new ProblemException(Problem.of(Problem.Kind.NO_NETWORK)));
            click(new TrayAction.Clear());
            click(new TrayAction.Open());
            assertThat(asked).containsExactly("open");
        }
    }

    @Nested
    class TheChosenTime {

        @Test
        void isWhatTheNextClickUses() {
            know(presence("Busy", "Busy"));
            click(new TrayAction.Last(DurationOption.of(Duration.ofMinutes(30))));
            assertThat(marked("for/")).containsExactly("30 min");
            click(new TrayAction.Set(Choice.IN_A_CALL));
            assertThat(told)
                    .last()
                    .isEqualTo(new Intent.SetManual(
                            StatusRequest.of(Choice.IN_A_CALL, Expiry.after(Duration.ofMinutes(30), Snapshots.NOW))));
        }

        @Test
        void setsTheEndOfWhatIsSetAlready() {
            know(set(Choice.PRESENTING, HOUR));
            click(new TrayAction.Last(DurationOption.of(Duration.ofHours(4))));
            assertThat(told).containsExactly(new Intent.EndManual(DurationOption.of(Duration.ofHours(4))));
        }

        @Test
        void isThatOfTheWindowToo() {
            know(presence("Busy", "Busy"));
            status.lightOnly(true);
            status.last(DurationOption.of(Duration.ofMinutes(30)));
            time.settle();
            assertThat(marked("for/")).containsExactly("30 min");
            assertThat(marked("set/")).containsExactly("On my lights only");
            click(new TrayAction.Where(false));
            assertThat(status.next().lightOnly()).isFalse();
            assertThat(marked("set/")).isEmpty();
        }

        private List<String> marked(String prefix) {
            return TrayMenus.on(shown.get(shown.size() - 1), prefix);
        }
    }

    @Nested
    class AMenuThatSomebodyLooksAt {

        private List<String> keys() {
            return shown.get(shown.size() - 1).items().stream().map(Item::key).toList();
        }

        private void sign(MenuSign sign) {
            events.menu(sign);
            time.settle();
        }

        private Snapshot withRemark() {
            ManualStatus manual = new ManualStatus(
                    new DesiredStatus(
                            new StatusRequest(
                                    Choice.BUSY,
                                    new Expiry(Expiry.Kind.TIMER, Snapshots.NOW.plus(HOUR)),
                                    Optional.of("Back soon"),
                                    false,
                                    false),
                            Snapshots.NOW.minusSeconds(1),
                            Optional.empty(),
                            Outcome.SHOWN,
                            true,
                            Set.of(),
                            false),
                    Optional.empty(),
                    ManualStatus.State.IN_EFFECT,
                    Optional.empty(),
                    Optional.empty());
            return Snapshots.of(
                    Snapshots.known("Busy", "Busy"), Optional.of(manual), AccountState.signedIn(Snapshots.ADA));
        }

        @Test
        void keepsItsLinesWhileTheirWordsChange() {
            know(presence("Available", "Available"));
            List<String> before = keys();
            sign(MenuSign.OPENING);
            know(withRemark());
            assertThat(keys()).isEqualTo(before);
            TrayMenu menu = shown.get(shown.size() - 1);
            assertThat(menu.items().get(0).text()).isEqualTo(menu.sentence()).isNotEqualTo("Available. No light.");
            assertThat(menu.find("clear").orElseThrow().text()).contains("left");
        }

        @Test
        void hasItsNewLinesWhenItIsOpenedAgain() {
            know(presence("Available", "Available"));
            List<String> before = keys();
            sign(MenuSign.OPENING);
            know(withRemark());
            sign(MenuSign.OPENING);
            assertThat(keys()).isNotEqualTo(before);
            know(presence("Available", "Available"));
            assertThat(keys()).as("what is there no more").isNotEqualTo(before);
            assertThat(shown.get(shown.size() - 1).items())
                    .filteredOn(item -> !before.contains(item.key()) && item.kind() == Item.Kind.LINE)
                    .isNotEmpty()
                    .allMatch(item -> !item.enabled());
        }

        @Test
        void hasThemAfterAClickAndAfterAWhile() {
            know(presence("Available", "Available"));
            List<String> before = keys();
            sign(MenuSign.OPENING);
            know(withRemark());
            click(new TrayAction.Open());
            assertThat(keys()).isNotEqualTo(before);
            List<String> after = keys();
            sign(MenuSign.OPENING);
            know(presence("Available", "Available"));
            assertThat(keys()).isEqualTo(after);
            time.pass(MenuLook.LONGEST);
            assertThat(keys()).isEqualTo(before);
        }
    }

    @Nested
    class WithoutAPanel {

        @Test
        void theExtensionOfGnomeIsNamedOnce() throws IOException {
            for (int run = 0; run < 2; run++) {
                tray("ubuntu:GNOME").start();
                events.placed(false);
                time.pass(TrayHint.PATIENCE);
            }
            assertThat(hints).hasSize(1);
            assertThat(hints.get(0)).contains("AppIndicator and KStatusNotifierItem Support");
            assertThat(Files.list(folder)).hasSize(1);
        }

        @Test
        void otherDesktopsAreNotToldOfIt() {
            events.placed(false);
            time.pass(TrayHint.PATIENCE);
            assertThat(hints).hasSize(1).allMatch(hint -> !hint.contains("GNOME"));
        }

        @Test
        void oneThatComesLateIsWaitedFor() {
            events.placed(false);
            time.pass(TrayHint.PATIENCE.minusSeconds(1));
            events.placed(true);
            time.pass(Duration.ofHours(1));
            assertThat(hints).isEmpty();
        }
    }

    @Nested
    class WhenSomebodyIsSignedOut {

        private final AccountState expired =
                AccountState.signedOut(Optional.of(Problem.of(Problem.Kind.SIGN_IN_EXPIRED)));

        private Snapshot signedOut(AccountState account, String availability, String activity) {
            PresenceReading reading = new PresenceReading(
                    PresenceReading.Kind.SIGNED_OUT,
                    Optional.of(Snapshots.last(availability, activity, true)),
                    Optional.empty(),
                    account.problem());
            return Snapshots.of(reading, Optional.empty(), account);
        }

        @Test
        void itSaysSoWithAButtonThatSignsIn() {
            know(presence("Available", "Available"));
            know(signedOut(expired, "Available", "Available"));
            assertThat(notices).hasSize(1);
            notices.get(0).button().orElseThrow().pressed().run();
            assertThat(asked).containsExactly("sign in");
        }

        @Test
        void itSaysSoOnceOnly() {
            know(presence("Available", "Available"));
            know(signedOut(expired, "Available", "Available"));
            know(signedOut(expired, "Away", "Away"));
            assertThat(notices).hasSize(1);
        }

        @Test
        void itTakesThatBackWhenSomebodySignsIn() {
            know(presence("Available", "Available"));
            know(signedOut(expired, "Available", "Available"));
            know(presence("Available", "Available"));
            assertThat(notices).isEmpty();
        }

        @Test
        void byThemselvesItSaysNothing() {
            know(presence("Available", "Available"));
            know(signedOut(AccountState.signedOut(Optional.empty()), "Available", "Available"));
            assertThat(notices).isEmpty();
        }

        @Test
        void beforeAnybodySignedInItSaysNothing() {
            know(signedOut(expired, "Available", "Available"));
            assertThat(notices).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"Busy, InACall", "DoNotDisturb, Presenting", "DoNotDisturb, DoNotDisturb"})
        void duringACallOrSoItWaits(String availability, String activity) {
            know(presence(availability, activity));
            know(signedOut(expired, availability, activity));
            assertThat(notices).isEmpty();
            time.pass(SignedOutNotice.LONGEST_CALL);
            assertThat(notices).hasSize(1);
        }

        @Test
        void duringAStatusSetByHandItWaitsForItsEnd() {
            know(presence("Available", "Available"));
            know(set(Choice.IN_A_CALL, HOUR, expired));
            time.pass(HOUR.minusSeconds(1));
            assertThat(notices).extracting(Notifications.Notice::title).containsExactly("In a call ends in 2 minutes.");
            time.pass(Duration.ofSeconds(1));
            assertThat(notices).extracting(Notifications.Notice::title).endsWith("Ampel is signed out");
        }

        @Test
        void whoSignsInMeanwhileHearsNothingOfIt() {
            know(presence("Busy", "InACall"));
            know(signedOut(expired, "Busy", "InACall"));
            know(presence("Busy", "InACall"));
            time.pass(Duration.ofDays(1));
            assertThat(notices).isEmpty();
        }
    }

    @Nested
    class TwoMinutesBeforeItEnds {

        private void inACallFor(Duration left) {
            know(set(Choice.IN_A_CALL, left));
        }

        @Test
        void theUserIsAskedWhetherToExtend() {
            inACallFor(HOUR);
            time.pass(Duration.ofMinutes(57));
            assertThat(notices).isEmpty();
            time.pass(Duration.ofMinutes(1));
            assertThat(notices).extracting(Notifications.Notice::title).containsExactly("In a call ends in 2 minutes.");
            notices.get(0).button().orElseThrow().pressed().run();
            assertThat(told).containsExactly(new Intent.ExtendManual(StatusService.STEP));
        }

        @Test
        void theQuestionGoesWhenItIsAnswered() {
            inACallFor(HOUR);
            time.pass(Duration.ofMinutes(58));
            inACallFor(HOUR.plusMinutes(15));
            assertThat(notices).isEmpty();
            time.pass(Duration.ofMinutes(15));
            assertThat(notices).hasSize(1);
            know(presence("Available", "Available"));
            assertThat(notices).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(
                value = Choice.class,
                names = {"PRESENTING", "DO_NOT_DISTURB"})
        void nobodyIsDisturbed(Choice choice) {
            know(set(choice, HOUR));
            time.pass(HOUR);
            assertThat(notices).isEmpty();
        }
    }
}
