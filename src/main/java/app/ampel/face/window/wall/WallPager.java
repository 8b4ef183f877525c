package app.ampel.face.window.wall;

import java.time.Duration;
import java.util.Objects;

/**
 * Which page is shown, and when it turns. Pure; time is how long the computer has been up, so that nobody who puts the clock
 * right makes it hurry or stand still.
 *
 * @param page counted from 0
 * @param since when it has been shown
 * @param paused whether it turns by hand only
 */
record WallPager(int page, int pages, Duration since, boolean paused) {

    static final Duration EVERY = Duration.ofSeconds(12);

    WallPager {
        Objects.requireNonNull(since);
        if (pages < 1 || page < 0 || page >= pages) {
            throw new IllegalArgumentException("page " + page + " of " + pages);
        }
    }

    static WallPager starting(Duration now) {
        return new WallPager(0, 1, now, false);
    }

    /** There are so many now. A page that has just come beside the only one does not turn at once. */
    WallPager of(int now, Duration moment) {
        boolean first = pages == 1 && now > 1;
        return new WallPager(Math.min(page, now - 1), now, first ? moment : since, paused);
    }

    /** Time has passed. */
    WallPager at(Duration now) {
        boolean due = !paused && pages > 1 && now.minus(since).compareTo(EVERY) >= 0;
        return due ? next(now) : this;
    }

    WallPager next(Duration now) {
        return turned(1, now);
    }

    WallPager previous(Duration now) {
        return turned(pages - 1, now);
    }

    private WallPager turned(int by, Duration now) {
        return new WallPager((page + by) % pages, pages, now, paused);
    }

    /** Pauses, or goes on with a whole turn. */
    WallPager toggled(Duration now) {
        return new WallPager(page, pages, now, !paused);
    }
}
