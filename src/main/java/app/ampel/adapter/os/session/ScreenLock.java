package app.ampel.adapter.os.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the screen is locked, by the word of everybody who can be asked: it is, when one of them says so. The word of
 * whoever is gone is void. Pure; one thread.
 *
 * <p>A request to lock is no word: nobody can be asked whether it was heeded. It counts until somebody says that the screen
 * is locked, who then also says when it is not; until it is taken back; and for ten minutes at most, as Teams has long
 * seen by then that nobody is there.
 */
final class ScreenLock {

    static final Duration REQUEST_HOLDS = Duration.ofMinutes(10);

    private final Map<String, Boolean> words = new HashMap<>();
    private Optional<Duration> requestEnds = Optional.empty();

    /** @param who is named by what the word is asked for under */
    void says(String who, boolean locked) {
        words.put(who, locked);
        if (locked) {
            requestEnds = Optional.empty();
        }
    }

    /** They are gone, or do not say. */
    void silent(String who) {
        words.remove(who);
    }

    /** @param now by a clock that is never put back */
    void requested(boolean lock, Duration now) {
        requestEnds = lock && !words.containsValue(true) ? Optional.of(now.plus(REQUEST_HOLDS)) : Optional.empty();
    }

    /** Whoever could request it is gone. */
    void nobodyRequests() {
        requestEnds = Optional.empty();
    }

    boolean isLocked(Duration now) {
        return words.containsValue(true)
                || requestEnds.filter(end -> now.compareTo(end) < 0).isPresent();
    }

    /** How long until it changes by itself; empty when it does not. */
    Optional<Duration> changesAfter(Duration now) {
        return requestEnds.map(end -> end.minus(now)).filter(left -> !left.isNegative() && !left.isZero());
    }
}
