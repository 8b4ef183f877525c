package app.ampel.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String line(Presence presence, boolean lightOnly) {
        Span span = new Span(
                Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-20T08:30:05Z"), presence, lightOnly);
        return Csv.of(List.of(span), BERLIN).split("\r\n", -1)[1];
    }

    @Test
    void beginsWithTheNamesOfItsColumns() {
        assertThat(Csv.of(List.of(), BERLIN))
                .isEqualTo("from,to,seconds,availability,activity,out_of_office,source\r\n");
    }

    @Test
    void hasTimesWithTheirOffsetAndMicrosoftsWords() {
        assertThat(line(Spans.IN_A_CALL, false))
                .isEqualTo("2026-11-20T09:00:00+01:00,2026-11-20T09:30:05+01:00,1805,Busy,InACall,false,teams");
        Presence out = new Presence(Availability.AWAY, Activity.AWAY, true, Optional.empty(), Optional.empty(), "");
        assertThat(line(out, true)).endsWith(",Away,Away,true,light-only");
    }

    @Test
    void isTheSameInEveryLanguage() {
        Locale usual = Locale.getDefault();
        try {
            String english = line(Spans.AWAY, false);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab-ca-islamic"));
            assertThat(line(Spans.AWAY, false)).isEqualTo(english);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void saysUtcInNumbersToo() {
        assertThat(Csv.of(
                        List.of(Spans.span("2026-11-20T08:00:00Z", "2026-11-20T08:00:01Z", Spans.AWAY)),
                        ZoneId.of("UTC")))
                .contains("2026-11-20T08:00:00+00:00");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|=1+1|, |'=1+1|",
                "|+49 30|, |'+49 30|",
                "|-2|, |'-2|",
                "|@SUM(A1)|, |'@SUM(A1)|",
                "|a,b|, |\"a,b\"|",
                "|say \"hi\"|, |\"say \"\"hi\"\"\"|",
                "|=HYPERLINK(\"x\",\"y\")|, |\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"|"
            })
    void isHarmlessWhateverWordMicrosoftInvents(String word, String field) {
        assertThat(line(Presence.of(Availability.BUSY, new Activity(word)), false))
                .endsWith(",Busy," + field + ",false,teams");
    }

    @Test
    void keepsAWordWithALineBreakInItsField() {
        assertThat(Csv.of(
                        List.of(new Span(
                                Instant.parse("2026-11-20T08:00:00Z"),
                                Instant.parse("2026-11-20T08:30:00Z"),
                                Presence.of(Availability.BUSY, new Activity("In\r\nTwo")),
                                false)),
                        BERLIN))
                .contains(",\"In\r\nTwo\",");
    }
}
