package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.light.serial.SimulatedBoard.Fault;
import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.model.AmpelSerial;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.manager.LightManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jSerialComm against a simulated board behind a pseudo terminal, which socat makes. */
@Tag("pty")
class SerialPtyTest {

    private static final LightCommand RED = LightCommand.solid(Colour.RED);

    @TempDir
    private Path folder;

    private Path port;
    private PtyCable cable;
    private SimulatedBoard board;
    private HotPlug hotPlug;
    private LightManager manager;

    @BeforeEach
    void start() throws IOException {
        port = folder.resolve("light");
        plugIn();
        SerialLibrary library = new SerialLibrary(folder.resolve("native"));
        SerialPorts ports = SerialPorts.ofThisComputer(library);
        hotPlug = HotPlug.ofThisComputer();
        SerialBus bus = new SerialBus(new Catalogue(), ports, hotPlug, library);
        bus.apply(List.of(new SerialBus.Added(ports.addressOf(port.toString()).orElseThrow(), new AmpelSerial())));
        manager = LightManager.onThreads(List.of(bus), model -> Optional.empty());
        manager.show(RED);
        manager.start();
    }

    @AfterEach
    void end() {
        manager.close(Duration.ofSeconds(20));
        hotPlug.close();
        cable.close();
    }

    private void plugIn() throws IOException {
        cable = new PtyCable(port);
        board = new SimulatedBoard(cable::say);
        cable.connect(board::take);
    }

    private void awaitLit(String shown, LightCommand command) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            assertThat(board.shows()).isEqualTo(shown);
            assertThat(manager.states()).singleElement().satisfies(state -> {
                assertThat(state.condition()).isEqualTo(Condition.OK);
                assertThat(state.shown()).isEqualTo(command);
            });
        });
    }

    private void awaitCondition(Condition condition) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> manager.states().stream().allMatch(state -> state.condition() == condition));
    }

    @Test
    void itShowsTheColourWithTheWatchdogArmedAndIsDarkAtTheEnd() {
        awaitLit("#FF0000", RED);
        assertThat(board.watchdog()).isEqualTo("W030");
        LightCommand call = new LightCommand(Colour.RED, Effect.PULSE);
        manager.show(call);
        awaitLit("B#FF0000-1000#260000-1000", call);
        assertThat(board.heard()).doesNotContain("P");
        manager.close(Duration.ofSeconds(20));
        assertThat(board.shows()).isEqualTo("#000000");
    }

    @Test
    void pulledOutItIsGoneAndPluggedInAgainItShowsTheNewestColour() throws IOException {
        awaitLit("#FF0000", RED);
        cable.close();
        awaitCondition(Condition.GONE);
        manager.show(LightCommand.solid(Colour.GREEN));
        plugIn();
        awaitLit("#00FF00", LightCommand.solid(Colour.GREEN));
    }

    @Test
    void aBoardThatWasResetIsToldAgain() {
        awaitLit("#FF0000", RED);
        board.reset();
        awaitLit("#FF0000", RED);
        assertThat(board.watchdog()).isEqualTo("W030");
    }

    @Test
    void aMuteBoardDoesNotAnswerAndIsLitWhenItSpeaksAgain() {
        awaitLit("#FF0000", RED);
        board.misbehave(Fault.MUTE);
        manager.show(LightCommand.solid(Colour.GREEN));
        awaitCondition(Condition.NOT_ANSWERING);
        board.misbehave(Fault.NONE);
        awaitLit("#00FF00", LightCommand.solid(Colour.GREEN));
    }

    @Test
    void garbageDoesNotMatter() {
        awaitLit("#FF0000", RED);
        board.misbehave(Fault.GARBAGE);
        manager.show(LightCommand.solid(Colour.AMBER));
        awaitLit("#FFBF00", LightCommand.solid(Colour.AMBER));
    }
}
