package app.ampel.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.files.SchemeFile;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.HeldExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsServiceTest {

    private final SettingsHome home = new SettingsHome();
    private final FakeLogin login = new FakeLogin();
    private final HeldExecutor files = new HeldExecutor();
    private final HeldExecutor beside = new HeldExecutor();
    private SettingsStore store = home.open();
    private SettingsService settings = new SettingsService(store, home.file(), new SchemeFile(), login, files, beside);

    private void startAgain() {
        store = home.open();
        settings = new SettingsService(store, home.file(), new SchemeFile(), login, files, beside);
    }

    private static void failsWithCannotSave(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        assertThatThrownBy(future::get)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CANNOT_SAVE));
    }

    @Nested
    class AChange {

        @Test
        void happensWhereFilesAreWrittenAndIsAnsweredWithWhatIsThenInForce() {
            files.hold();
            CompletableFuture<Settings> changed = settings.change(all -> all.withSignOutOnQuit(true));
            assertThat(settings.settings().signOutOnQuit()).isFalse();
            files.next();
            assertThat(changed).isCompletedWithValueMatching(Settings::signOutOnQuit);
            assertThat(settings.settings().signOutOnQuit()).isTrue();
            assertThat(home.open().settings().signOutOnQuit()).isTrue();
        }

        @Test
        void comesAfterTheOneThatWasAskedForBefore() {
            files.hold();
            settings.change(all -> all.withDetailedLog(true));
            settings.change(all -> all.withDetailedLog(!all.detailedLog()).withSignOutOnQuit(true));
            files.release();
            assertThat(settings.settings().detailedLog()).isFalse();
            assertThat(settings.settings().signOutOnQuit()).isTrue();
        }

        @Test
        void thatCannotBeSavedFailsAndChangesNothing() {
            home.spoil();
            failsWithCannotSave(settings.change(all -> all.withSignOutOnQuit(true)));
            assertThat(settings.settings()).isEqualTo(Settings.DEFAULT);
        }

        @Test
        void againstTheAdministratorsWordFailsAndSaysSo() {
            home.decided("{\"account\": {\"signIn\": \"browser\"}}");
            startAgain();
            CompletableFuture<Settings> refused =
                    settings.change(all -> all.withAccount(all.account().withSignIn(SignInWay.DEVICE_CODE)));
            assertThatThrownBy(refused::get).cause().isInstanceOf(LockedSettingException.class);
            assertThat(settings.settings().account().signIn()).contains(SignInWay.BROWSER);
        }

        @Test
        void isToldToWhoeverListens() {
            List<Settings> heard = new ArrayList<>();
            settings.onChange(heard::add);
            settings.change(all -> all.withDetailedLog(true));
            assertThat(heard)
                    .singleElement()
                    .satisfies(now -> assertThat(now.detailedLog()).isTrue());
        }
    }

    @Test
    void whatTheAdministratorHasDecidedIsKnown() {
        assertThat(settings.isHistoryLocked()).isFalse();
        assertThat(settings.shortestPoll()).isEmpty();
        assertThat(settings.lockedAccount().signIn()).isEmpty();
        home.decided(
                "{\"account\": {\"signIn\": \"browser\"}, \"polling\": {\"shortest\": \"PT30S\"}, \"history\": {\"on\": false}}");
        startAgain();
        assertThat(settings.isHistoryLocked()).isTrue();
        assertThat(settings.shortestPoll()).contains(Duration.ofSeconds(30));
        assertThat(settings.lockedAccount().signIn()).contains(SignInWay.BROWSER);
    }

    @Test
    void whatWasIgnoredInAFileIsSaidUntilItIsUnderstood() {
        home.typed("{\"looks\": {\"theme\": \"pink\"}}");
        startAgain();
        assertThat(settings.notes()).extracting(SettingsNote::kind).contains(SettingsNote.Kind.WRONG);
        settings.understood();
        assertThat(settings.notes()).isEmpty();
    }

    @Nested
    class SettingEverythingBack {

        @Test
        void canBeTakenBack() {
            settings.change(all -> all.withSignOutOnQuit(true));
            assertThat(settings.reset()).isCompleted();
            assertThat(settings.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(settings.lastReset().orElseThrow().kept().orElseThrow()).exists();
            assertThat(settings.undoReset()).isCompleted();
            assertThat(settings.settings().signOutOnQuit()).isTrue();
            assertThat(settings.lastReset()).isEmpty();
        }

        /** Whoever has changed something since then does not want to lose that. */
        @Test
        void cannotBeTakenBackAnyMoreAfterTheNextChangeWhoeverMakesIt() throws Exception {
            settings.change(all -> all.withSignOutOnQuit(true));
            settings.reset();
            store.change(all -> all.withDetailedLog(true));
            assertThat(settings.lastReset()).isEmpty();
            assertThat(settings.undoReset()).isCompleted();
            assertThat(settings.settings()).isEqualTo(Settings.DEFAULT.withDetailedLog(true));
        }

        @Test
        void thatFailsChangesNothingAndLeavesNothingToTakeBack() {
            settings.change(all -> all.withSignOutOnQuit(true));
            home.spoil();
            failsWithCannotSave(settings.reset());
            assertThat(settings.settings().signOutOnQuit()).isTrue();
            assertThat(settings.lastReset()).isEmpty();
        }

        @Test
        void waitsForTheChangesThatWereAskedForBefore() {
            files.hold();
            settings.change(all -> all.withSignOutOnQuit(true));
            settings.reset();
            files.release();
            assertThat(settings.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(settings.lastReset())
                    .hasValueSatisfying(before ->
                            assertThat(before.settings().signOutOnQuit()).isTrue());
        }
    }

    @Nested
    class StartingWithTheSession {

        @Test
        void isAsTheDesktopSaysAndAskedBesideEverythingElse() {
            beside.hold();
            CompletableFuture<Startup> asked = settings.startup();
            assertThat(asked).isNotDone();
            login.on = true;
            beside.next();
            assertThat(asked).isCompletedWithValue(new Startup(true, true));
        }

        @Test
        void isAnsweredWithHowItStandsThen() {
            assertThat(settings.startWithSession(true)).isCompletedWithValue(new Startup(true, true));
            assertThat(settings.startWithSession(false)).isCompletedWithValue(new Startup(false, true));
        }

        @Test
        void thatCannotBeKeptFails() {
            login.keeps = false;
            failsWithCannotSave(settings.startWithSession(true));
        }

        @Test
        void isNothingForADemo() {
            settings = new SettingsService(store, home.file(), new SchemeFile(), StartAtLogin.NEVER, files, beside);
            assertThat(settings.startup()).isCompletedWithValue(new Startup(false, false));
            failsWithCannotSave(settings.startWithSession(true));
        }
    }

    @Nested
    class ASchemeInAFile {

        @TempDir
        private Path folder;

        @Test
        void comesBackAsItWasGiven() {
            Path file = folder.resolve("mine.json");
            assertThat(settings.writeScheme(file, Schemes.named("classic").orElseThrow()))
                    .isCompleted();
            assertThat(settings.readScheme(file).join().scheme().orElseThrow().shows())
                    .isEqualTo(Schemes.named("classic").orElseThrow().shows());
        }

        @Test
        void thatCannotBeWrittenFailsAndNamesTheFile() {
            Path nowhere = folder.resolve("no/such/folder/mine.json");
            CompletableFuture<Void> written =
                    settings.writeScheme(nowhere, Schemes.named("classic").orElseThrow());
            failsWithCannotSave(written);
            assertThatThrownBy(written::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().toString()).contains(nowhere.toString()));
        }

        @Test
        void thatIsNoneIsSaidToBeSo() throws IOException {
            LoadedScheme loaded = settings.readScheme(Files.writeString(folder.resolve("no.json"), "colours!"))
                    .join();
            assertThat(loaded.scheme()).isEmpty();
            assertThat(loaded.notes()).isNotEmpty();
        }
    }

    static Stream<Function<SettingsService, CompletableFuture<?>>> whatTakesTime() {
        return Stream.of(
                settings -> settings.change(all -> all),
                SettingsService::reset,
                SettingsService::undoReset,
                SettingsService::startup,
                settings -> settings.startWithSession(true),
                settings -> settings.readScheme(Path.of("none")),
                settings -> settings.writeScheme(
                        Path.of("none"), Schemes.named(Rules.USUAL.usual()).orElseThrow()));
    }

    /** Nobody waits for ever for a thread that has ended. */
    @ParameterizedTest
    @MethodSource("whatTakesTime")
    void failsAtOnceWhereThereIsNoThreadAnyMore(Function<SettingsService, CompletableFuture<?>> asked) {
        ExecutorService ended = Executors.newSingleThreadExecutor();
        ended.shutdown();
        SettingsService late = new SettingsService(store, home.file(), new SchemeFile(), login, ended, ended);
        assertThatThrownBy(asked.apply(late)::get).cause().isInstanceOf(RejectedExecutionException.class);
    }
}
