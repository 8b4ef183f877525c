package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Our reference firmware, running on a simulated ATmega328P behind a pseudo terminal; see
 * firmware-notes/firmware/sim/simulator.c. What it shows is read off the LED's pin.
 */
final class SimulatedUno implements AutoCloseable {

    private static final Path SOURCES = Path.of("firmware-notes/firmware");
    private static final Path BUILT = Path.of("target/firmware").toAbsolutePath();

    private final Path port;
    private final Process simulator;
    private final List<JsonNode> events = new ArrayList<>();

    /** @param led {@code ws2812} or {@code rgb} */
    SimulatedUno(Path port, String led) throws IOException {
        this.port = port;
        simulator = new ProcessBuilder(
                        BUILT.resolve("simulator").toString(),
                        BUILT.resolve("uno-" + led + ".elf").toString(),
                        port.toString(),
                        led)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread reader = new Thread(this::listen, "simulator");
        reader.setDaemon(true);
        reader.start();
        await().until(() -> Files.exists(port));
    }

    /** Needs gcc, avr-gcc, Arduino's core and libsimavr, as the Makefile says. */
    static void build() throws IOException, InterruptedException {
        Process make = new ProcessBuilder("make", "-s", "-C", SOURCES.toString(), "BUILD=" + BUILT, "sim")
                .redirectErrorStream(true)
                .start();
        String said = new String(make.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(make.waitFor()).as(said).isZero();
    }

    private void listen() {
        try (BufferedReader lines = simulator.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode event =
                        Json.read(line.getBytes(StandardCharsets.UTF_8)).orElseThrow();
                synchronized (events) {
                    events.add(event);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path port() {
        return port;
    }

    /** See simulator.c. */
    void tell(String command) throws IOException {
        simulator.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        simulator.getOutputStream().flush();
    }

    private List<String> told(String event, String member) {
        synchronized (events) {
            return events.stream()
                    .filter(it -> it.path("event").asText().equals(event))
                    .map(it -> it.path(member).asText())
                    .toList();
        }
    }

    /** Every colour that the LED has shown so far, the last one last. */
    List<String> colours() {
        return told("led", "colour");
    }

    String colour() {
        List<String> all = colours();
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    /** How often the cable was pulled. */
    int unplugged() {
        return told("unplugged", "").size();
    }

    /** How many lines of the board's were held back. */
    int held() {
        return told("held", "").size();
    }

    /** What a WS2812 would not have understood. */
    List<String> badWaves() {
        return told("bad-wave", "bits");
    }

    @Override
    public void close() throws IOException {
        simulator.getOutputStream().close();
        simulator.onExit().join();
    }
}
