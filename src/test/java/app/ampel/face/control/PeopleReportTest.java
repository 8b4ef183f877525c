package app.ampel.face.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.Candidate;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindAnswer;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.people.TechnicalAccount;
import app.ampel.domain.people.Wall;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.service.json.Json;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.people.PersonAnswer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON here is the promise to scripts; see packaging/manual/commands.md. */
class PeopleReportTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:03:11.7Z");
    private static final Presence MEETING = new Presence(
            Availability.BUSY,
            Activity.IN_A_MEETING,
            true,
            Optional.of(new StatusMessage("Back at 3", Optional.empty())),
            Optional.of("office"),
            "1",
            Optional.of("Not here"));
    private static final Presence AVAILABLE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);

    private final PeoplePhrases phrases =
            new PeoplePhrases(Home.words(), () -> ZoneOffset.UTC, () -> NOW.plusSeconds(5));
    private final PeopleReport report = new PeopleReport(Home.words(), phrases);

    private static Person person(String id) {
        return Person.of(id, "Name " + id, id + "@example.org");
    }

    @Test
    void onePersonHasEveryMember() {
        Person anna = new Person(
                "1",
                "Anna",
                Optional.empty(),
                Optional.of("anna@example.org"),
                Optional.of("HR"),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ObjectNode answer =
                report.show(new PersonAnswer(anna, Optional.of(MEETING), Reachability.NOT_NOW, NOW, Optional.empty()));
        assertThat(Json.line(answer.path("people")))
                .isEqualTo("{\"id\":\"1\",\"name\":\"Anna\",\"mail\":null,\"username\":\"anna@example.org\","
                        + "\"department\":\"HR\",\"jobTitle\":null,\"availability\":\"Busy\",\"activity\":\"InAMeeting\","
                        + "\"outOfOffice\":true,\"workLocation\":\"office\",\"reachability\":\"not-now\","
                        + "\"available\":false,\"asOf\":\"2026-11-20T14:03:11Z\",\"message\":\"Back at 3\","
                        + "\"reply\":\"Not here\",\"links\":null}");
        assertThat(answer.path("text"))
                .extracting(line -> line.asText())
                .containsExactly(
                        "x Anna (anna@example.org): In a meeting, out of office (in the office)",
                        "    Note: Back at 3",
                        "    Out of office: Not here",
                        "As of 14:03:11, 5 s ago.");
    }

    @Test
    void ofWhomMicrosoftSaysNothingEverythingIsNull() {
        ObjectNode answer = report.show(
                new PersonAnswer(person("1"), Optional.empty(), Reachability.UNKNOWN, NOW, Optional.empty()));
        assertThat(Json.line(answer.path("people")))
                .contains("\"availability\":null,\"activity\":null,\"outOfOffice\":null,\"workLocation\":null,"
                        + "\"reachability\":\"unknown\",\"available\":false");
        assertThat(answer.path("text").path(0).asText()).isEqualTo("? Name 1 (1@example.org): Unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | There is nobody to choose from.",
                "1 | 0 | The one person to choose from is not available now.",
                "2 | 0 | Neither of the 2 is available now.",
                "1234 | 1 | None of the 1,234 is available now. Of 1 of them Microsoft says nothing.",
                "12 | 3 | None of the 12 is available now. Of 3 of them Microsoft says nothing.",
            })
    void nobodyIsCounted(int looked, int unknown, String text) {
        ObjectNode answer = new FindReport(Home.words(), phrases)
                .of(new FindResult(
                        FindRequest.in(new ContactPool.Colleagues()),
                        Question.NONE,
                        Set.of(),
                        new FindAnswer(Optional.empty(), List.of(), looked, unknown, false),
                        Optional.empty()));
        StringBuilder all = new StringBuilder();
        answer.path("text").forEach(line -> all.append(all.isEmpty() ? "" : " ").append(line.asText()));
        assertThat(all).hasToString(text);
        assertThat(answer.path("exit").asInt()).isEqualTo(ExitCode.NOBODY);
    }

    @Test
    void whoIsFoundWithoutASignInNameHasNoLinks() {
        FindAnswer.Found found = new FindAnswer.Found(
                new Candidate(person("1"), Candidate.Origin.LIST), AVAILABLE, Reachability.AVAILABLE, NOW, 3);
        ObjectNode answer = new FindReport(Home.words(), phrases)
                .of(new FindResult(
                        FindRequest.in(new ContactPool.OfList("SAP")),
                        Question.NONE,
                        Set.of(),
                        new FindAnswer(Optional.of(found), List.of(), 3, 0, false),
                        Optional.empty()));
        assertThat(answer.path("people").path("links").isNull()).isTrue();
        assertThat(answer.path("people").path("found").path("among").asInt()).isEqualTo(3);
        assertThat(answer.path("text").path(1).asText())
                .isEqualTo("On your list; drawn from 3 who are equally available.");
        assertThat(answer.has("exit")).isFalse();
    }

    @Test
    void whoeverWaitedInVainIsToldSoAndEndsWithSix() {
        ObjectNode answer = new FindReport(Home.words(), phrases).of(Optional.empty());
        assertThat(Json.line(answer.path("people"))).isEqualTo("{\"found\":null,\"links\":null}");
        assertThat(answer.path("text").path(0).asText()).isEqualTo("Nobody became available in that time.");
        assertThat(answer.path("exit").asInt()).isEqualTo(ExitCode.NOBODY);
    }

    private static PeopleSnapshot.WallView board(int size) {
        List<Wall.Row> rows = IntStream.range(0, size)
                .mapToObj(i -> new Wall.Row(person("p" + i), AVAILABLE, Reachability.AVAILABLE, NOW))
                .toList();
        return new PeopleSnapshot.WallView(
                new ContactPool.Everybody(),
                new Wall(
                        rows,
                        List.of(TechnicalAccount.values()),
                        rows.stream().map(Wall.Row::asOf).findFirst()),
                size + 1,
                true);
    }

    @Test
    void aBoardIsNoLongerThanAnybodyReads() {
        ObjectNode answer = report.board(board(PeopleReport.MOST_ROWS + 1));
        assertThat(answer.path("people").path("people")).hasSize(PeopleReport.MOST_ROWS);
        assertThat(answer.path("people").path("there").asInt()).isEqualTo(PeopleReport.MOST_ROWS + 1);
        assertThat(answer.path("text").path(PeopleReport.MOST_ROWS + 1).asText())
                .isEqualTo("And 1 more.");
    }

    @Test
    void aBoardOfNobodyEndsWithSix() {
        ObjectNode answer = report.board(board(0));
        assertThat(answer.path("text")).hasSize(1);
        assertThat(answer.path("text").path(0).asText())
                .isEqualTo("Nobody of 1 is there: everybody in your organisation");
        assertThat(answer.path("people").path("asOf").isNull()).isTrue();
        assertThat(answer.path("exit").asInt()).isEqualTo(ExitCode.NOBODY);
    }
}
