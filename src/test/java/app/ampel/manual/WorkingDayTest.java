package app.ampel.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
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
}
