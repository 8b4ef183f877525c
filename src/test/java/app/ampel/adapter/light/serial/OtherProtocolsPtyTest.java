package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.json.Json;
import app.ampel.service.lights.manager.LightManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jSerialComm against small boards that speak something else than Ampel's line protocol. */
@Tag("pty")
class OtherProtocolsPtyTest {

    private static final LightCommand RED = LightCommand.solid(Colour.RED);
    private static final LightCommand GREEN = LightCommand.solid(Colour.GREEN);

    @TempDir
    private Path folder;

    private PtyCable cable;
    private HotPlug hotPlug;
    private LightManager manager;

    @BeforeEach
    void plugIn() throws IOException {
        cable = new PtyCable(folder.resolve("light"));
        hotPlug = HotPlug.ofThisComputer();
    }

    @AfterEach
    void end() {
        manager.close(Duration.ofSeconds(20));
        hotPlug.close();
        cable.close();
    }

    private void light(SerialProtocol protocol, LightCommand command) {
        SerialLibrary library = new SerialLibrary(folder.resolve("native"));
        SerialPorts ports = SerialPorts.ofThisComputer(library);
        String id = ports.addressOf(cable.port().toString()).orElseThrow().id();
        SerialBus bus = new SerialBus(new Catalogue(), ports, hotPlug, library);
        bus.apply(List.of(SerialBus.Added.of(new AddedLight(id, protocol)).orElseThrow()));
        manager = LightManager.onThreads(List.of(bus), model -> Optional.empty());
        manager.show(command);
        manager.start();
    }

    private void awaitShown(LightCommand command) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(manager.states())
                        .singleElement()
                        .satisfies(state -> {
                            assertThat(state.condition()).isEqualTo(Condition.OK);
                            assertThat(state.shown()).isEqualTo(command);
                        }));
    }

    private void awaitCondition(Condition condition) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> manager.states().stream().anyMatch(state -> state.condition() == condition));
    }

    /** Takes lines and answers each with a text, or with nothing. */
    private final class LineBoard {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private volatile String answer;

        LineBoard(String answer) {
            this.answer = answer;
            cable.connect(this::take);
        }

        private void take(byte[] bytes) {
            for (byte b : bytes) {
                line.append((char) b);
                if (b == '\n') {
                    heard.add(line.toString());
                    line.setLength(0);
                    if (!answer.isEmpty()) {
                        cable.say((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    }
                }
            }
        }

        private void awaitLast(String expected) {
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> !heard.isEmpty() && heard.get(heard.size() - 1).equals(expected));
        }
    }

    @Nested
    class ATemplate {

        private SerialProtocol template(String text, Optional<String> expect) {
            return new Template(
                    new LineTemplate(text),
                    Optional.of(new LineTemplate("off")),
                    Map.of("in-a-call", new LineTemplate("call")),
                    LineEnd.CRLF,
                    9600,
                    true,
                    false,
                    expect);
        }

        @Test
        void isFilledAndSentOnceForEachChangeAndDarkAtTheEnd() {
            LineBoard board = new LineBoard("");
            light(template("{r},{g},{b}", Optional.empty()), RED);
            awaitShown(RED);
            manager.show(GREEN);
            awaitShown(GREEN);
            LightCommand call = new LightCommand(Colour.RED, Effect.PULSE);
            manager.show(call);
            awaitShown(call);
            manager.close(Duration.ofSeconds(20));
            board.awaitLast("off\r\n");
            assertThat(board.heard).containsExactly("255,0,0\r\n", "0,255,0\r\n", "call\r\n", "off\r\n");
        }

        @Test
        void effectsArePlayedWhereItHasTheColourInNumbers() {
            LineBoard board = new LineBoard("");
            light(template("{RR}{GG}{BB}", Optional.empty()), new LightCommand(Colour.GREEN, Effect.BLINK));
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() ->
                            assertThat(board.heard).startsWith("00FF00\r\n", "000000\r\n", "00FF00\r\n", "000000\r\n"));
        }

        @Test
        void whereAnAnswerIsExpectedItsMissingIsSaidAndTheLightIsTriedAgain() {
            LineBoard board = new LineBoard("color set OK");
            light(template("{r},{g},{b}", Optional.of("OK$")), RED);
            awaitShown(RED);
            board.answer = "what?";
            manager.show(GREEN);
            awaitCondition(Condition.NOT_ANSWERING);
            assertThat(board.heard).endsWith("0,255,0\r\n", "0,255,0\r\n", "0,255,0\r\n");
            board.answer = "OK";
            awaitShown(GREEN);
        }

        @Test
        void pulledOutItIsGoneAndPluggedInAgainItIsToldTheNewestColour() throws IOException {
            LineBoard board = new LineBoard("");
            light(template("{colour}", Optional.empty()), RED);
            board.awaitLast("red\r\n");
            cable.close();
            awaitCondition(Condition.GONE);
            manager.show(GREEN);
            cable = new PtyCable(folder.resolve("light"));
            LineBoard again = new LineBoard("");
            again.awaitLast("green\r\n");
            awaitShown(GREEN);
        }
    }

    /** As WLED reads its port: a lone letter means something, a brace begins a JSON text. */
    private final class WledBoard {
        private final List<String> states = new CopyOnWriteArrayList<>();
        private final List<String> letters = new CopyOnWriteArrayList<>();
        private final StringBuilder json = new StringBuilder();
        private int depth;

        WledBoard(String identity) {
            cable.connect(bytes -> take(bytes, identity));
        }

        private void take(byte[] bytes, String identity) {
            for (byte b : bytes) {
                if (depth > 0 || b == '{') {
                    json.append((char) b);
                    depth += b == '{' ? 1 : b == '}' ? -1 : 0;
                    if (depth == 0) {
                        states.add(json.toString());
                        json.setLength(0);
                    }
                } else if (b == 'v') {
                    letters.add("v");
                    cable.say(identity.getBytes(StandardCharsets.US_ASCII));
                } else if (b != '\n') {
                    letters.add(String.valueOf((char) b));
                }
            }
        }

        private void awaitColour(String colour) {
            await().atMost(Duration.ofSeconds(40))
                    .until(() ->
                            !states.isEmpty() && states.get(states.size() - 1).contains(colour));
        }
    }

    @Nested
    class Wled {

        @Test
        void isAskedForItsVersionToldItsColourAndSwitchedOffAtTheEnd() {
            WledBoard board = new WledBoard("WLED 2410140\r\n");
            light(new SerialProtocol.Wled(), RED);
            awaitShown(RED);
            board.awaitColour("[[255,0,0]");
            LightCommand call = new LightCommand(Colour.RED, Effect.PULSE);
            manager.show(call);
            awaitShown(call);
            board.awaitColour("\"fx\":2");
            manager.close(Duration.ofSeconds(20));
            board.awaitColour("\"on\":false");
            assertThat(board.letters).containsOnly("v");
            assertThat(board.states)
                    .hasSize(3)
                    .allMatch(state -> Json.readObject(state.getBytes(StandardCharsets.US_ASCII))
                            .isPresent());
        }

        @Test
        void whatDoesNotSayThatItIsOneIsToldNothing() {
            WledBoard board = new WledBoard("Marlin 2.1\r\n");
            light(new SerialProtocol.Wled(), RED);
            awaitCondition(Condition.NOT_ANSWERING);
            assertThat(board.letters).containsOnly("v");
            assertThat(board.states).isEmpty();
        }
    }
}
