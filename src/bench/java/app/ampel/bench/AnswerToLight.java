package app.ampel.bench;

import app.ampel.domain.account.SignInWay;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.presence.PresenceStore;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.service.engine.ClockTimeline;
import app.ampel.service.engine.Core;
import app.ampel.service.engine.EnginePorts;
import app.ampel.service.engine.Preferences;
import app.ampel.service.engine.Start;
import app.ampel.service.lights.manager.LightManager;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A JVM that measures how long it takes from an answer of Graph's to the write to a HID light: the real core and the real
 * manager of lights between a Graph that answers at once and a light that takes everything at once. Prints the 50th and
 * the 99th percentile in milliseconds.
 */
public final class AnswerToLight {

    /** Answers that count, after as many that warm up. */
    static final int ANSWERS = 1_000;

    /** Ten seconds between two polls are ten milliseconds. */
    private static final double SPEED = 1_000;

    private AnswerToLight() {}

    public static void main(String[] arguments) throws InterruptedException {
        RoundTrips trips = new RoundTrips(2 * ANSWERS);
        ScheduledExecutorService owner = Executors.newSingleThreadScheduledExecutor();
        ExecutorService reads = Executors.newSingleThreadExecutor();
        ExecutorService others = Executors.newSingleThreadExecutor();
        LightManager lights = LightManager.onThreads(List.of(new InstantBus(trips)), model -> Optional.empty());
        EnginePorts rim = new EnginePorts(
                new InstantMicrosoft(trips),
                new InstantMicrosoft(trips),
                lights,
                owner,
                reads,
                others,
                others,
                others,
                new NoMemory(),
                (kept, then) -> then.accept(true),
                () -> 0);
        Core core = new Core(
                ClockTimeline.steady(new FastClock(SPEED), SPEED, owner),
                rim,
                new Start(
                        Optional.empty(),
                        Optional.empty(),
                        new Preferences(
                                PollingLimits.DEFAULT,
                                Rules.USUAL,
                                StatusDefaults.USUAL,
                                () -> ZoneOffset.UTC,
                                false,
                                Set.of())),
                () -> SignInWay.DEVICE_CODE);
        core.start();
        lights.start();
        double[] milliseconds = trips.awaitMilliseconds();
        double[] warm = java.util.Arrays.copyOfRange(milliseconds, ANSWERS, milliseconds.length);
        System.out.println(Median.of(warm) + " " + Median.at(0.99, warm));
        core.close(Duration.ofSeconds(1), false);
        System.exit(0);
    }

    private static final class NoMemory implements PresenceStore {
        @Override
        public void keep(PresenceTracker.Seen seen) {
            // The next start has its own benchmark.
        }

        @Override
        public void forget() {
            // See above.
        }
    }
}
