package app.ampel.face.window.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people type them. */
class TypedTimesTest {

    @ParameterizedTest
    @CsvSource({
        "45, PT45M",
        "45 min, PT45M",
        "45m, PT45M",
        "20 Minuten, PT20M",
        "1 h, PT1H",
        "2 Std., PT2H",
        "1.5 h, PT1H30M",
        "'1,5 Stunden', PT1H30M",
        "1:30, PT1H30M",
        "1 h 5 min, PT1H5M",
        "1h05, PT1H5M",
        " 8 H , PT8H"
    })
    void spansAreUnderstood(String typed, Duration span) {
        assertThat(TypedTimes.span(typed)).contains(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1:75", "1 h h", "99999", "1 d", "1.25.3 h"})
    void whatIsNoSpanIsNone(String typed) {
        assertThat(TypedTimes.span(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 08:00",
        "8:30, 08:30",
        "08.30, 08:30",
        "0830, 08:30",
        "17.30 Uhr, 17:30",
        "17h30, 17:30",
        "5 pm, 17:00",
        "5:30 P.M., 17:30",
        "12 am, 00:00",
        "12 pm, 12:00",
        "24:00, 00:00",
        "0:00, 00:00"
    })
    void timesOfDayAreUnderstood(String typed, LocalTime time) {
        assertThat(TypedTimes.timeOfDay(typed)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "noon", "25", "24:01", "8:60", "13 pm", "0 am", "8:3x"})
    void whatIsNoTimeOfDayIsNone(String typed) {
        assertThat(TypedTimes.timeOfDay(typed)).isEmpty();
    }
}
