package app.ampel.domain.presence;

import app.ampel.domain.retry.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When to ask for the presence next. Immutable and pure: each event gives the schedule that follows from it.
 *
 * <p>The usual interval, doubled after ten minutes without a change and tripled after thirty; the slowest while locked;
 * the fastest for a minute after the user did something. A 429 doubles it, up to the slowest, and each good answer takes
 * a tenth back, so that the desktops of a big tenant share Microsoft's 1500 requests per 30 s. Retry-After is kept to
 * the moment. Failures back off up to two minutes, refusals to ten. All but Retry-After is jittered.
 *
 * @param lastAttempt when the last request went out or, once it has, ended
 * @param lastChange when the presence last looked different
 * @param fastUntil until when the user's own act keeps the schedule fast
 * @param stretched the interval since a 429, zero when there was none for long enough
 * @param failures requests without a usable answer since the last good one
 * @param notBefore Microsoft's Retry-After
 * @param locked whether the session is locked
 * @param next when the next request is due
 */
public record PollSchedule(
        PollingLimits limits,
        Instant lastAttempt,
        Instant lastChange,
        Instant fastUntil,
        Duration stretched,
        int failures,
        Optional<Instant> notBefore,
        boolean locked,
        Instant next) {

    static final Duration FAST_FOR = Duration.ofMinutes(1);
    static final Duration QUIET_AFTER = Duration.ofMinutes(10);
    static final Duration VERY_QUIET_AFTER = Duration.ofMinutes(30);
    static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(2);

    /** A refusal that a person or a policy may take back is no reason to ask often. */
    static final Duration REFUSED_BACK_OFF = Duration.ofMinutes(10);

    static final Duration FRESH_AT_LEAST = Duration.ofSeconds(60);

    /** Enough for the next answer to come in its time, jitter and a slow line included; too little to miss one. */
    static final int FRESH_PERCENT = 150;

    static final double JITTER = 0.1;

    public PollSchedule {
        Objects.requireNonNull(limits);
        Objects.requireNonNull(lastAttempt);
        Objects.requireNonNull(lastChange);
        Objects.requireNonNull(fastUntil);
        Objects.requireNonNull(stretched);
        Objects.requireNonNull(notBefore);
        Objects.requireNonNull(next);
    }

    /** The first request is due at once. */
    public static PollSchedule startingAt(Instant now, PollingLimits limits) {
        Instant never = now.minus(limits.slowest());
        return new PollSchedule(limits, never, now, now, Duration.ZERO, 0, Optional.empty(), false, now);
    }

    /** A request goes out. */
    PollSchedule asked(Instant now) {
        return with(now, lastChange, fastUntil, stretched, failures, notBefore, locked, next);
    }

    /** A usable answer came. {@code jitter} is -1 to 1. */
    public PollSchedule answered(Instant now, boolean changed, double jitter) {
        Instant change = changed ? now : lastChange;
        Duration back = stretched.multipliedBy(9).dividedBy(10);
        PollSchedule after = with(now, change, fastUntil, back, 0, Optional.empty(), locked, next);
        Duration stretchLeft = back.compareTo(after.calm(now)) <= 0 ? Duration.ZERO : back;
        return after.with(now, change, fastUntil, stretchLeft, 0, Optional.empty(), locked, next)
                .planned(now, jitter);
    }

    /** A 429 came, with Retry-After or without. */
    public PollSchedule throttled(Instant now, Optional<Instant> retryAfter, double jitter) {
        Duration doubled = min(limits.slowest(), interval(now).multipliedBy(2));
        PollSchedule after = with(now, lastChange, fastUntil, doubled, failures, retryAfter, locked, next);
        return retryAfter
                .map(until -> after.nextAt(later(until, now.plus(limits.fastest()))))
                .orElseGet(() -> after.planned(now, jitter));
    }

    /** No usable answer came; {@code retryAfter} where the service named a time all the same. */
    public PollSchedule failed(Instant now, Optional<Instant> retryAfter, double jitter) {
        PollSchedule after = with(now, lastChange, fastUntil, stretched, failures + 1, retryAfter, locked, next)
                .planned(now, jitter);
        return after.nextAt(later(after.next, retryAfter.orElse(Instant.MIN)));
    }

    /** Microsoft refused, until somebody allows it or the computer is somewhere else. */
    public PollSchedule refused(Instant now, double jitter) {
        Duration wait = backOff().jittered(REFUSED_BACK_OFF, jitter);
        return with(now, lastChange, fastUntil, stretched, failures + 1, notBefore, locked, now.plus(wait));
    }

    /** The user did something that Microsoft will show soon. */
    public PollSchedule userActed(Instant now) {
        PollSchedule fast =
                with(lastAttempt, lastChange, now.plus(FAST_FOR), stretched, failures, notBefore, locked, next);
        return fast.nextAt(earlier(next, fast.allowed(now.plus(limits.fastest()))));
    }

    /**
     * Ask at once, as after a wake-up, a sign-in, or when the network is back. Retry-After still holds, and no two requests
     * are closer than the fastest interval, whatever the hurry.
     */
    public PollSchedule hurried(Instant now) {
        Instant soonest = later(now, lastAttempt.plus(limits.fastest()));
        return with(lastAttempt, lastChange, fastUntil, stretched, 0, notBefore, locked, allowed(soonest));
    }

    /** The session was locked or unlocked; unlocking asks at once. */
    public PollSchedule locked(boolean isLocked, Instant now) {
        PollSchedule after = with(lastAttempt, lastChange, fastUntil, stretched, failures, notBefore, isLocked, next);
        return locked && !isLocked ? after.hurried(now) : after;
    }

    public PollSchedule within(PollingLimits newLimits) {
        return new PollSchedule(
                newLimits, lastAttempt, lastChange, fastUntil, stretched, failures, notBefore, locked, next);
    }

    /** The computer's clock was put right by so much; what was planned is as far away as before. */
    PollSchedule corrected(Duration by) {
        return with(
                lastAttempt.plus(by),
                lastChange.plus(by),
                fastUntil.plus(by),
                stretched,
                failures,
                notBefore.map(until -> until.plus(by)),
                locked,
                next.plus(by));
    }

    /** The planned interval, before back-off and jitter. */
    public Duration interval(Instant now) {
        Duration base = !locked && now.isBefore(fastUntil) ? limits.fastest() : calm(now);
        return max(base, stretched);
    }

    /**
     * How old an answer of now may become and still be shown as true: half as long again as the interval until the next,
     * but a minute at least. To be asked when the answer comes: no later interval makes an old answer fresh again.
     */
    Duration freshFor(Instant now) {
        return max(FRESH_AT_LEAST, interval(now).multipliedBy(FRESH_PERCENT).dividedBy(100));
    }

    private Duration calm(Instant now) {
        if (locked) {
            return limits.slowest();
        }
        Duration quiet = Duration.between(lastChange, now);
        int times = quiet.compareTo(VERY_QUIET_AFTER) >= 0 ? 3 : quiet.compareTo(QUIET_AFTER) >= 0 ? 2 : 1;
        return min(limits.slowest(), limits.usual().multipliedBy(times));
    }

    private PollSchedule planned(Instant now, double jitter) {
        Duration interval = interval(now);
        Duration wait = failures > 0 ? max(interval, backOff().after(failures)) : interval;
        return nextAt(now.plus(max(backOff().jittered(wait, jitter), limits.fastest())));
    }

    private BackOff backOff() {
        return BackOff.doubling(limits.usual(), LONGEST_BACK_OFF).withJitter(JITTER);
    }

    private Instant allowed(Instant when) {
        return later(when, notBefore.orElse(Instant.MIN));
    }

    private PollSchedule nextAt(Instant when) {
        return with(lastAttempt, lastChange, fastUntil, stretched, failures, notBefore, locked, when);
    }

    private PollSchedule with(
            Instant attempt,
            Instant change,
            Instant fast,
            Duration stretch,
            int failed,
            Optional<Instant> waitUntil,
            boolean isLocked,
            Instant due) {
        return new PollSchedule(limits, attempt, change, fast, stretch, failed, waitUntil, isLocked, due);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
