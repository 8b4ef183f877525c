package app.ampel.face.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.domain.account.Scope;
import app.ampel.service.people.PeopleService;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs ask at the socket about people. */
class PeopleRequestHandlerTest {

    private final Home home = new Home();
    private final TenantPeople colleagues = new TenantPeople();
    private PeopleService people;
    private InstanceLock lock;
    private ControlServer server;

    @BeforeEach
    void start() throws Exception {
        lock = InstanceLock.tryTake(home.folders()).orElseThrow();
        people = colleagues.started(Scope.values());
        ControlServices services = new FakeServices(home.folders()).services(people);
        server = ControlServer.start(
                HomeSocket.listen(home.folders(), lock), services, Home.words(), () -> TenantPeople.BERLIN);
    }

    @AfterEach
    void stop() {
        server.close();
        lock.close();
        colleagues.close();
        home.close();
    }

    private RawClient client(String members) throws IOException {
        return new RawClient(home.folders()).send("{\"command\":\"people\"," + members + "}\n");
    }

    private JsonNode ask(String members) throws IOException {
        try (RawClient client = client(members)) {
            return client.next();
        }
    }

    @Test
    void whoHangsUpIsWaitedForNoLonger() throws Exception {
        RawClient client = client("\"what\":\"wait\",\"people\":[\"Priya Sharma\"],\"for\":\"2h\"");
        await().until(() -> people.snapshot().waits().size() == 1);
        client.close();
        await().until(() -> people.snapshot().waits().isEmpty());
    }

    @Test
    void whatIsUnderWayForWhoHangsUpIsGivenUp() throws Exception {
        ask("\"what\":\"show\",\"who\":\"Lena Vogt\"");
        colleagues.gate = new CountDownLatch(1);
        RawClient client = client("\"what\":\"show\",\"who\":\"Anna Becker\"");
        colleagues.held.await();
        client.close();
        colleagues.givenUp.await();
        colleagues.gate.countDown();
        assertThat(ask("\"what\":\"show\",\"who\":\"Anna Becker\"").has("ok")).isTrue();
    }

    @Test
    void fewWaitForeverSoThatTheRestIsForCommands() throws Exception {
        List<RawClient> waiting = new ArrayList<>();
        for (int i = 0; i < ControlServer.MOST_WATCHERS; i++) {
            waiting.add(client("\"what\":\"wait\",\"people\":[\"Priya Sharma\"]"));
            int soFar = i + 1;
            await().until(() ->
                    server.size() == soFar && people.snapshot().waits().size() == 1);
        }
        assertThat(ask("\"what\":\"wait\",\"people\":[\"Lena Vogt\"]")
                        .path("error")
                        .path("kind")
                        .asText())
                .isEqualTo("busy");
        assertThat(ask("\"what\":\"show\",\"who\":\"Lena Vogt\"").has("ok")).isTrue();
        for (RawClient each : waiting) {
            each.close();
        }
    }

    @Test
    void saysHowManyWereReadInNoMoreLinesThanAreRead() throws Exception {
        colleagues.grow(3000);
        try (RawClient client = client("\"what\":\"find\",\"group\":\"Everybody\",\"part\":\"members\"")) {
            JsonNode first = client.next();
            assertThat(first.path("event").asText()).isEqualTo("progress");
            assertThat(first.path("read").asInt()).isPositive();
            JsonNode next = client.next();
            while (next.has("event")) {
                assertThat(next.path("read").asInt())
                        .isGreaterThanOrEqualTo(first.path("read").asInt());
                next = client.next();
            }
            assertThat(next.path("people").path("looked").asInt()).isGreaterThan(3000);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"what\":\"dance\" | The value of \"what\" is missing or wrong.",
                "\"who\":\"Anna\" | The value of \"what\" is missing or wrong.",
                "\"what\":\"show\" | The value of \"who\" is missing or wrong.",
                "\"what\":\"show\",\"who\":\" \" | Say who: a mail address, an id, or a name.",
                "\"what\":\"find\",\"everybody\":true | The value of \"everybody\" is missing or wrong.",
                "\"what\":\"find\",\"group\":\"HR\",\"part\":\"guests\" | \"guests\" is no part of a group. Choose from: owners, members.",
                "\"what\":\"find\",\"secondary\":[1] | The value of \"secondary\" is missing or wrong.",
                "\"what\":\"wait\",\"people\":[\"Anna\",\"\"] | Say who: a mail address, an id, or a name.",
                "\"what\":\"wait\",\"people\":[\"Anna\"],\"for\":\"soon\" | \"soon\" is not a length of time: write 45m, 1h, 1h30m, or minutes.",
                "\"what\":\"save\",\"name\":\"\",\"primary\":\"Anna\" | A name has from 1 to 60 characters.",
                "\"what\":\"board\",\"department\":\"\" | A name has from 1 to 120 characters.",
            })
    void mistakesAreOneSentence(String members, String sentence) throws Exception {
        JsonNode error = ask(members).path("error");
        assertThat(error.path("message").asText()).isEqualTo(sentence);
        assertThat(error.path("exit").asInt()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void programsGetWhomToChooseFromAsLines() throws Exception {
        JsonNode error = ask("\"what\":\"show\",\"who\":\"Thomas Müller\"").path("error");
        assertThat(error.path("kind").asText()).isEqualTo("ambiguous");
        assertThat(error.path("lines")).hasSize(2);
    }
}
