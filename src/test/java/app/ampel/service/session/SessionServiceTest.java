package app.ampel.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.service.doctor.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionServiceTest {

    private final List<String> told = new ArrayList<>();
    private CompletableFuture<Void> dark = new CompletableFuture<>();
    private SessionSource.LockSign sign = SessionSource.LockSign.TOLD;
    private boolean seenFromElsewhere;
    private boolean remote;

    private final SessionFollower follower = new SessionFollower() {
        @Override
        public void locked(boolean isLocked) {
            told.add("locked " + isLocked);
        }

        @Override
        public void away(boolean isAway) {
            told.add("away " + isAway);
        }

        @Override
        public CompletableFuture<Void> sleep() {
            told.add("sleep");
            return dark;
        }

        @Override
        public void woke() {
            told.add("woke");
        }
    };

    /** Tells of nothing by itself. */
    private final class Source implements SessionSource {
        @Override
        public void start() {
            told.add("started");
        }

        @Override
        public boolean isRemote() {
            return seenFromElsewhere;
        }

        @Override
        public LockSign lockSign() {
            return sign;
        }

        @Override
        public boolean hearsSleep() {
            return true;
        }

        @Override
        public void close() {
            told.add("closed");
        }
    }

    private SessionService session(boolean anybodyTells, Duration darkWithin) {
        return new SessionService(
                follower,
                events -> anybodyTells ? Optional.of(new Source()) : Optional.empty(),
                () -> remote,
                darkWithin);
    }

    @Nested
    class WhatHappensToIt {

        private final SessionService session = session(true, Duration.ofMinutes(1));

        @Test
        void isPassedOn() {
            session.start();
            session.locked(true);
            session.away(true);
            session.away(false);
            session.woke();
            session.close();
            assertThat(told).containsExactly("started", "locked true", "away true", "away false", "woke", "closed");
        }

        @Test
        void waitsForTheLightsBeforeTheComputerSleeps() {
            dark.complete(null);
            session.sleeps();
            assertThat(told).containsExactly("sleep");
        }

        @Test
        void isNotHeldUpByALightThatCannotBeMadeDark() {
            dark.completeExceptionally(new IllegalStateException("hangs"));
            session.sleeps();
            assertThat(told).containsExactly("sleep");
        }

        @Test
        void isNotHeldUpByALightThatHangs() {
            session(true, Duration.ofMillis(1)).sleeps();
            assertThat(told).containsExactly("sleep");
        }
    }

    @Nested
    class WhatIsKnownOfIt {

        @ParameterizedTest
        @EnumSource(SessionSource.LockSign.class)
        void isWhetherItsLockIsHeard(SessionSource.LockSign heard) {
            sign = heard;
            assertThat(session(true, Duration.ZERO).heard())
                    .contains(new Fact.Session(Fact.Session.Lock.valueOf(heard.name()), true));
        }

        @Test
        void isNothingWhereNobodyTells() {
            SessionService session = session(false, Duration.ZERO);
            session.start();
            session.close();
            assertThat(session.heard()).isEmpty();
            assertThat(session.isRemote()).isFalse();
            assertThat(told).isEmpty();
        }

        @Test
        void isThatItIsSeenFromElsewhereWhoeverSaysSo() {
            SessionService session = session(true, Duration.ZERO);
            assertThat(session.isRemote()).isFalse();
            remote = true;
            assertThat(session.isRemote()).isTrue();
            remote = false;
            seenFromElsewhere = true;
            assertThat(session.isRemote()).isTrue();
        }
    }
}
