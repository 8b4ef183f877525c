package app.ampel.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-11-20 is a Friday; on 2026-10-25 the clocks go back. */
class WorkingDayTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00, 2026-11-20T17:00",
        "2026-11-20T16:59, 2026-11-20T17:00",
        "2026-11-20T17:00, 2026-11-21T17:00",
        "2026-11-19T20:00, 2026-11-20T17:00",
        "2026-11-21T10:00, 2026-11-22T10:00",
        "2026-11-23T00:30, 2026-11-23T17:00",
        "2026-10-25T18:00, 2026-10-26T17:00"
    })
    void endsWithTheNextWorkingDayAndNeverLaterThanInADay(LocalDateTime now, LocalDateTime end) {
        assertThat(WorkingDay.USUAL.endAfter(now.atZone(BERLIN).toInstant(), BERLIN))
                .isEqualTo(end.atZone(BERLIN).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:59, false, 2026-11-20T08:00",
        "2026-11-20T08:00, true, 2026-11-20T17:00",
        "2026-11-20T16:59, true, 2026-11-20T17:00",
        "2026-11-20T17:00, false, 2026-11-23T08:00",
        "2026-11-22T12:00, false, 2026-11-23T08:00"
    })
    void saysWhetherOneWorksAndUntilWhenThatHolds(LocalDateTime now, boolean works, LocalDateTime change) {
        assertThat(WorkingDay.USUAL.isWithin(now.atZone(BERLIN).toInstant(), BERLIN))
                .isEqualTo(works);
        assertThat(WorkingDay.USUAL.changesAfter(now.atZone(BERLIN).toInstant(), BERLIN))
                .contains(change.atZone(BERLIN).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T21:59, false, 2026-11-20T22:00",
        "2026-11-20T23:00, true, 2026-11-21T06:00",
        "2026-11-21T05:59, true, 2026-11-21T06:00",
        "2026-11-21T06:00, false, 2026-11-27T22:00"
    })
    void mayGoOnOverMidnight(LocalDateTime now, boolean works, LocalDateTime change) {
        WorkingDay night = new WorkingDay(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(night.isWithin(now.atZone(BERLIN).toInstant(), BERLIN)).isEqualTo(works);
        assertThat(night.changesAfter(now.atZone(BERLIN).toInstant(), BERLIN))
                .contains(change.atZone(BERLIN).toInstant());
    }

    @Test
    void withoutAnyDayNothingEverChanges() {
        WorkingDay never = new WorkingDay(Set.of(), LocalTime.of(8, 0), LocalTime.of(17, 0));
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        assertThat(never.isWithin(now, BERLIN)).isFalse();
        assertThat(never.changesAfter(now, BERLIN)).isEmpty();
    }
}
