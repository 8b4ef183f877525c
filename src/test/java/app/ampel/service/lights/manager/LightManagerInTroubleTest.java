package app.ampel.service.lights.manager;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.Heartbeat;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.service.lights.manager.FakeBus.FakeLight;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * The rule: whatever is thrown, and wherever, the manager goes on; one light's trouble is not the others'; and a light is told
 * what it should show until it has taken it. Each story is played once for each place in which something can be thrown.
 */
class LightManagerInTroubleTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("app.ampel.service.lights.manager");
    private static final LightCommand GREEN = LightCommand.solid(Colour.GREEN);
    private static final LightCommand BLINKING = new LightCommand(Colour.AMBER, Effect.BLINK);
    private static final LightCommand RED = LightCommand.solid(Colour.RED);
    private static final Duration LONG_AFTER = Duration.ofMinutes(2);

    /** Thousands of stack traces are to be expected, and nobody reads them. */
    @BeforeAll
    static void quiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void loudAgain() {
        LOG.setLevel(null);
    }

    /** What is thrown. */
    enum Thrown {
        OUT_OF_THREADS(() -> new OutOfMemoryError("unable to create native thread")),
        REFUSED(RejectedExecutionException::new),
        A_BUG(() -> new IllegalStateException("a bug")),
        A_CLASS_MISSING(() -> new NoClassDefFoundError("somewhere"));

        private final Supplier<Throwable> make;

        Thrown(Supplier<Throwable> make) {
            this.make = make;
        }

        void now() {
            Throwable thrown = make.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }

    /** Counts the places in which something may go wrong, as they are come by. */
    private static final class Trouble {
        private final IntPredicate when;
        private final Thrown what;
        private int places;

        Trouble(IntPredicate when, Thrown what) {
            this.when = when;
            this.what = what;
        }

        void here() {
            if (when.test(places++)) {
                what.now();
            }
        }
    }

    /** A manager whose workers, or whose devices, make trouble, and two lights, of which one needs heartbeats. */
    private static final class Story {
        private final CrankedClock clock = new CrankedClock();
        private final FakeBus shelf = new FakeBus();
        private final FakeLight plain;
        private final FakeLight hearty;
        private final LightManager manager;

        Story(Executor workers, Optional<LightBus> bus) {
            plain = new FakeLight("plain", new FakeModel());
            hearty = new FakeLight("hearty", FakeModel.withHeart(true));
            manager = new LightManager(List.of(bus.orElse(shelf)), workers, clock, model -> Optional.empty());
        }

        static Story ofWorkers(Executor workers) {
            return new Story(workers, Optional.empty());
        }

        void play() {
            manager.start();
            manager.show(GREEN);
            settle();
            shelf.plugIn(plain);
            shelf.plugIn(hearty);
            settle();
            manager.show(BLINKING);
            settle();
            manager.identify("plain");
            settle();
            shelf.replug(plain);
            settle();
            manager.apply(LightSettings.NONE.with("hearty", LightSetting.DEFAULT.withOff(true)));
            settle();
            manager.apply(LightSettings.NONE);
            settle();
            manager.sleep();
            settle();
            manager.wake();
            settle();
            manager.show(RED);
            clock.advance(LONG_AFTER);
        }

        private void settle() {
            clock.advance(Duration.ofSeconds(3));
        }

        /** It shows what is wanted, and says so; and it can be made dark. */
        void hasEndedWell(String which) {
            for (FakeLight light : List.of(plain, hearty)) {
                assertThat(light.log.stream()
                                .filter(word -> !word.equals("beat"))
                                .reduce((a, b) -> b))
                        .as(which + ": what " + light.id + " was told last")
                        .contains("#ff0000");
            }
            assertThat(manager.states()).as(which).hasSize(2).allSatisfy(state -> {
                assertThat(state.condition()).isEqualTo(Condition.OK);
                assertThat(state.shown()).isEqualTo(RED);
            });
            manager.pause(true);
            clock.advance(LONG_AFTER);
            assertThat(List.of(plain.last(), hearty.last())).as(which).containsOnly("bye");
        }
    }

    private static Executor refusing(Trouble trouble) {
        return task -> {
            trouble.here();
            task.run();
        };
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aWorkerThatIsNotToBeHadOnceHoldsNothingUp(Thrown thrown) {
        int places;
        int at = 0;
        do {
            int when = at++;
            Trouble trouble = new Trouble(place -> place == when, thrown);
            Story story = Story.ofWorkers(refusing(trouble));
            story.play();
            story.hasEndedWell("refused at " + when);
            places = trouble.places;
        } while (at < places);
        assertThat(at).as("places tried").isGreaterThan(20);
    }

    @Test
    void norDoAnyOfThemInAnyCombination() {
        for (int bits = 0; bits < 1 << 12; bits++) {
            int which = bits;
            Story story = Story.ofWorkers(refusing(
                    new Trouble(place -> place < 12 && (which >> place & 1) == 1, Thrown.OUT_OF_THREADS)));
            story.play();
            story.hasEndedWell("refused at " + Integer.toBinaryString(which));
        }
    }

    @Test
    void noWorkerForLongHoldsUpOnlyTheTimeInWhichThereIsNone() {
        for (int from = 0; from < 40; from++) {
            int first = from;
            Story story = Story.ofWorkers(
                    refusing(new Trouble(place -> place >= first && place < first + 25, Thrown.OUT_OF_THREADS)));
            story.play();
            story.hasEndedWell("none from " + from);
        }
    }

    @Test
    void aPoolThatComplainsAndKeepsTheTaskDoesNotMakeItRunTwice() {
        List<Runnable> kept = new ArrayList<>();
        int[] count = new int[1];
        Story story = Story.ofWorkers(task -> {
            if (count[0]++ % 3 == 0) {
                kept.add(task);
                throw new OutOfMemoryError("unable to create native thread");
            }
            kept.forEach(Runnable::run);
            kept.clear();
            task.run();
        });
        story.play();
        story.hasEndedWell("kept");
        assertThat(story.plain.mostAtOnce).isEqualTo(1);
        assertThat(story.hearty.mostAtOnce).isEqualTo(1);
    }

    /** A bus, its links and its models that throw. */
    private record BadBus(Story[] story, Trouble trouble) implements LightBus {

        private FakeBus shelf() {
            return story[0].shelf;
        }

        @Override
        public List<Found> list() {
            trouble.here();
            return shelf().list().stream()
                    .map(it -> new Found(
                            it.id(),
                            it.kind(),
                            new BadModel((FakeModel) it.model(), trouble),
                            it.name(),
                            it.attachment(),
                            it.condition(),
                            it.hint()))
                    .toList();
        }

        @Override
        public LightLink open(Found found) throws LightException {
            trouble.here();
            return new BadLink(shelf().open(found), trouble);
        }

        @Override
        public void watch(Runnable changed) {
            shelf().watch(changed);
        }

        @Override
        public void close() {
            trouble.here();
        }
    }

    private record BadLink(LightLink link, Trouble trouble) implements LightLink {
        @Override
        public void send(Report report) throws LightException {
            trouble.here();
            link.send(report);
        }

        @Override
        public boolean beat(List<Report> reports) throws LightException {
            trouble.here();
            return link.beat(reports);
        }

        @Override
        public void close() {
            trouble.here();
            link.close();
        }
    }

    private record BadModel(FakeModel model, Trouble trouble) implements LightModel {
        @Override
        public String key() {
            return model.key();
        }

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public Transport transport() {
            return model.transport();
        }

        @Override
        public List<UsbId> ids() {
            return model.ids();
        }

        @Override
        public Program encode(LightCommand command) {
            trouble.here();
            return model.encode(command);
        }

        @Override
        public Optional<Heartbeat> heartbeat() {
            trouble.here();
            return model.heartbeat();
        }

        @Override
        public List<Report> arming() {
            trouble.here();
            return model.arming();
        }

        @Override
        public List<Report> farewell() {
            trouble.here();
            return model.farewell();
        }
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aDeviceOrAModelThatThrowsIsToldAgain(Thrown thrown) {
        int places;
        int at = 0;
        do {
            int when = at++;
            Trouble trouble = new Trouble(place -> place == when, thrown);
            Story[] holder = new Story[1];
            holder[0] = new Story(Runnable::run, Optional.of(new BadBus(holder, trouble)));
            holder[0].play();
            holder[0].hasEndedWell("thrown at " + when);
            places = trouble.places;
        } while (at < places);
        assertThat(at).as("places tried").isGreaterThan(100);
    }

    @Test
    void aLightThatThrowsAlwaysLeavesTheOthersAlone() {
        CrankedClock clock = new CrankedClock();
        FakeBus bus = new FakeBus();
        LightManager manager = new LightManager(List.of(bus), Runnable::run, clock, model -> Optional.empty());
        Trouble always = new Trouble(place -> place > 0, Thrown.A_BUG);
        bus.plugIn(new FakeLight("a-bad-one", new BadModel(new FakeModel(), always)));
        FakeLight good = bus.plugIn("good");
        manager.watch(
                states -> {
                    throw new OutOfMemoryError("a listener's own trouble");
                },
                Runnable::run);
        manager.start();
        manager.show(GREEN);
        clock.advance(Duration.ofSeconds(1));
        manager.show(RED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(good.last()).isEqualTo("#ff0000");
        manager.pause(true);
        clock.advance(LONG_AFTER);
        assertThat(good.last()).isEqualTo("bye");
    }
}
