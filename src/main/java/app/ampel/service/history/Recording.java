package app.ampel.service.history;

import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import app.ampel.service.engine.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The span that is being recorded. Immutable and pure. A corrected clock moves it, as it is no longer or shorter for
 * that; a sleep of the computer ends it where it was last seen, and so does a silence too long to vouch for.
 *
 * @param open what is known since when; empty while nothing is
 * @param last the last moment that was looked at
 * @param base what corrections of the clock are measured from
 */
record Recording(Optional<Open> open, Moment last, Moment base) {

    /** How often an open span is kept, so that a crash loses no more than that. */
    static final Duration CHECKPOINT = Duration.ofMinutes(5);

    /** Ampel looks at least every {@link #CHECKPOINT}; when it did not, it was held up, and the computer with it. */
    private static final Duration SILENCE = CHECKPOINT.multipliedBy(2);

    /**
     * A span without an end.
     *
     * @param until when it was last seen
     * @param kept until when it has been kept
     */
    record Open(Observed what, Instant from, Instant until, Instant kept) {

        static Open at(Observed what, Instant now) {
            return new Open(what, now, now, now);
        }

        Open moved(Duration by) {
            return new Open(what, from.plus(by), until.plus(by), kept.plus(by));
        }

        Open seen(Instant now) {
            return new Open(what, from, now, kept);
        }

        Open allKept() {
            return new Open(what, from, until, until);
        }

        boolean isDue() {
            return !until.isBefore(kept.plus(CHECKPOINT));
        }

        /** Where the clock was put forward, what has been kept of it stands before where it begins now. */
        Change change(Duration correction) {
            Instant before = from.minus(correction);
            Instant cut = before.isBefore(from) ? before : from;
            return new Change(what.account(), cut, Span.of(from, until, what.presence(), what.lightOnly()));
        }
    }

    /** How it goes on, and what is to be kept now, in order. */
    record Step(Recording next, List<Change> changes) {
        Step {
            changes = List.copyOf(changes);
        }
    }

    Recording {
        Objects.requireNonNull(open);
        Objects.requireNonNull(last);
        Objects.requireNonNull(base);
    }

    static Recording startingAt(Moment now) {
        return new Recording(Optional.empty(), now, now);
    }

    /**
     * Goes on with what is known now.
     *
     * @param seen empty: nothing is
     * @param flush whether everything is to be kept at once
     */
    Step at(Moment now, Optional<Observed> seen, boolean flush) {
        Duration correction = now.correctedSince(base);
        boolean held = wasHeldUp(now);
        Optional<Open> before = open.map(it -> it.moved(correction)).map(it -> held ? it : it.seen(now.wall()));
        boolean goesOn = !held && before.map(Open::what).equals(seen);
        boolean keep = flush || !goesOn || !correction.isZero();
        List<Change> changes = new ArrayList<>();
        before.filter(it -> keep || it.isDue()).map(it -> it.change(correction)).ifPresent(changes::add);
        Optional<Open> after = goesOn
                ? before.map(it -> changes.isEmpty() ? it : it.allKept())
                : seen.map(what -> Open.at(what, now.wall()));
        if (!goesOn) {
            after.filter(it -> isNews(it.what()))
                    .map(it -> it.change(Duration.ZERO))
                    .ifPresent(changes::add);
        }
        return new Step(new Recording(after, now, correction.isZero() ? base : now), changes);
    }

    private boolean wasHeldUp(Moment now) {
        boolean slept = !now.sleptSince(last).isZero();
        return slept || now.up().minus(last.up()).compareTo(SILENCE) > 0;
    }

    /** After a gap, what is kept may reach into a future that has been called off since. */
    private boolean isNews(Observed what) {
        return open.filter(it -> it.what().account().equals(what.account())).isEmpty();
    }
}
