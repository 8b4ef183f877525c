package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.Fork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The rule: without a running program each command about lights loads no more than it needs. */
@EnabledOnOs(OS.LINUX)
class LightsAloneTest {

    private static final List<String> DEVICES = List.of(
            "org.hid4java.",
            "com.fazecast.",
            "com.sun.jna.",
            "app.ampel.light.hid.",
            "app.ampel.service.lights.manager.LightManager");

    private static final List<String> FOREIGN = List.of("com.microsoft.", "okhttp3.", "javafx.", "java.awt.");

    @TempDir
    private Path folder;

    private Fork.Result run(String... arguments) throws Exception {
        Path home = folder.resolve("home");
        return Fork.run(
                List.of("-Xlog:class+load"),
                Map.of(
                        "AMPEL_HOME",
                        home.toString(),
                        "XDG_RUNTIME_DIR",
                        folder.resolve("run").toString()),
                Main.class,
                arguments);
    }

    private static List<String> loaded(Fork.Result result, List<String> prefixes) {
        assertThat(result.output()).contains("app.ampel.face.cli.Cli");
        return result.output()
                .lines()
                .filter(line -> line.contains("[class,load]"))
                .filter(line -> prefixes.stream().anyMatch(prefix -> line.contains(" " + prefix)))
                .toList();
    }

    @Test
    void portsAreListedWithoutAnyDevicesLibrary() throws Exception {
        Fork.Result result = run("lights", "ports");
        assertThat(result.exit()).isZero();
        assertThat(loaded(result, DEVICES)).isEmpty();
        assertThat(loaded(result, FOREIGN)).isEmpty();
    }

    @Test
    void rulesArePrintedWithoutAnyDevicesLibrary() throws Exception {
        Fork.Result result = run("lights", "udev");
        assertThat(result.exit()).isZero();
        assertThat(result.output()).contains("idVendor");
        assertThat(loaded(result, DEVICES)).isEmpty();
        assertThat(loaded(result, FOREIGN)).isEmpty();
    }

    @Test
    void aLightIsLookedForWithoutMicrosoftOrAWindowAndIsNotDriven() throws Exception {
        Fork.Result result = run("lights", "off", "blink1:nowhere");
        assertThat(result.output()).contains("There is no light \"blink1:nowhere\"");
        assertThat(loaded(
                        result,
                        List.of(
                                "com.fazecast.jSerialComm.SerialPort ",
                                "app.ampel.service.lights.manager.LightManager")))
                .isEmpty();
        assertThat(loaded(result, FOREIGN)).isEmpty();
        assertThat(folder.resolve("home/settings.json")).doesNotExist();
    }

    @Test
    void aSerialLightIsAddedForgottenAndKeptInTheSettings() throws Exception {
        Path port = Files.createFile(folder.resolve("light"));
        assertThat(run("lights", "add", port.toString(), "--yes").exit()).isZero();
        assertThat(Files.readString(folder.resolve("home/settings.json"))).contains("serial:" + port);
        Fork.Result forgotten = run("lights", "forget", "serial:" + port);
        assertThat(forgotten.exit()).isZero();
        assertThat(loaded(forgotten, DEVICES)).isEmpty();
        assertThat(Files.readString(folder.resolve("home/settings.json"))).doesNotContain(port.toString());
    }
}
