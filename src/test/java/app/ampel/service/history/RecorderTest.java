package app.ampel.service.history;

import static app.ampel.domain.history.Spans.AVAILABLE;
import static app.ampel.domain.history.Spans.IN_A_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import app.ampel.domain.history.Spans;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.engine.Cranked;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    private static final String ADA = Snapshots.ADA.objectId();

    private final Cranked time = new Cranked(START);
    private final FakeEngine engine = new FakeEngine();
    private final MemoryStore store = new MemoryStore();
    private final Archive archive = new Archive(store, time);
    private final Recorder recorder = new Recorder(engine, time, time, archive, () -> Duration.ofDays(30));

    /** What the core would say. */
    private static final class FakeEngine implements Engine {
        private final List<Consumer<Snapshot>> watchers = new ArrayList<>();
        private Snapshot now = knows(AVAILABLE);

        void become(Snapshot next) {
            now = next;
            watchers.forEach(watcher -> watcher.accept(next));
        }

        @Override
        public Snapshot snapshot() {
            return now;
        }

        @Override
        public CompletableFuture<Snapshot> submit(Intent intent) {
            return CompletableFuture.completedFuture(now);
        }

        @Override
        public Runnable watch(Consumer<Snapshot> observer) {
            watchers.add(observer);
            observer.accept(now);
            return () -> watchers.remove(observer);
        }

        @Override
        public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
            return watch(observer);
        }
    }

    /** In memory, with a disk that can be full. */
    private static final class MemoryStore implements HistoryStore {
        private final List<Change> done = new ArrayList<>();
        private Instant pruned = Instant.MIN;
        private boolean full;

        @Override
        public void keep(List<Change> changes) throws ProblemException {
            if (full) {
                throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE));
            }
            done.addAll(changes);
        }

        @Override
        public List<Span> read(String account) {
            List<Span> spans = List.of();
            for (Change change : done) {
                spans = change.account().equals(account) ? change.applyTo(spans) : spans;
            }
            return spans;
        }

        @Override
        public void prune(Instant oldest) {
            pruned = oldest;
        }

        @Override
        public boolean isThere() {
            return !done.isEmpty();
        }

        @Override
        public Optional<Instant> lastKept() {
            return isThere() ? Optional.of(START) : Optional.empty();
        }

        @Override
        public void erase() {
            done.clear();
        }

        @Override
        public Optional<String> setAside() {
            return Optional.empty();
        }
    }

    private static Snapshot knows(Presence presence) {
        return Snapshots.of(Snapshots.known(
                presence.availability().word(), presence.activity().word()));
    }

    private static Snapshot signedOut() {
        PresenceReading reading = new PresenceReading(
                PresenceReading.Kind.SIGNED_OUT, Optional.empty(), Optional.empty(), Optional.empty());
        return Snapshots.of(reading, Optional.empty(), AccountState.signedOut(Optional.empty()));
    }

    private static Snapshot set(PresenceReading reading, ManualStatus.State state) {
        ManualStatus manual = new ManualStatus(
                Choice.IN_A_CALL, START, START.plusSeconds(3600), Optional.empty(), state, Optional.empty());
        return Snapshots.of(reading, Optional.of(manual), AccountState.signedIn(Snapshots.ADA));
    }

    private void start() {
        recorder.start();
        time.settle();
    }

    private void pass(int minutes) {
        time.pass(Duration.ofMinutes(minutes));
    }

    private List<Span> read(String account) {
        CompletableFuture<Archive.Content> read =
                recorder.unkept().thenCompose(unkept -> archive.read(account, unkept));
        time.settle();
        return read.join().spans();
    }

    private static Span span(String from, String to, Presence presence) {
        return Spans.span("2026-11-20T" + from + ":00Z", "2026-11-20T" + to + ":00Z", presence);
    }

    @Nested
    class AsLongAsItIsOff {

        @Test
        void nothingIsWatchedPlannedOrKept() {
            pass(60);
            assertThat(engine.watchers).isEmpty();
            assertThat(time.plans()).isZero();
            assertThat(store.done).isEmpty();
            assertThat(read(ADA)).isEmpty();
        }

        @Test
        void stoppingItOnceMoreDoesNothing() {
            recorder.stop();
            time.settle();
            assertThat(store.done).isEmpty();
        }
    }

    @Nested
    class WhileItRecords {

        @Test
        void itIsKeptEveryFiveMinutesThoughNothingHappens() {
            start();
            pass(17);
            assertThat(store.read(ADA)).containsExactly(span("09:00", "09:15", AVAILABLE));
            assertThat(time.plans()).isEqualTo(1);
        }

        @Test
        void readingFindsEverythingUpToNowAndWritesNothing() {
            start();
            pass(2);
            int writes = store.done.size();
            assertThat(read(ADA)).containsExactly(span("09:00", "09:02", AVAILABLE));
            assertThat(store.done).hasSize(writes);
        }

        @Test
        void aSignOutIsAGapAndNothingIsPlannedInIt() {
            start();
            pass(3);
            engine.become(signedOut());
            assertThat(time.plans()).isZero();
            pass(30);
            engine.become(knows(IN_A_CALL));
            pass(3);
            assertThat(read(ADA)).containsExactly(span("09:00", "09:03", AVAILABLE), span("09:33", "09:36", IN_A_CALL));
        }

        @Test
        void anOldAnswerIsAGap() {
            start();
            pass(3);
            engine.become(
                    Snapshots.of(Snapshots.reading(PresenceReading.Kind.STALE, Optional.empty(), Optional.empty())));
            pass(3);
            assertThat(read(ADA)).containsExactly(span("09:00", "09:03", AVAILABLE));
        }

        @Test
        void soIsAPresenceThatMicrosoftDoesNotKnow() {
            engine.now = knows(Presence.of(Availability.PRESENCE_UNKNOWN, Activity.PRESENCE_UNKNOWN));
            start();
            pass(10);
            assertThat(read(ADA)).isEmpty();
        }

        @Test
        void aRequestThatFailedOnceIsNoGapWhileTheLastAnswerIsFresh() {
            start();
            engine.become(Snapshots.of(new PresenceReading(
                    PresenceReading.Kind.UNREACHABLE,
                    Optional.of(Snapshots.last("Available", "Available", true)),
                    Optional.empty(),
                    Optional.of(Problem.of(Problem.Kind.NO_NETWORK)))));
            pass(3);
            assertThat(read(ADA)).containsExactly(span("09:00", "09:03", AVAILABLE));
        }

        @Test
        void anotherAccountHasAHistoryOfItsOwn() {
            start();
            pass(3);
            Profile kim = new Profile("Kim", "kim@example.org", "example.org", "t-1", "o-2", Set.of());
            engine.become(
                    Snapshots.of(Snapshots.known("Busy", "InACall"), Optional.empty(), AccountState.signedIn(kim)));
            pass(3);
            assertThat(read(ADA)).containsExactly(span("09:00", "09:03", AVAILABLE));
            assertThat(read("o-2")).containsExactly(span("09:03", "09:06", IN_A_CALL));
        }

        @Test
        void onceADayWhatIsTooOldGoes() {
            start();
            assertThat(store.pruned).isEqualTo(START.minus(Duration.ofDays(30)));
            pass(25 * 60);
            assertThat(store.pruned).isEqualTo(START.minus(Duration.ofDays(29)));
        }

        @Test
        void switchingOffKeepsWhatThereIsAndEndsThere() {
            start();
            pass(3);
            recorder.stop();
            pass(30);
            assertThat(store.read(ADA)).containsExactly(span("09:00", "09:03", AVAILABLE));
            assertThat(engine.watchers).isEmpty();
            assertThat(time.plans()).isZero();
            start();
            pass(1);
            assertThat(read(ADA)).containsExactly(span("09:00", "09:03", AVAILABLE), span("09:33", "09:34", AVAILABLE));
        }

        @Test
        void afterErasingItBeginsAnew() {
            start();
            pass(7);
            recorder.restart().thenCompose(ready -> archive.erase());
            time.settle();
            assertThat(store.done).isEmpty();
            pass(2);
            assertThat(read(ADA)).containsExactly(span("09:07", "09:09", AVAILABLE));
        }
    }

    @Nested
    class WhenAStatusWasSetByHand {

        @Test
        void andTeamsIsNotToldOfItItCountsAsItWasSet() {
            engine.now = set(Snapshots.known("Available", "Available"), ManualStatus.State.LIGHT_ONLY);
            start();
            pass(3);
            assertThat(read(ADA)).containsExactly(new Span(START, START.plusSeconds(180), IN_A_CALL, true));
        }

        @Test
        void andTeamsCouldNotBeToldItCountsAsItWasSetThoughNothingElseIsKnown() {
            PresenceReading unreachable = new PresenceReading(
                    PresenceReading.Kind.UNREACHABLE, Optional.empty(), Optional.empty(), Optional.empty());
            engine.now = set(unreachable, ManualStatus.State.FAILED);
            start();
            pass(3);
            assertThat(read(ADA)).containsExactly(new Span(START, START.plusSeconds(180), IN_A_CALL, true));
        }

        @Test
        void andTeamsShowsSomethingElseTeamsCounts() {
            engine.now = set(Snapshots.known("Available", "Available"), ManualStatus.State.OVERRIDDEN);
            start();
            pass(3);
            assertThat(read(ADA)).containsExactly(span("09:00", "09:03", AVAILABLE));
        }
    }

    @Nested
    class WhenTheDiskIsFull {

        @Test
        void nothingIsLostAndItSaysSo() {
            start();
            pass(3);
            store.full = true;
            engine.become(knows(IN_A_CALL));
            pass(12);
            CompletableFuture<Archive.Content> read =
                    recorder.unkept().thenCompose(unkept -> archive.read(ADA, unkept));
            time.settle();
            assertThat(read.join().spans())
                    .containsExactly(span("09:00", "09:03", AVAILABLE), span("09:03", "09:15", IN_A_CALL));
            assertThat(read.join().problem()).map(Problem::kind).contains(Problem.Kind.CANNOT_SAVE);
        }

        @Test
        void itIsWrittenOnceThereIsRoomAgain() {
            start();
            store.full = true;
            pass(3);
            engine.become(knows(IN_A_CALL));
            pass(7);
            store.full = false;
            engine.become(knows(AVAILABLE));
            time.settle();
            assertThat(store.read(ADA))
                    .containsExactly(span("09:00", "09:03", AVAILABLE), span("09:03", "09:10", IN_A_CALL));
        }
    }

    @Nested
    class WhatIsKeptWhileItIsOff {

        @Test
        void isGoneOnceNothingHasBeenAddedForLong() {
            start();
            pass(3);
            recorder.stop();
            time.settle();
            archive.expire(START.minusSeconds(1));
            time.settle();
            assertThat(archive.isThere()).isTrue();
            archive.expire(START.plusSeconds(1));
            time.settle();
            assertThat(archive.isThere()).isFalse();
        }
    }
}
