package app.ampel.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.LightState;
import app.ampel.face.cli.FakeLightStates;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.threads.Mailbox;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OverviewsTest {

    private static final Snapshot BUSY = Snapshots.of(Snapshots.known("Busy", "Busy"));
    private static final Snapshot AWAY = Snapshots.of(Snapshots.known("Away", "Away"));
    private static final List<LightState> ONE = List.of(Snapshots.light("a", LightState.Condition.OK));

    private final Known core = new Known();
    private final FakeLightStates lights = new FakeLightStates();
    private final Deque<Runnable> thread = new ArrayDeque<>();
    private final Overviews overviews = new Overviews(core, lights, thread::add);
    private final List<Overview> told = new ArrayList<>();

    /** A core that knows what the test says. */
    private static final class Known implements Engine {
        private final List<Mailbox<Snapshot>> boxes = new ArrayList<>();
        private Snapshot now = BUSY;

        void become(Snapshot next) {
            now = next;
            boxes.forEach(box -> box.put(next));
        }

        @Override
        public Snapshot snapshot() {
            return now;
        }

        @Override
        public CompletableFuture<Snapshot> submit(Intent intent) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Runnable watch(Consumer<Snapshot> observer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
            Mailbox<Snapshot> box = new Mailbox<>(thread, observer);
            boxes.add(box);
            box.put(now);
            return box::close;
        }
    }

    private void settle() {
        while (!thread.isEmpty()) {
            thread.remove().run();
        }
    }

    @Test
    void tellBothStreamsAsOneAndBeginWithWhatThereIs() {
        overviews.watch(told::add);
        settle();
        lights.become(ONE);
        settle();
        core.become(AWAY);
        settle();
        assertThat(told).containsExactly(Snapshots.unlit(BUSY), Snapshots.lit(BUSY, ONE), Snapshots.lit(AWAY, ONE));
    }

    @Test
    void tellWhoeverIsSlowOnlyTheNewestOfBothAndNothingTwice() {
        overviews.watch(told::add);
        core.become(AWAY);
        lights.become(ONE);
        settle();
        assertThat(told).containsExactly(Snapshots.lit(AWAY, ONE));
    }

    @Test
    void endWhenNobodyWatchesAnyMore() {
        Runnable unwatch = overviews.watch(told::add);
        settle();
        unwatch.run();
        lights.become(ONE);
        core.become(AWAY);
        settle();
        assertThat(told).containsExactly(Snapshots.unlit(BUSY));
    }
}
