package app.ampel.face.window.lights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.RealTrials;
import app.ampel.adapter.light.serial.PtyCable;
import app.ampel.adapter.light.serial.SimulatedBoard;
import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.lights.AddLightForm.Speaks;
import app.ampel.face.window.lights.AddLightViewState.Stage;
import app.ampel.service.lights.LightsService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Is it red now?", asked by the real program of a simulated board behind a pseudo terminal, which socat makes. */
@Tag("pty")
class AddLightPtyTest {

    private static final String RED = "#FF0000";
    private static final String DARK = "#000000";

    private final ExecutorService toolkit = Executors.newSingleThreadExecutor();

    @TempDir
    private Path folder;

    private PtyCable cable;
    private SimulatedBoard board;
    private final ExecutorService trials = Executors.newSingleThreadExecutor();
    private LightsService service;
    private TestProgram program;
    private AddLightModel model;
    private AddedLight light;

    @BeforeEach
    void plugIn() throws IOException {
        Path port = folder.resolve("light");
        cable = new PtyCable(port);
        board = new SimulatedBoard(cable::say);
        cable.connect(board::take);
        light = new AddedLight("serial:" + port, new SerialProtocol.Ampel());
        Folders folders = new Folders(folder.resolve("home"), folder.resolve("none.json"), List.of());
        program = new TestProgram(Snapshots.of(Snapshots.known("Busy", "Busy")));
        service = program.lights.service(program.settingsAccess(), RealTrials.of(folders), trials);
        model = new AddLightModel(program.context(toolkit), service);
    }

    @AfterEach
    void pullOut() {
        service.endTrial();
        service.close();
        cable.close();
        trials.shutdown();
        toolkit.shutdownNow();
    }

    private void person(Runnable does) {
        CompletableFuture.runAsync(does, toolkit).join();
    }

    private AddLightViewState face() {
        return CompletableFuture.supplyAsync(model::viewState, toolkit).join();
    }

    private void tryIt() {
        person(() -> {
            model.fill(new AddLightForm(light.id(), Speaks.AMPEL, "", "", "", LineEnd.LF, "", true, false, ""));
            model.tryIt();
        });
    }

    private void awaitStage(Stage stage) {
        await().atMost(Duration.ofSeconds(40)).until(() -> face().stage() == stage);
    }

    private void awaitShown(String colour) {
        await().atMost(Duration.ofSeconds(40)).until(() -> board.shows().equals(colour));
    }

    @Test
    void theBoardIsRedWhenItIsAskedForAndYesMakesItALight() {
        tryIt();
        awaitStage(Stage.ASKING);
        assertThat(board.shows()).isEqualTo(RED);
        assertThat(program.settings().serialLights()).isEmpty();
        person(model::isRed);
        awaitShown(DARK);
        await().until(() -> face().stage() == Stage.FORM);
        assertThat(program.settings().serialLights()).containsExactly(light);
    }

    @Test
    void noLeavesItDarkAndNobodys() {
        tryIt();
        awaitStage(Stage.ASKING);
        person(model::isNotRed);
        awaitShown(DARK);
        assertThat(face().text()).startsWith("It was not added.");
        assertThat(program.settings().serialLights()).isEmpty();
    }

    @Test
    void whoClosesTheWindowInsteadOfAnsweringLeavesItDark() {
        tryIt();
        awaitStage(Stage.ASKING);
        person(model::cancel);
        awaitShown(DARK);
    }

    @Test
    void aBoardThatDoesNotAnswerIsSaidToBeSilentAndCanBeTriedAgain() {
        board.misbehave(SimulatedBoard.Fault.MUTE);
        tryIt();
        awaitStage(Stage.FORM);
        assertThat(face().text()).contains("Nothing that was expected came back.");
        board.misbehave(SimulatedBoard.Fault.NONE);
        tryIt();
        awaitStage(Stage.ASKING);
        assertThat(board.shows()).isEqualTo(RED);
    }

    @Test
    void aPortThatIsNotThereIsSaidToBeGone() {
        cable.close();
        tryIt();
        awaitStage(Stage.FORM);
        assertThat(face().text()).contains("It is not plugged in.");
    }
}
