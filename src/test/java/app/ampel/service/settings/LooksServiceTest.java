package app.ampel.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.files.SchemeFile;
import app.ampel.service.HeldExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LooksServiceTest {

    private final SettingsHome home = new SettingsHome();
    private final SettingsService settings = new SettingsService(
            home.open(), home.file(), new SchemeFile(), new FakeLogin(), Runnable::run, Runnable::run);
    private final FakeAppearance desktop = new FakeAppearance();
    private final HeldExecutor soon = new HeldExecutor();
    private final LooksService looks = new LooksService(settings, desktop, soon);
    private int told;

    private void choose(Looks.Motion motion) {
        settings.change(all -> all.withLooks(all.looks().with(motion)));
    }

    private void choose(Looks.Theme theme) {
        settings.change(all -> all.withLooks(all.looks().with(theme)));
    }

    @Nested
    class WhatMoves {

        @Test
        void isForTheSettingsToSay() {
            desktop.still = true;
            looks.start();
            choose(Looks.Motion.FULL);
            assertThat(looks.isMotionReduced()).isFalse();
            desktop.still = false;
            looks.start();
            choose(Looks.Motion.REDUCED);
            assertThat(looks.isMotionReduced()).isTrue();
        }

        @Test
        void isForTheDesktopToSayWhereTheSettingsLeaveItToIt() {
            desktop.still = true;
            looks.start();
            assertThat(looks.isMotionReduced()).isTrue();
            desktop.still = false;
            looks.start();
            assertThat(looks.isMotionReduced()).isFalse();
        }

        @Test
        void isUnknownUntilTheDesktopWasAsked() {
            soon.hold();
            desktop.still = true;
            looks.start();
            assertThat(looks.isMotionReduced()).isFalse();
            assertThat(desktop.asked).isZero();
            soon.next();
            assertThat(looks.isMotionReduced()).isTrue();
        }

        @Test
        void isToldOnceWhenTheDesktopChangesItsMind() {
            looks.onDesktopMotion(() -> told++);
            looks.start();
            assertThat(told).isZero();
            desktop.still = true;
            looks.start();
            looks.start();
            assertThat(told).isEqualTo(1);
            desktop.still = false;
            looks.start();
            assertThat(told).isEqualTo(2);
        }
    }

    @Nested
    class WhatIsDark {

        @Test
        void isForTheSettingsToSay() {
            choose(Looks.Theme.DARK);
            assertThat(looks.isDark()).isTrue();
            desktop.dark = true;
            choose(Looks.Theme.LIGHT);
            assertThat(looks.isDark()).isFalse();
        }

        @Test
        void isForTheDesktopToSayWhereTheSettingsLeaveItToIt() {
            assertThat(looks.isDark()).isFalse();
            desktop.dark = true;
            assertThat(looks.isDark()).isTrue();
        }

        /** Whoever comes to a window may have been in the desktop's settings. */
        @Test
        void isAChanceToSeeWhetherTheDesktopKeepsStill() {
            soon.hold();
            desktop.still = true;
            looks.isDark();
            assertThat(soon.waiting()).isEqualTo(1);
            soon.next();
            assertThat(looks.isMotionReduced()).isTrue();
        }
    }

    @Nested
    class WhoeverDraws {

        @Test
        void isToldOfOtherLooksAndOfNothingElse() {
            looks.onChange(() -> told++);
            settings.change(all -> all.withDetailedLog(true));
            assertThat(told).isZero();
            choose(Looks.Theme.DARK);
            assertThat(told).isEqualTo(1);
            choose(Looks.Theme.DARK);
            assertThat(told).isEqualTo(1);
        }

        @Test
        void isToldAlsoWhereAnotherOneFails() {
            looks.onChange(() -> {
                throw new IllegalStateException("no brush");
            });
            looks.onChange(() -> told++);
            choose(Looks.Theme.DARK);
            assertThat(told).isEqualTo(1);
            assertThat(settings.settings().looks().theme()).isEqualTo(Looks.Theme.DARK);
        }
    }
}
