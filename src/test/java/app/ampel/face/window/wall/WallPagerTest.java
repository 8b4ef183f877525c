package app.ampel.face.window.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WallPagerTest {

    private static final Duration START = Duration.ofHours(3);

    private static Duration after(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static WallPager three() {
        return WallPager.starting(START).of(3, START);
    }

    @Test
    void turnsByItselfEveryTwelveSecondsAndBeginsAgainAfterTheLast() {
        WallPager pager = three();
        assertThat(pager.at(after(11))).isEqualTo(pager);
        pager = pager.at(after(12));
        assertThat(pager.page()).isEqualTo(1);
        pager = pager.at(after(23)).at(after(24)).at(after(36));
        assertThat(pager.page()).isZero();
    }

    @Test
    void aPauseHoldsThePageAndThenEachHasItsWholeTime() {
        WallPager paused = three().toggled(after(5));
        assertThat(paused.paused()).isTrue();
        assertThat(paused.at(after(3_600)).page()).isZero();
        WallPager goingOn = paused.toggled(after(3_600));
        assertThat(goingOn.at(after(3_611)).page()).isZero();
        assertThat(goingOn.at(after(3_612)).page()).isEqualTo(1);
    }

    @Test
    void turnedByHandItGoesRoundBothWaysAndThePageHasItsWholeTime() {
        WallPager last = three().previous(after(8));
        assertThat(last.page()).isEqualTo(2);
        assertThat(last.at(after(19)).page()).isEqualTo(2);
        assertThat(last.next(after(9)).page()).isZero();
        assertThat(three().toggled(START).next(after(1)).paused()).isTrue();
    }

    @Test
    void fewerPagesKeepOneThatIsThere() {
        assertThat(three().previous(START).of(2, after(1)).page()).isEqualTo(1);
        assertThat(three().previous(START).of(1, after(1)).page()).isZero();
        assertThat(three().next(START).of(9, after(1))).isEqualTo(new WallPager(1, 9, START, false));
    }

    @Test
    void aPageThatComesBesideTheOnlyOneDoesNotTurnAtOnce() {
        WallPager alone = WallPager.starting(START);
        assertThat(alone.at(after(500))).isEqualTo(alone);
        WallPager two = alone.of(2, after(500));
        assertThat(two.at(after(511)).page()).isZero();
        assertThat(two.at(after(512)).page()).isEqualTo(1);
    }
}
