package app.ampel.adapter.graph.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.demo.people.Colleague;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Request;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers about others that are not what Graph's are: too long, too deep, in circles, full of nothing. */
class StrangePagesTest extends DirectoryFixture {

    private static final String ID = Colleague.idOf("x");

    private Function<Request, Optional<String>> answer = request -> Optional.empty();

    @Override
    Optional<String> instead(Request request) {
        return answer.apply(request);
    }

    private int status = 200;

    @Override
    int status(Request request) {
        return status;
    }

    /** Whoever has to act is told by the kind; a message that says more than that a scope is missing is a decision. */
    @ParameterizedTest
    @CsvSource({
        "400, Request_BadRequest, x, SERVICE_FAILING",
        "401, InvalidAuthenticationToken, x, SERVICE_FAILING",
        "403, Authorization_RequestDenied, x, CONSENT_NEEDED",
        "403, Forbidden, '', CONSENT_NEEDED",
        "403, Forbidden, Blocked by policy, REFUSED_BY_GRAPH",
        "404, Request_ResourceNotFound, x, NOT_FOUND",
        "410, Gone, x, NOT_FOUND",
        "429, TooManyRequests, x, THROTTLED",
        "500, InternalServerError, x, SERVICE_FAILING",
        "503, ServiceUnavailable, x, SERVICE_FAILING"
    })
    void aRefusalIsOneOfOurProblems(int refused, String code, String message, Kind kind) {
        status = refused;
        always("{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
        assertThat(problem(() -> directory.members(ID, so -> {})).kind()).isEqualTo(kind);
        assertThat(problem(() -> presence.presences(List.of(ID))).kind()).isEqualTo(kind);
    }

    @BeforeEach
    void signIn() throws Exception {
        signIn(ALL);
    }

    private void always(String body) {
        answer = request -> Optional.of(body);
    }

    private List<ThrowingCallable> questions() {
        return List.of(
                () -> directory.search("anna"),
                () -> directory.colleagues(5),
                () -> directory.ownGroups(),
                () -> directory.groups("hr"),
                () -> directory.owners(ID, so -> {}),
                () -> directory.members(ID, so -> {}),
                () -> directory.department("IT", so -> {}),
                () -> directory.everybody(page -> {}),
                () -> presence.presences(List.of(ID)));
    }

    private static String page(String link, String... objects) {
        return "{" + (link.isEmpty() ? "" : "\"@odata.nextLink\":\"" + link + "\",") + "\"value\":["
                + String.join(",", objects) + "]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{\"value\":[", "{}", "{\"value\":null}", "[]", "42", "null", ""})
    void whatIsNoAnswerIsUnreadable(String body) {
        always(body);
        for (ThrowingCallable question : questions()) {
            assertThat(problem(question).kind()).isEqualTo(Kind.SERVICE_UNREADABLE);
        }
        assertThat(problem(() -> directory.person(ID)).kind()).isEqualTo(Kind.SERVICE_UNREADABLE);
    }

    @Test
    void depthIsUnreadable() {
        always("{\"value\":" + "[".repeat(150_000));
        for (ThrowingCallable question : questions()) {
            assertThat(problem(question).kind()).isEqualTo(Kind.SERVICE_UNREADABLE);
        }
    }

    @Test
    void nullsWithinAListAreNobody() throws Exception {
        always(page("", "null", "{}", "{\"id\":null,\"displayName\":\"No id\"}", "{\"id\":\" \"}", "{\"id\":\"a\"}"));
        assertThat(directory.search("anna")).extracting(person -> person.id()).containsExactly("a");
        assertThat(directory.members(ID, so -> {})).hasSize(1);
        assertThat(directory.colleagues(9)).hasSize(1);
        assertThat(directory.groups("hr")).isEmpty();
        assertThat(presence.presences(List.of("a"))).isEmpty();
    }

    @Test
    void aListOfNothingIsEmpty() throws Exception {
        always("{\"value\":[]}");
        assertThat(directory.search("anna")).isEmpty();
        assertThat(directory.members(ID, so -> {})).isEmpty();
    }

    @Test
    void aPageThatLeadsToItselfIsTheLast() {
        String link = "https://graph.microsoft.com/v1.0/users?$skiptoken=again";
        always(page(link, "{\"id\":\"a\"}"));
        assertThat(problem(() -> directory.members(ID, so -> {})))
                .isEqualTo(Problem.of(Kind.SERVICE_UNREADABLE, "paging"));
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1.0/users",
                "http://graph.microsoft.com/v1.0/users",
                "no link",
                "file:///etc/passwd"
            })
    void aPageElsewhereIsNotAskedFor(String link) {
        always(page(link, "{\"id\":\"a\"}"));
        assertThat(problem(() -> directory.members(ID, so -> {})).kind()).isEqualTo(Kind.SERVICE_UNREADABLE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aPageMayHaveThreeTimesTheStructureOfOnesOwnPresenceAndNoMore() throws Exception {
        String nulls = ",\"department\":null".repeat(40);
        String person = "{\"id\":\"%d\"" + nulls + "}";
        Function<Integer, String> page = number -> page(
                "",
                IntStream.range(0, number)
                        .mapToObj(i -> String.format(person, i))
                        .toArray(String[]::new));
        always(page.apply(600));
        assertThat(directory.members(ID, so -> {})).hasSize(600);
        always(page.apply(900));
        assertThat(problem(() -> directory.members(ID, so -> {})))
                .isEqualTo(Problem.of(Kind.SERVICE_UNREADABLE, "HTTP 200 too long"));
    }

    @Test
    void textsMayBeLongButNotForEver() throws Exception {
        String name = "x".repeat(1000);
        Function<Integer, String> page = number -> page(
                "",
                IntStream.range(0, number)
                        .mapToObj(i -> "{\"id\":\"" + i + "\",\"displayName\":\"" + name + "\"}")
                        .toArray(String[]::new));
        always(page.apply(1800));
        assertThat(directory.members(ID, so -> {})).hasSize(1800);
        always(page.apply(2200));
        assertThat(problem(() -> directory.members(ID, so -> {})).kind()).isEqualTo(Kind.SERVICE_UNREADABLE);
    }

    @Test
    void onesOwnPresenceKeepsItsNarrowerLimits() {
        String nulls =
                IntStream.range(0, 12_000).mapToObj(i -> "\"p" + i + "\":null").collect(Collectors.joining(","));
        always("{\"availability\":\"Busy\",\"activity\":\"Busy\",\"rest\":{" + nulls + "}}");
        assertThat(asked).isEmpty();
        assertThat(problem(microsoft::read)).isEqualTo(Problem.of(Kind.SERVICE_UNREADABLE, "HTTP 200 too long"));
    }
}
