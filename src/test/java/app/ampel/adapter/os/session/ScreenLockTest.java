package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScreenLockTest {

    private static final Duration NOW = Duration.ofHours(3);
    private static final Duration MUCH_LATER = NOW.plus(ScreenLock.REQUEST_HOLDS);

    private final ScreenLock lock = new ScreenLock();

    @Test
    void isOpenAsLongAsNobodySaysAnything() {
        assertThat(lock.isLocked(NOW)).isFalse();
        assertThat(lock.changesAfter(NOW)).isEmpty();
    }

    @Test
    void isLockedWhenOneOfSeveralSaysSo() {
        lock.says("logind", false);
        lock.says("a screen saver", true);
        assertThat(lock.isLocked(NOW)).isTrue();
        lock.says("a screen saver", false);
        assertThat(lock.isLocked(NOW)).isFalse();
    }

    @Test
    void theWordOfWhoeverIsGoneIsVoid() {
        lock.says("a screen saver", true);
        lock.silent("a screen saver");
        assertThat(lock.isLocked(NOW)).isFalse();
    }

    @Nested
    class ARequest {

        @Test
        void countsUntilItIsTakenBack() {
            lock.requested(true, NOW);
            lock.says("logind", false);
            assertThat(lock.isLocked(NOW)).isTrue();
            lock.requested(false, NOW);
            assertThat(lock.isLocked(NOW)).isFalse();
        }

        @Test
        void countsUntilWhoeverHasHeededItSaysThatItIsOver() {
            lock.requested(true, NOW);
            lock.says("locker", true);
            lock.says("locker", false);
            assertThat(lock.isLocked(NOW)).isFalse();
        }

        @Test
        void meansNothingWhereItIsLockedAlready() {
            lock.says("locker", true);
            lock.requested(true, NOW);
            lock.says("locker", false);
            assertThat(lock.isLocked(NOW)).isFalse();
        }

        @Test
        void countsForTenMinutesWhereNobodyEverSaysThatItWasHeeded() {
            lock.requested(true, NOW);
            assertThat(lock.changesAfter(NOW)).hasValue(Duration.ofMinutes(10));
            assertThat(lock.isLocked(MUCH_LATER.minusMillis(1))).isTrue();
            assertThat(lock.isLocked(MUCH_LATER)).isFalse();
            assertThat(lock.changesAfter(MUCH_LATER)).isEmpty();
        }

        @Test
        void isVoidWhenNobodyIsThereWhoCouldTakeItBack() {
            lock.requested(true, NOW);
            lock.nobodyRequests();
            assertThat(lock.isLocked(NOW)).isFalse();
        }
    }
}
