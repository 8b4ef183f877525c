package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.http.StandIn;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody's own note, read and put back: the real SDK against a real server on loopback. */
class GraphMessagesTest extends GraphFixture {

    private static final String NOTE = "/setStatusMessage";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> notes() {
        return Stream.of(
                        "{'dateTime':'2026-11-30T12:00:00.0000000','timeZone':'Pacific Standard Time'}",
                        "{'dateTime':'9999-12-30T23:00:00.0000000','timeZone':'GMT Standard Time'}",
                        "{'dateTime':'2026-11-30T12:00:00.0000000','timeZone':'utc'}",
                        "{'dateTime':'2026-11-30T12:00:00','timeZone':'tzone://Microsoft/Utc'}",
                        "{'dateTime':'2026-11-30T12:00:00+01:00','timeZone':'UTC'}",
                        "{'dateTime':'2026-11-30T12:00:00Z'}",
                        "{'dateTime':'2026-11-30T12:00:00','timeZone':'Europe/Berlin'}",
                        "{'dateTime':'2026-11-30T12:00:00','timeZone':'Vulcan Standard Time'}",
                        "{'dateTime':'next tuesday','timeZone':'UTC'}")
                .map(text -> text.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void itsEndIsPutBackAsItWasRead(String end) throws Exception {
        assertThat(roundTrip("{\"content\":\"On the train\",\"contentType\":\"text\"}", end)
                        .path("expiryDateTime"))
                .isEqualTo(JSON.readTree(end));
    }

    @Test
    void itsKindOfTextIsPutBackAsItWasRead() throws Exception {
        JsonNode back = roundTrip("{\"content\":\"<b>On the train</b>\",\"contentType\":\"html\"}", "null");

        assertThat(back.path("message").path("contentType").asText()).isEqualTo("html");
        assertThat(back.has("expiryDateTime")).isFalse();
    }

    private JsonNode roundTrip(String message, String end) throws Exception {
        graph.always(
                READ,
                request -> StandIn.Reply.json(
                        200,
                        "{\"availability\":\"Busy\",\"activity\":\"Busy\",\"statusMessage\":{\"message\":" + message
                                + ",\"publishedDateTime\":\"2026-11-30T10:00:00Z\",\"expiryDateTime\":" + end + "}}"));
        graph.always(NOTE, request -> StandIn.Reply.of(200, null, ""));
        StatusMessage read = read();
        assertThat(read.published()).contains(Instant.parse("2026-11-30T10:00:00Z"));

        presence().setStatusMessage(read);

        return JSON.readTree(graph.seenAt(NOTE).get(0).body()).path("statusMessage");
    }

    private StatusMessage read() throws ProblemException {
        return presence().read().statusMessage().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T12:00:00.0000000, Pacific Standard Time, 2026-11-30T20:00:00Z",
        "2022-10-18T17:05:33.2079781, Pacific Standard Time, 2022-10-19T00:05:33.207978100Z",
        "2026-07-01T12:00:00, GMT Standard Time, 2026-07-01T11:00:00Z",
        "2026-11-30T12:00:00, W. Europe Standard Time, 2026-11-30T11:00:00Z",
        "2026-11-30T12:00:00, w. europe standard time, 2026-11-30T11:00:00Z",
        "2026-11-30T12:00:00, India Standard Time, 2026-11-30T06:30:00Z",
        "2026-11-30T12:00:00, utc, 2026-11-30T12:00:00Z",
        "2026-11-30T12:00:00, tzone://Microsoft/Utc, 2026-11-30T12:00:00Z",
        "2026-11-30T12:00:00, europe/berlin, 2026-11-30T11:00:00Z",
        "2026-11-30T12:00:00, Europe/Berlin, 2026-11-30T11:00:00Z",
        "2026-11-30T12:00:00, +05:30, 2026-11-30T06:30:00Z",
        "2026-11-30T12:00:00, UTC+1, 2026-11-30T11:00:00Z",
        "2026-11-30T12:00:00+01:00, UTC, 2026-11-30T11:00:00Z",
        "2026-11-30T12:00:00+01:00, Pacific Standard Time, 2026-11-30T11:00:00Z",
        "2026-11-30T12:00:00Z, '', 2026-11-30T12:00:00Z",
        "2026-11-30T12:00, '', 2026-11-30T12:00:00Z",
        "2026-11-30, UTC, 2026-11-30T00:00:00Z"
    })
    void itsEndIsUnderstoodHoweverMicrosoftNamesTheZone(String time, String zone, Instant moment) {
        assertThat(GraphMessages.moment(time, zone)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({"next tuesday, UTC", "2026-11-30T12:00:00, Vulcan Standard Time", "'', UTC", "2026-13-45T12:00:00, UTC"
    })
    void anEndThatNobodyUnderstandsIsNone(String time, String zone) {
        assertThat(GraphMessages.moment(time, zone)).isEmpty();
    }
}
