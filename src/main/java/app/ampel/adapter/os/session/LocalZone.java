package app.ampel.adapter.os.session;

import java.time.Duration;
import java.time.ZoneId;
import java.util.TimeZone;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time zone of this computer, wherever it is by now: Java asks the system once and keeps that for ever, so it is made
 * to ask again, a minute after it did last and whenever the computer woke up. The only one who may keep a zone. Any thread.
 */
public final class LocalZone implements Supplier<ZoneId> {

    private static final String PROPERTY = "user.timezone";
    private static final long ASKED_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    /** Before Java writes there what it has found; whoever has given one at the start means it. */
    private static final boolean GIVEN = !System.getProperty(PROPERTY, "").isEmpty();

    private static final LocalZone OF_THIS_COMPUTER = new LocalZone(LocalZone::ask, System::nanoTime);

    private final Supplier<ZoneId> system;
    private final LongSupplier nanos;
    private ZoneId known;
    private long askedAt;

    LocalZone(Supplier<ZoneId> system, LongSupplier nanos) {
        this.system = system;
        this.nanos = nanos;
    }

    /** To be called before anything else asks Java for its time zone. */
    public static LocalZone ofThisComputer() {
        return OF_THIS_COMPUTER;
    }

    @Override
    public synchronized ZoneId get() {
        if (known == null || nanos.getAsLong() - askedAt >= ASKED_EVERY_NANOS) {
            known = system.get();
            askedAt = nanos.getAsLong();
        }
        return known;
    }

    /** The computer woke up, maybe somewhere else. */
    public synchronized void askAgain() {
        known = null;
    }

    private static ZoneId ask() {
        if (!GIVEN) {
            System.clearProperty(PROPERTY);
            TimeZone.setDefault(null);
        }
        return ZoneId.systemDefault();
    }
}
