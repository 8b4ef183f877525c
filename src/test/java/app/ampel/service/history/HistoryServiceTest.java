package app.ampel.service.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.files.SchemeFile;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.history.Span;
import app.ampel.domain.history.Spans;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.FakeEngine;
import app.ampel.service.engine.Cranked;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.settings.FakeLogin;
import app.ampel.service.settings.HistorySettings;
import app.ampel.service.settings.SettingsHome;
import app.ampel.service.settings.SettingsService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HistoryServiceTest {

    private static final Instant START = Snapshots.NOW.truncatedTo(ChronoUnit.SECONDS);
    private static final Span EARLIER = Spans.span("2026-11-11T09:00:00Z", "2026-11-11T10:00:00Z", Spans.AVAILABLE);
    private static final Path PLACE = Path.of("history.db");
    private static final Path TAKEN_ALONG = Path.of("taken.csv");

    private final Cranked time = new Cranked(START);
    private final FakeEngine engine = new FakeEngine(Signed.in("Busy", "InAMeeting"));
    private final SettingsHome home = new SettingsHome();
    private final FakeHistoryStore store = new FakeHistoryStore();
    private String exported = "";
    private boolean isFull;
    private HistoryService history = history();

    private HistoryService history() {
        return new HistoryService(
                new SettingsService(home.open(), home.file(), new SchemeFile(), new FakeLogin(), time, time),
                engine,
                time,
                new HistoryService.HistoryPlace(PLACE, store, this::export),
                () -> ZoneOffset.UTC,
                time,
                time,
                time);
    }

    private void export(Path file, byte[] content) throws IOException {
        if (isFull) {
            throw new IOException("No space left on device");
        }
        assertThat(file).isEqualTo(TAKEN_ALONG);
        exported = new String(content, StandardCharsets.UTF_8);
    }

    private <T> CompletableFuture<T> done(CompletableFuture<T> future) {
        time.settle();
        assertThat(future).isDone();
        return future;
    }

    private <T> T answer(CompletableFuture<T> future) {
        return done(future).join();
    }

    private static void failsWithCannotSave(CompletableFuture<?> future) {
        assertThatThrownBy(future::get)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CANNOT_SAVE));
    }

    private void startedOn() {
        answer(history.switchOn());
        history.start();
        time.settle();
    }

    /** Who is signed in, and what is known of them. */
    private static final class Signed {

        static Snapshot in(String availability, String activity) {
            return Snapshots.of(
                    Snapshots.known(availability, activity), Optional.empty(), AccountState.signedIn(Snapshots.ADA));
        }

        static Snapshot out() {
            return Snapshots.of(
                    Snapshots.known("Busy", "Busy"), Optional.empty(), AccountState.signedOut(Optional.empty()));
        }
    }

    @Nested
    class WhileItIsOff {

        @Test
        void nothingIsKept() {
            history.start();
            time.pass(Duration.ofHours(1));
            engine.become(Signed.in("Available", "Available"));
            time.pass(Duration.ofHours(1));
            assertThat(store.kept).isEmpty();
            assertThat(history.settings().on()).isFalse();
            assertThat(answer(history.read()).spans()).isEmpty();
        }

        @Test
        void whatWasKeptBeforeStaysUntilAllOfItIsTooOld() {
            store.spans = List.of(EARLIER);
            store.lastKept = Optional.of(START.minus(Duration.ofDays(29)));
            history.start();
            time.settle();
            assertThat(store.erased).isFalse();
            assertThat(answer(history.isThere())).isTrue();
            store.lastKept = Optional.of(START.minus(Duration.ofDays(31)));
            history = history();
            history.start();
            time.settle();
            assertThat(store.erased).isTrue();
            assertThat(answer(history.isThere())).isFalse();
        }

        @Test
        void switchingItOnBeginsWithWhatIsNow() {
            history.start();
            assertThat(answer(history.switchOn()).history()).isEqualTo(new HistorySettings(true, 30));
            time.pass(Duration.ofMinutes(30));
            engine.become(Signed.in("Available", "Available"));
            time.settle();
            assertThat(store.kept).isNotEmpty();
        }
    }

    @Nested
    class WhileItIsOn {

        @Test
        void whatIsNotKeptYetIsReadAsWell() {
            startedOn();
            time.pass(Duration.ofMinutes(2));
            Archive.Content content = answer(history.read());
            assertThat(content.spans()).singleElement().satisfies(span -> {
                assertThat(span.from()).isEqualTo(START);
                assertThat(span.to()).isEqualTo(START.plus(Duration.ofMinutes(2)));
            });
        }

        @Test
        void nothingOfItIsReadWhileNobodyIsSignedIn() {
            store.spans = List.of(EARLIER);
            startedOn();
            engine.become(Signed.out());
            assertThat(answer(history.read()).spans()).isEmpty();
            assertThat(store.reads).isZero();
        }

        @Test
        void switchingItOffKeepsWhatThereIsUpToNow() {
            startedOn();
            time.pass(Duration.ofMinutes(2));
            answer(history.switchOff());
            assertThat(store.kept).isNotEmpty();
            assertThat(store.erased).isFalse();
            int before = store.kept.size();
            engine.become(Signed.in("Away", "Away"));
            time.pass(Duration.ofHours(2));
            assertThat(store.kept).hasSize(before);
        }

        @Test
        void itIsAsLongAsOneSaysAndWhatIsOlderGoesAtOnce() {
            store.spans = List.of(EARLIER);
            startedOn();
            store.pruned.clear();
            assertThat(answer(history.keepFor(90)).history()).isEqualTo(new HistorySettings(true, 90));
            assertThat(store.pruned).isEmpty();
            answer(history.keepFor(7));
            assertThat(store.pruned).contains(START.minus(Duration.ofDays(7)));
        }

        @Test
        void erasingItGoesOnFromNow() {
            startedOn();
            time.pass(Duration.ofMinutes(10));
            answer(history.erase());
            assertThat(store.erased).isTrue();
            time.pass(Duration.ofMinutes(1));
            assertThat(answer(history.read()).spans())
                    .allSatisfy(span -> assertThat(span.from()).isAfterOrEqualTo(START.plus(Duration.ofMinutes(10))));
        }

        @Test
        void switchingItOffAndErasingItLeavesNothing() {
            store.spans = List.of(EARLIER);
            startedOn();
            time.pass(Duration.ofMinutes(2));
            answer(history.switchOffAndErase());
            assertThat(history.settings().on()).isFalse();
            assertThat(store.erased).isTrue();
            assertThat(answer(history.isThere())).isFalse();
        }

        @Test
        void nothingIsErasedWhereItCannotBeSwitchedOff() {
            startedOn();
            home.spoil();
            failsWithCannotSave(done(history.switchOffAndErase()));
            assertThat(store.erased).isFalse();
        }

        @Test
        void whatCannotBeErasedIsSaidToBeSo() {
            startedOn();
            store.fails = true;
            failsWithCannotSave(done(history.erase()));
        }
    }

    @Nested
    class TakingItAlong {

        @Test
        void writesWhatIsRead() {
            store.spans = List.of(EARLIER);
            answer(history.export(TAKEN_ALONG));
            assertThat(exported).contains("2026-11-11", "Available");
        }

        @Test
        void failsWithTheNameOfTheFileWhereItCannotBeWritten() {
            isFull = true;
            CompletableFuture<Void> export = done(history.export(TAKEN_ALONG));
            failsWithCannotSave(export);
            assertThatThrownBy(export::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().toString()).contains(TAKEN_ALONG.toString()));
        }
    }

    @Test
    void theAdministratorCanSwitchItOffForGood() {
        assertThat(history.isLocked()).isFalse();
        home.decided("{\"history\": {\"on\": false}}");
        history = history();
        assertThat(history.isLocked()).isTrue();
        assertThat(history.place()).isEqualTo(PLACE);
        assertThatThrownBy(done(history.switchOn())::get).isNotNull();
        assertThat(history.settings().on()).isFalse();
    }
}
