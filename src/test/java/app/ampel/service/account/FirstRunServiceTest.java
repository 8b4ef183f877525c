package app.ampel.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstRunServiceTest {

    private final List<String> done = new ArrayList<>();
    private final List<Runnable> beside = new ArrayList<>();
    private boolean over;
    private boolean works = true;

    private final FirstRunPort port = new FirstRunPort() {
        @Override
        public boolean isOver() {
            return over;
        }

        @Override
        public void over() {
            over = true;
        }

        @Override
        public boolean startDemo() {
            return done.add("demo") && works;
        }

        @Override
        public boolean canStartWithSession() {
            return works;
        }

        @Override
        public boolean startWithSession(boolean on) {
            return done.add("start " + on) && works;
        }
    };

    private final FirstRunService real = new FirstRunService(false, port, beside::add);

    private void work() {
        beside.forEach(Runnable::run);
        beside.clear();
    }

    @Test
    void isTheFirstUntilItIsOver() {
        assertThat(real.isFirst()).isTrue();
        real.finish(Optional.empty());
        work();
        assertThat(real.isFirst()).isFalse();
        assertThat(done).as("nothing was said about it").isEmpty();
    }

    @Test
    void isNeverTheFirstInTheDemo() {
        FirstRunService demo = new FirstRunService(true, port, beside::add);
        assertThat(demo.isFirst()).isFalse();
        assertThat(demo.isDemo()).isTrue();
        assertThat(real.isDemo()).isFalse();
    }

    @Test
    void isSkippedUntilTheNextStart() {
        assertThat(real.isSkipped()).isFalse();
        real.skip();
        assertThat(real.isSkipped()).isTrue();
        assertThat(real.isFirst()).isTrue();
    }

    @Test
    void startsProgramsWhereTheyHoldUpNobody() {
        var demo = real.startDemo();
        var finished = real.finish(Optional.of(true));
        assertThat(done).isEmpty();
        assertThat(demo).isNotDone();
        work();
        assertThat(done).containsExactly("demo", "start true");
        assertThat(demo).isCompletedWithValue(true);
        assertThat(finished).isCompletedWithValue(true);
    }

    @Test
    void saysWhatCouldNotBeArrangedAndIsOverAllTheSame() {
        works = false;
        var demo = real.startDemo();
        var finished = real.finish(Optional.of(false));
        work();
        assertThat(demo).isCompletedWithValue(false);
        assertThat(finished).isCompletedWithValue(false);
        assertThat(over).isTrue();
        assertThat(real.canStartWithSession()).isFalse();
    }
}
