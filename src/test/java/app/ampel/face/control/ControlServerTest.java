package app.ampel.face.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.adapter.os.files.Sockets;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.StatusRequest;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.control.ControlListener;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlServerTest {

    private static final SignInPrompt CONSENT = new SignInPrompt(
            SignInWay.DEVICE_CODE,
            URI.create("https://microsoft.com/devicelogin"),
            Optional.of("ABCD-EFGH"),
            Snapshots.NOW.plusSeconds(900),
            Optional.of(ConsentRequest.SET_STATUS));

    private final Home home = new Home();
    private InstanceLock lock;
    private FakeServices host;
    private ControlListener listener;
    private ControlServer server;

    @BeforeEach
    void start() throws Exception {
        lock = InstanceLock.tryTake(home.folders()).orElseThrow();
        host = new FakeServices(home.folders());
        listen();
    }

    private void listen() throws ProblemException {
        listener = HomeSocket.listen(home.folders(), lock);
        server = ControlServer.start(listener, host.services(), Home.words(), () -> ZoneOffset.UTC);
    }

    @AfterEach
    void stop() {
        server.close();
        lock.close();
        home.close();
    }

    private RawClient client() throws IOException {
        return new RawClient(home.folders());
    }

    private JsonNode ask(String request) throws IOException {
        try (RawClient client = client()) {
            return client.send(request + "\n").next();
        }
    }

    private static Snapshot asking(SignInPrompt prompt) {
        return Snapshots.of(
                Snapshots.known("Busy", "InAMeeting"),
                Optional.empty(),
                AccountState.waiting(Optional.of(Snapshots.ADA), Optional.of(prompt)));
    }

    @Test
    void answersWithStateAndSentence() throws IOException {
        JsonNode answer = ask("{\"command\":\"status\"}");
        assertThat(answer.path("ok").asBoolean()).isTrue();
        assertThat(answer.path("status"))
                .isEqualTo(StatusJson.of(host.overviews().now()));
        assertThat(answer.path("text").path(0).asText()).isEqualTo("In a meeting. No light.");
    }

    @Test
    void hangsUpAfterTheAnswer() throws IOException {
        try (RawClient client = client()) {
            assertThat(client.send("{\"command\":\"status\"}\n").next().has("ok"))
                    .isTrue();
            assertThat(client.isHungUpOn()).isTrue();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReachableForItsOwnerAlone() throws IOException {
        Path socket = Path.of(Files.readString(home.folders().address()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                .isEqualTo("rwx------");
    }

    /** As on a full disk. */
    @Test
    void answersAllTheSameWhereItCannotWriteDownWhereItListens() throws Exception {
        server.close();
        Files.createDirectories(home.folders().address().resolve("in the way"));
        listen();
        assertThat(listener.isNoted()).isFalse();
        assertThat(ask("{\"command\":\"status\"}").path("ok").asBoolean()).isTrue();
    }

    @Test
    void saysThatItCannotWriteWhereThereIsAFolderButNoRoom() throws Exception {
        server.close();
        for (Path place : Sockets.toConnect(home.folders())) {
            Files.deleteIfExists(place);
            Files.createDirectories(place.resolve("in the way"));
        }
        assertThatThrownBy(this::listen)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CANNOT_SAVE));
    }

    @Test
    void takesTheIntent() throws IOException {
        ask("{\"command\":\"set\",\"choice\":\"presenting\",\"for\":\"1h30m\"}");
        ask("{\"command\":\"set\",\"choice\":\"in-a-call\"}");
        ask("{\"command\":\"clear\"}");
        assertThat(host.engine.told)
                .containsExactly(
                        new Intent.SetManual(StatusRequest.of(
                                Choice.PRESENTING,
                                new Expiry(Expiry.Kind.TIMER, Snapshots.NOW.plus(Duration.ofMinutes(90))))),
                        new Intent.SetManual(StatusRequest.of(
                                Choice.IN_A_CALL,
                                new Expiry(Expiry.Kind.TIMER, Snapshots.NOW.plus(Duration.ofMinutes(60))))),
                        new Intent.ClearManual());
    }

    @Test
    void saysWhyAnIntentCameToNothing() throws IOException {
        host.engine.outcome =
                CompletableFuture.failedFuture(new ProblemException(Problem.of(Problem.Kind.REFUSED_BY_GRAPH)));
        JsonNode error = ask("{\"command\":\"clear\"}").path("error");
        assertThat(error.path("kind").asText()).isEqualTo("refused-by-graph");
        assertThat(error.path("message").asText()).isEqualTo("Your administrator has not allowed this.");
        assertThat(error.path("exit").asInt()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void neverTellsAnExceptionsText() throws IOException {
        host.engine.outcome = CompletableFuture.failedFuture(new IllegalStateException("secret"));
        JsonNode answer = ask("{\"command\":\"clear\"}");
        assertThat(answer.toString()).doesNotContain("secret").contains("internal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello | not-json",
                "[] | not-json",
                "`` | not-json",
                "{\"command\":\"fly\"} | unknown-command",
                "{} | unknown-command",
                "{\"command\":7} | unknown-command",
                "{\"command\":\"set\"} | usage",
                "{\"command\":\"set\",\"choice\":\"asleep\"} | usage",
                "{\"command\":\"set\",\"choice\":\"in-a-call\",\"until\":\"soon\"} | usage",
                "{\"command\":\"set\",\"choice\":\"in-a-call\",\"until\":\"2026-11-20T13:00:00Z\"} | usage",
                "{\"command\":\"set\",\"choice\":\"in-a-call\",\"until\":\"2026-11-22T13:00:00Z\"} | usage",
                "{\"command\":\"light\",\"colour\":\"mauve\"} | usage",
                "{\"command\":\"set\",\"choice\":\"busy\",\"message\":\"B\\ufffdro\"} | usage",
                "{\"command\":\"set\",\"choice\":\"busy\",\"message\":\"half \\ud83d\"} | usage",
                "{\"command\":\"adjust\",\"id\":\"x\",\"what\":\"name\",\"values\":[\"\\ude00\"]} | usage",
                "{\"command\":\"identify\",\"id\":\"x\"} | usage",
                "{\"command\":\"forget\",\"id\":\"x\"} | usage",
                "{\"command\":\"adjust\",\"id\":\"x\",\"what\":\"explode\",\"values\":[]} | usage",
                "{\"command\":\"adjust\",\"id\":\"x\",\"what\":\"off\",\"values\":[7]} | usage",
                "{\"command\":\"adjust\",\"id\":\"x\",\"what\":\"brightness\",\"values\":[]} | usage",
                "{\"command\":\"adjust\",\"id\":\"x\",\"what\":\"off\"} | usage",
                "{\"command\":\"sign-in\"} | no-client-id",
                "{\"command\":\"sign-in\",\"clientId\":\"a b\"} | usage",
            })
    void answersNonsenseWithOneErrorLineAndLivesOn(String request, String kind) throws IOException {
        try (RawClient client = client()) {
            JsonNode error = client.send(request + "\n").next().path("error");
            assertThat(error.path("kind").asText()).isEqualTo(kind);
            assertThat(error.path("message").asText()).isNotEmpty();
            assertThat(client.isHungUpOn()).isTrue();
        }
        assertThat(host.engine.told).isEmpty();
        assertThat(ask("{\"command\":\"status\"}").has("ok")).isTrue();
    }

    @Test
    void readsARequestOf64KiBAndNoMore() throws IOException {
        String start = "{\"command\":\"status\",\"x\":\"";
        String fits = start + "y".repeat(Connection.LONGEST_REQUEST - start.length() - 2) + "\"}";
        assertThat(ask(fits).has("ok")).isTrue();
        assertThat(ask(fits + " ").path("error").path("kind").asText()).isEqualTo("too-long");
        try (RawClient client = client()) {
            client.send("z".repeat(10 * Connection.LONGEST_REQUEST));
            assertThat(client.next().path("error").path("kind").asText()).isEqualTo("too-long");
            assertThat(client.isHungUpOn()).isTrue();
        }
        assertThat(ask("{\"command\":\"status\"}").has("ok")).isTrue();
    }

    @Nested
    class AWatcher {

        @Test
        void isToldWhatIsKnownAndEveryChange() throws IOException {
            try (RawClient client = client()) {
                client.send("{\"command\":\"watch\"}\n");
                assertThat(client.next()
                                .path("status")
                                .path("reading")
                                .path("activity")
                                .asText())
                        .isEqualTo("InAMeeting");
                host.engine.become(Snapshots.of(Snapshots.known("Away", "Away")));
                JsonNode event = client.next();
                assertThat(event.path("event").asText()).isEqualTo("status");
                assertThat(event.path("status").path("reading").path("activity").asText())
                        .isEqualTo("Away");
            }
        }

        @Test
        void thatReadsNothingHoldsUpNobodyAndGetsTheNewestLater() throws IOException {
            try (RawClient client = client()) {
                client.send("{\"command\":\"watch\"}\n");
                await().until(() -> !host.engine.watchers.isEmpty());
                for (int i = 0; i < 20_000; i++) {
                    host.engine.become(Snapshots.of(Snapshots.known("Busy", "Number" + i)));
                }
                assertThat(ask("{\"command\":\"status\"}").has("ok")).isTrue();
                int lines = 0;
                String activity = "";
                while (!activity.equals("Number19999")) {
                    activity = client.next()
                            .path("status")
                            .path("reading")
                            .path("activity")
                            .asText();
                    lines++;
                }
                assertThat(lines).isLessThan(20_000);
            }
        }

        @Test
        void isForgottenWhenItHangsUp() throws IOException {
            try (RawClient client = client()) {
                client.send("{\"command\":\"watch\"}\n").next();
                assertThat(host.engine.watchers).hasSize(1);
            }
            await().until(() -> host.engine.watchers.isEmpty());
        }
    }

    @Nested
    class WhileTheUserIsAsked {

        private final CompletableFuture<Snapshot> pending = new CompletableFuture<>();

        @BeforeEach
        void askTheUser() {
            host.engine.outcome = pending;
        }

        @Test
        void eachPromptIsPassedOnOnceAndThenTheResult() throws IOException {
            try (RawClient client = client()) {
                client.send("{\"command\":\"set\",\"choice\":\"in-a-call\"}\n");
                await().until(() -> !host.engine.told.isEmpty());
                host.engine.become(asking(CONSENT));
                host.engine.become(asking(CONSENT));
                assertThat(client.next().toString())
                        .isEqualTo(
                                "{\"event\":\"prompt\",\"way\":\"device-code\",\"address\":\"https://microsoft.com/devicelogin\","
                                        + "\"code\":\"ABCD-EFGH\",\"expires\":\"2026-11-20T13:20:03.500Z\",\"scope\":\"Presence.ReadWrite\"}");
                pending.complete(host.engine.snapshot());
                assertThat(client.next().has("ok")).isTrue();
                assertThat(client.isHungUpOn()).isTrue();
            }
            assertThat(host.engine.told).hasSize(1);
            assertThat(host.engine.watchers).isEmpty();
        }

        @Test
        void hangingUpCancels() throws IOException {
            try (RawClient client = client()) {
                client.send("{\"command\":\"sign-in\",\"clientId\":\"some-id\"}\n");
                await().until(() -> !host.engine.told.isEmpty());
                host.engine.become(asking(CONSENT));
                client.next();
            }
            await().until(() -> host.engine.told.contains(new Intent.CancelSignIn()));
            assertThat(host.engine.watchers).isEmpty();
        }

        @Test
        void whoeverOnlySetsAStatusDoesNotAnswerForSomebodyElsesSignIn() throws IOException {
            SignInPrompt plain = new SignInPrompt(
                    CONSENT.way(), CONSENT.address(), CONSENT.code(), CONSENT.expires(), Optional.empty());
            try (RawClient client = client()) {
                client.send("{\"command\":\"set\",\"choice\":\"in-a-call\"}\n");
                await().until(() -> !host.engine.told.isEmpty());
                host.engine.become(asking(plain));
                pending.complete(host.engine.snapshot());
                assertThat(client.next().has("ok")).isTrue();
            }
        }
    }

    @Nested
    class WithManyClients {

        @Test
        void thoseWhoAskNothingMakeRoom() throws IOException {
            List<RawClient> silent = new ArrayList<>();
            for (int i = 0; i < ControlServer.MOST_CONNECTIONS + 5; i++) {
                silent.add(client());
            }
            assertThat(ask("{\"command\":\"status\"}").has("ok")).isTrue();
            assertThat(silent.get(0).isHungUpOn()).isTrue();
            for (RawClient client : silent) {
                client.close();
            }
        }

        /** As many as may stay. */
        private List<RawClient> watchers() throws IOException {
            List<RawClient> watchers = new ArrayList<>();
            for (int i = 0; i < ControlServer.MOST_WATCHERS; i++) {
                RawClient client = client();
                assertThat(client.send("{\"command\":\"watch\"}\n").next().has("status"))
                        .isTrue();
                watchers.add(client);
            }
            return watchers;
        }

        @Test
        void watchersLeaveRoomForCommands() throws IOException {
            List<RawClient> watchers = watchers();
            try (RawClient oneMore = client()) {
                JsonNode error =
                        oneMore.send("{\"command\":\"watch\"}\n").next().path("error");
                assertThat(error.path("kind").asText()).isEqualTo("busy");
                assertThat(oneMore.isHungUpOn()).isTrue();
            }
            for (String command : List.of("status", "clear", "lights", "stop")) {
                assertThat(ask("{\"command\":\"" + command + "\"}").has("ok"))
                        .as(command)
                        .isTrue();
            }
            watchers.get(0).close();
            await().until(() -> {
                try (RawClient another = client()) {
                    return another.send("{\"command\":\"watch\"}\n").next().has("status");
                }
            });
            for (RawClient client : watchers) {
                client.close();
            }
        }

        /** Those who wait for an answer that does not come yet. */
        private List<RawClient> waiting() throws IOException {
            host.engine.outcome = new CompletableFuture<>();
            List<RawClient> waiting = new ArrayList<>();
            for (int i = 0; i < ControlServer.MOST_CONNECTIONS; i++) {
                waiting.add(client().send("{\"command\":\"clear\"}\n"));
            }
            await().until(() -> host.engine.told.size() == ControlServer.MOST_CONNECTIONS);
            return waiting;
        }

        @Test
        void oneTooManyIsToldSoHoweverMuchItAsks() throws IOException {
            List<RawClient> waiting = waiting();
            String much = "{\"command\":\"status\",\"x\":\"" + "y".repeat(60_000) + "\"}\n";
            for (String request : List.of("{\"command\":\"status\"}\n", much)) {
                try (RawClient client = client()) {
                    JsonNode error = client.send(request).next().path("error");
                    assertThat(error.path("kind").asText()).isEqualTo("busy");
                    assertThat(client.isHungUpOn()).isTrue();
                }
            }
            waiting.get(0).close();
            await().until(() -> ask("{\"command\":\"status\"}").has("ok"));
            for (RawClient client : waiting) {
                client.close();
            }
        }

        @Test
        void thereIsAnEndToThoseWhoAreToldSo() throws IOException {
            List<RawClient> clients = waiting();
            for (int i = 0; i < 3 * ControlServer.MOST_REFUSED; i++) {
                clients.add(client());
            }
            assertThat(server.size()).isLessThanOrEqualTo(ControlServer.MOST_CONNECTIONS + ControlServer.MOST_REFUSED);
            for (RawClient client : clients) {
                client.close();
            }
            await().until(() -> server.size() == 0);
        }
    }

    @Nested
    class WithLittleTime {

        private void limit(Duration question, Duration answer) throws ProblemException {
            server.close();
            server = ControlServer.start(
                    HomeSocket.listen(home.folders(), lock),
                    new Requests(host.services(), Home.words(), () -> ZoneOffset.UTC),
                    Home.words(),
                    new ControlServer.Limits(question, answer),
                    Thread::start);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{\"command\":", "{\"command\":\"status\"}"})
        void whoeverDoesNotAskIsHungUpOn(String begun) throws Exception {
            limit(Duration.ofMillis(50), Duration.ofHours(1));
            try (RawClient client = client()) {
                assertThat(client.send(begun).isHungUpOn()).isTrue();
            }
            await().until(() -> server.size() == 0);
        }

        @Test
        void whoeverWaitsOrWatchesIsNot() throws Exception {
            limit(Duration.ofMillis(50), Duration.ofMillis(50));
            try (RawClient watcher = client();
                    RawClient silent = client()) {
                watcher.send("{\"command\":\"watch\"}\n").next();
                // Its limit is later than the watcher's would have been.
                assertThat(silent.isHungUpOn()).isTrue();
                host.engine.become(Snapshots.of(Snapshots.known("Away", "Away")));
                assertThat(watcher.next().has("status")).isTrue();
            }
        }

        @Test
        void whoeverDoesNotReadTheAnswerIsHungUpOn() throws Exception {
            limit(Duration.ofHours(1), Duration.ofMillis(50));
            for (int i = 0; i < 5000; i++) {
                host.computer.ports.add(Snapshots.port("/dev/ttyUSB" + i, "x".repeat(200), Optional.empty()));
            }
            try (RawClient client = client()) {
                client.send("{\"command\":\"ports\"}\n").begin();
                await().until(() -> server.size() == 0);
            }
        }
    }

    @Nested
    class WithoutAThreadToBeHad {

        private final AtomicInteger toFail = new AtomicInteger();

        @BeforeEach
        void listen() throws ProblemException {
            server.close();
            server = ControlServer.start(
                    HomeSocket.listen(home.folders(), lock),
                    new Requests(host.services(), Home.words(), () -> ZoneOffset.UTC),
                    Home.words(),
                    ControlServer.Limits.USUAL,
                    thread -> {
                        if (thread.getName().endsWith("-out") == onlyWriters
                                && toFail.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                            throw new OutOfMemoryError("unable to create native thread");
                        }
                        thread.start();
                    });
        }

        private volatile boolean onlyWriters;

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void whoeverCannotBeServedIsHungUpOnAndForgottenAndTheNextIsServed(boolean writers) throws IOException {
            onlyWriters = writers;
            toFail.set(1);
            try (RawClient client = client()) {
                assertThat(client.isHungUpOn()).isTrue();
            }
            assertThat(toFail).hasValue(0);
            assertThat(ask("{\"command\":\"status\"}").has("ok")).isTrue();
            await().until(() -> server.size() == 0);
        }
    }

    @Test
    void goesOnWithoutANoteOfWhereItListens() throws Exception {
        server.close();
        // A folder cannot be replaced by a file: as on a full disk, the note cannot be written.
        Files.createDirectory(home.folders().address());
        listen();
        assertThat(ask("{\"command\":\"status\"}").has("ok")).isTrue();
    }

    @Test
    void endsTheProgramOnlyAfterTheAnswer() throws Exception {
        assertThat(ask("{\"command\":\"stop\"}").has("ok")).isTrue();
        assertThat(host.stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void looksAfterSerialLights() throws IOException {
        host.computer.ports.add(Snapshots.port("/dev/ttyUSB0", "FT232R", Optional.of("0403:6001:A1")));
        host.computer.ports.add(Snapshots.port("/dev/ttyUSB1", "nameless", Optional.empty()));
        assertThat(ask("{\"command\":\"add\",\"port\":\"/dev/ttyUSB1\"}")
                        .path("error")
                        .path("kind")
                        .asText())
                .isEqualTo("usage");
        assertThat(ask("{\"command\":\"add\",\"port\":\"/dev/ttyUSB0\"}")
                        .path("id")
                        .asText())
                .isEqualTo("0403:6001:A1");
        assertThat(ask("{\"command\":\"ports\"}").path("ports").toString())
                .isEqualTo(
                        "[{\"port\":\"/dev/ttyUSB0\",\"description\":\"FT232R\",\"usb\":\"\",\"serial\":\"\",\"id\":\"0403:6001:A1\",\"added\":true},"
                                + "{\"port\":\"/dev/ttyUSB1\",\"description\":\"nameless\",\"usb\":\"\",\"serial\":\"\",\"id\":null,\"added\":false}]");
        assertThat(ask("{\"command\":\"forget\",\"id\":\"0403:6001:A1\"}").has("ok"))
                .isTrue();
        assertThat(host.serial)
                .containsExactly(List.of(new AddedLight("0403:6001:A1", new SerialProtocol.Ampel())), List.of());
        assertThat(host.settings.settings().serialLights()).isEmpty();
    }

    @Test
    void identifiesALight() throws IOException {
        host.become(Snapshots.lit(
                Snapshots.of(Snapshots.known("Busy", "Busy"), Optional.empty(), AccountState.signedIn(Snapshots.ADA)),
                List.of(Snapshots.light("a", LightState.Condition.OK))));
        assertThat(ask("{\"command\":\"identify\",\"id\":\"a\"}").has("ok")).isTrue();
        assertThat(host.computer.identified).containsExactly("a");
    }

    @Test
    void leavesNoSocketBehindAndReplacesOneThatWas() throws Exception {
        Path socket = Path.of(Files.readString(home.folders().address()));
        server.close();
        assertThat(socket).doesNotExist();
        assertThat(home.folders().address()).doesNotExist();
        Files.writeString(socket, "left behind");
        listen();
        assertThat(ask("{\"command\":\"status\"}").has("ok")).isTrue();
    }

    @Test
    void hangsUpOnEverybodyWhenItCloses() throws IOException {
        try (RawClient client = client()) {
            client.send("{\"command\":\"watch\"}\n").next();
            server.close();
            assertThat(client.isHungUpOn()).isTrue();
        }
    }
}
