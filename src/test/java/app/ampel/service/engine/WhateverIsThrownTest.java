package app.ampel.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.presence.PresenceStore;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.SavedStatus;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.StatusRequest;
import app.ampel.domain.status.StatusStore;
import app.ampel.service.lights.manager.Lights;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Everything that the core touches throws once, at each of the times it is touched, and then for a while: time goes on,
 * the lights come to say the truth, and nothing old is shown as if it were known.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WhateverIsThrownTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final LightCommand GREEN = LightCommand.solid(Colour.GREEN);
    private static final LightCommand RED = LightCommand.solid(Colour.RED);
    private static final Presence MEETING = Presence.of(Availability.BUSY, Activity.IN_A_MEETING);
    private static final PollingLimits SLOW = PollingLimits.DEFAULT.withUsual(Duration.ofSeconds(100));

    private final Cranked time = new Cranked(NOON);
    private final FakeMicrosoft microsoft = new FakeMicrosoft();
    private final FakeLights lights = new FakeLights();
    private final List<SavedStatus> kept = new ArrayList<>();

    /** How often the rim was touched, and which touches are answered by throwing something. */
    private int touched;

    /** What is thrown before is told to whoever starts the program. */
    private boolean begun;

    private int throwsFrom = Integer.MAX_VALUE;
    private int throwsTo = Integer.MAX_VALUE;

    private void touch() throws Throwable {
        int now = begun ? touched++ : -1;
        if (now >= throwsFrom && now < throwsTo) {
            throw switch (now % 5) {
                case 0 -> new OutOfMemoryError("unable to create native thread");
                case 1 -> new StackOverflowError();
                case 2 -> new NoClassDefFoundError("a jar cut too short");
                case 3 -> new IOException("as Kotlin throws it, undeclared");
                default -> new IllegalStateException("a bug");
            };
        }
    }

    /** {@code whole}, but some touches of it throw something instead. */
    private <T> T faulty(Class<T> port, T whole) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, values) -> {
                    touch();
                    try {
                        return method.invoke(whole, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Core started(PollingLimits limits) {
        PresenceStore memory = new PresenceStore() {
            @Override
            public void keep(PresenceTracker.Seen seen) {
                // What is on disk is another test's business.
            }

            @Override
            public void forget() {
                // See above.
            }
        };
        StatusStore manuals = (latest, then) -> {
            kept.add(latest);
            then.accept(true);
        };
        EnginePorts rim = new EnginePorts(
                faulty(Account.class, microsoft),
                faulty(PresenceService.class, microsoft),
                faulty(Lights.class, lights),
                time,
                faulty(Executor.class, time),
                faulty(Executor.class, time),
                faulty(Executor.class, time),
                faulty(Executor.class, time),
                faulty(PresenceStore.class, memory),
                faulty(StatusStore.class, manuals),
                () -> 0);
        Preferences preferences =
                new Preferences(limits, Rules.USUAL, StatusDefaults.USUAL, () -> ZoneOffset.UTC, false, Set.of());
        Core core = new Core(
                faultyTimeline(),
                rim,
                new Start(Optional.empty(), Optional.empty(), preferences),
                () -> SignInWay.DEVICE_CODE);
        begun = true;
        core.start();
        time.settle();
        return core;
    }

    /** Planning may fail; what time it is can always be told. */
    private Timeline faultyTimeline() {
        return new Timeline() {
            @Override
            public Moment moment() {
                return time.moment();
            }

            @Override
            public Runnable at(Instant when, Runnable task) {
                try {
                    touch();
                } catch (Error | RuntimeException e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
                return time.at(when, task);
            }
        };
    }

    /** Everything that a life has in it, and where it has to end. */
    private Core life() {
        Core core = started(PollingLimits.DEFAULT);
        time.pass(Duration.ofSeconds(25));
        core.submit(new Intent.SetManual(
                StatusRequest.of(Choice.DO_NOT_DISTURB, Expiry.after(Duration.ofMinutes(3), time.now()))));
        time.pass(Duration.ofSeconds(70));
        core.locked(true);
        time.pass(Duration.ofSeconds(5));
        core.locked(false);
        time.pass(Duration.ofSeconds(60));
        core.submit(new Intent.ClearManual());
        time.pass(Duration.ofSeconds(30));
        return core;
    }

    private void endsWell(Core core, String what) {
        if (core.snapshot().account().profile().isEmpty()) {
            // Who is signed in could not be found out; that is tried again.
            time.pass(Duration.ofMinutes(2));
        }
        microsoft.presence = MEETING;
        time.pass(Duration.ofMinutes(4));
        assertThat(lights.last()).as(what).isEqualTo(RED);
        assertThat(core.snapshot().reading().kind()).as(what).isEqualTo(PresenceReading.Kind.KNOWN);
        assertThat(core.snapshot().poll().orElseThrow().next()).as(what).isAfter(time.now());
        assertThat(core.snapshot().manual()).as(what).isEmpty();
        microsoft.presence = FakeMicrosoft.AVAILABLE;
        time.pass(Duration.ofSeconds(30));
        assertThat(lights.last()).as(what).isEqualTo(GREEN);
    }

    @Test
    void whateverIsThrownOnceTimeGoesOn() {
        life();
        int all = touched;
        assertThat(all).isGreaterThan(60);
        for (int n = 0; n < all; n++) {
            WhateverIsThrownTest fresh = new WhateverIsThrownTest();
            fresh.throwsFrom = n;
            fresh.throwsTo = n + 1;
            fresh.endsWell(fresh.life(), "touch " + n + " of " + all);
        }
    }

    @Test
    void whateverIsThrownForAWhileTimeGoesOn() {
        for (int n = 1; n < 120; n += 7) {
            WhateverIsThrownTest fresh = new WhateverIsThrownTest();
            fresh.throwsFrom = n;
            fresh.throwsTo = n + 12;
            fresh.endsWell(fresh.life(), "touches " + n + " to " + (n + 12));
        }
    }

    /** The system gives no thread just when the next poll is due. */
    @Test
    void aPollThatFindsNoThreadIsMadeUpForSoon() {
        started(SLOW);
        time.pass(Duration.ofSeconds(95));
        microsoft.presence = MEETING;
        throwsFrom = touched;
        throwsTo = touched + 8;
        time.pass(Duration.ofSeconds(35));
        assertThat(lights.last()).isEqualTo(RED);
    }

    @Test
    void greenDoesNotOutliveItsTimeHoweverLongNothingCanBeHandedOver() {
        started(SLOW);
        time.pass(Duration.ofSeconds(95));
        microsoft.whileRead = () -> {
            throw new OutOfMemoryError("answers that are too big");
        };
        time.pass(Duration.ofSeconds(60));
        assertThat(lights.last()).isEqualTo(Schemes.DIM_WHITE);
        microsoft.whileRead = () -> {};
        microsoft.presence = MEETING;
        time.pass(Duration.ofMinutes(5));
        assertThat(lights.last()).isEqualTo(RED);
    }

    /** A second later, then two, and from the tenth time on ten. */
    @Test
    void whatFailsAgainAndAgainIsTriedAgainLessAndLessOften() {
        Core core = started(SLOW);
        List<Instant> tries = new ArrayList<>();
        lights.whenTold = () -> {
            tries.add(time.now());
            throw new IllegalStateException("a bug");
        };
        core.submit(new Intent.ShowLight(LightOverride.showing(RED)));
        time.pass(Duration.ofSeconds(80));
        List<Long> waits = IntStream.range(1, tries.size())
                .mapToObj(
                        at -> Duration.between(tries.get(at - 1), tries.get(at)).toSeconds())
                .toList();
        assertThat(waits).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 10L, 10L);
    }

    @Test
    void anIntentThatCannotBeCarriedOutSaysSo() {
        Core core = started(PollingLimits.DEFAULT);
        time.shutdownRefusing();
        assertThat(core.submit(new Intent.ClearManual())).isCompletedExceptionally();
    }
}
