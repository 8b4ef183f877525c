package app.ampel.adapter.os.session;

import app.ampel.service.threads.Daemons;
import app.ampel.service.threads.Dispatch;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices, wherever no desktop says so, that the computer slept (the wall clock moved on further than the one that stands still meanwhile)
 * or that the network came back (other addresses than before, looked at only while Microsoft cannot be reached). Looks
 * six times a minute.
 */
public final class SleepWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SleepWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration JUMP = Duration.ofSeconds(20);

    private final Clock wall;
    private final LongSupplier nanos;
    private final BooleanSupplier offline;
    private final Supplier<Set<String>> addresses;
    private final Runnable woke;
    private final ScheduledExecutorService thread;
    private Instant lastWall;
    private long lastNanos;
    private Set<String> lastAddresses = Set.of();

    /**
     * @param offline whether Microsoft cannot be reached now
     * @param woke told after a sleep or a change of networks, on this object's thread
     */
    public SleepWatch(BooleanSupplier offline, Runnable woke) {
        this(Clock.systemUTC(), AwakeTime.ofThisComputer(), offline, SleepWatch::currentAddresses, woke);
    }

    SleepWatch(
            Clock wall, LongSupplier nanos, BooleanSupplier offline, Supplier<Set<String>> addresses, Runnable woke) {
        this.wall = wall;
        this.nanos = nanos;
        this.offline = offline;
        this.addresses = addresses;
        this.woke = woke;
        this.lastWall = wall.instant();
        this.lastNanos = nanos.getAsLong();
        this.thread = Executors.newSingleThreadScheduledExecutor(Daemons.named("ampel-sleep-watch"));
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::lookSafely, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookSafely() {
        // Whatever went out of here would end the looking for good.
        Dispatch.guarded(this::check);
    }

    void check() {
        Instant now = wall.instant();
        long monotonic = nanos.getAsLong();
        Duration passed = Duration.between(lastWall, now);
        Duration awake = Duration.ofNanos(monotonic - lastNanos);
        lastWall = now;
        lastNanos = monotonic;
        boolean slept = passed.minus(awake).compareTo(JUMP) > 0;
        if (slept || networksChanged()) {
            woke.run();
        }
    }

    private boolean networksChanged() {
        if (!offline.getAsBoolean()) {
            lastAddresses = Set.of();
            return false;
        }
        Set<String> current = addresses.get();
        boolean changed = !lastAddresses.isEmpty() && !current.equals(lastAddresses) && !current.isEmpty();
        lastAddresses = current.isEmpty() ? Set.of("none") : current;
        return changed;
    }

    private static Set<String> currentAddresses() {
        Set<String> found = new HashSet<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback()) {
                    network.getInterfaceAddresses()
                            .forEach(address -> found.add(network.getName() + address.getAddress()));
                }
            }
        } catch (SocketException e) {
            LOG.debug("The networks could not be listed", e);
        }
        return found;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
