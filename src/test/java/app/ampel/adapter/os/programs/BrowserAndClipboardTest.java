package app.ampel.adapter.os.programs;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.OperatingSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BrowserAndClipboardTest {

    private static final URI PAGE = URI.create("https://microsoft.com/devicelogin?a=b&c=$(x)");

    private final List<List<String>> started = new ArrayList<>();

    private Programs only(String... there) {
        return (command, input, wait) -> {
            boolean found = List.of(there).contains(command.get(0));
            if (found) {
                started.add(command);
            }
            return found;
        };
    }

    @Nested
    class TheBrowser {

        @Test
        void isOpenedWithTheOperatingSystemsOwnProgramAndNoShell() {
            assertThat(new Browser(OperatingSystem.LINUX, Map.of("DISPLAY", ":0"), only("xdg-open")).open(PAGE))
                    .isTrue();
            assertThat(new Browser(OperatingSystem.MACOS, Map.of(), only("open")).open(PAGE))
                    .isTrue();
            assertThat(new Browser(OperatingSystem.WINDOWS, Map.of(), only("rundll32")).open(PAGE))
                    .isTrue();
            assertThat(started)
                    .containsExactly(
                            List.of("xdg-open", PAGE.toString()),
                            List.of("open", PAGE.toString()),
                            List.of("rundll32", "url.dll,FileProtocolHandler", PAGE.toString()));
        }

        @Test
        void isNotOpenedWhereNobodySeesIt() {
            assertThat(new Browser(OperatingSystem.LINUX, Map.of(), only("xdg-open")).open(PAGE))
                    .isFalse();
            assertThat(new Browser(OperatingSystem.MACOS, Map.of("SSH_CONNECTION", "x"), only("open")).open(PAGE))
                    .isFalse();
            assertThat(started).isEmpty();
        }

        @Test
        @DisabledOnOs(OS.WINDOWS)
        void isWorthTryingWhereThereIsADisplayAndSomethingToOpenPagesWith(@TempDir Path folder) throws IOException {
            Map<String, String> here = Map.of("DISPLAY", ":0", "PATH", "/nowhere:" + folder);
            assertThat(new Browser(OperatingSystem.LINUX, here, only()).canOpen())
                    .isFalse();
            Path opener = Files.createFile(folder.resolve("xdg-open"));
            assertThat(opener.toFile().setExecutable(true)).isTrue();
            assertThat(new Browser(OperatingSystem.LINUX, here, only()).canOpen())
                    .isTrue();
            assertThat(new Browser(OperatingSystem.LINUX, Map.of("PATH", folder.toString()), only()).canOpen())
                    .isFalse();
        }

        @Test
        void isNotOpenedForAnythingButAPage() {
            Browser browser = new Browser(OperatingSystem.LINUX, Map.of("WAYLAND_DISPLAY", "w"), only("xdg-open"));
            assertThat(browser.open(URI.create("file:///etc/passwd"))).isFalse();
            assertThat(browser.open(URI.create("--help"))).isFalse();
            assertThat(started).isEmpty();
        }
    }

    @Nested
    class TheClipboard {

        @Test
        void isFilledByTheFirstProgramThatIsThere() {
            Map<String, String> both = Map.of("WAYLAND_DISPLAY", "w", "DISPLAY", ":0");
            assertThat(new Clipboard(OperatingSystem.LINUX, both, only("xsel", "wl-copy")).copy("x"))
                    .isTrue();
            assertThat(new Clipboard(OperatingSystem.LINUX, both, only("xsel")).copy("x"))
                    .isTrue();
            assertThat(started).containsExactly(List.of("wl-copy"), List.of("xsel", "--clipboard", "--input"));
        }

        @Test
        void isNotThereWithoutADisplay() {
            assertThat(new Clipboard(OperatingSystem.LINUX, Map.of(), only("xclip", "wl-copy")).copy("x"))
                    .isFalse();
        }
    }

    @Nested
    @DisabledOnOs(OS.WINDOWS)
    class ARealProgram {

        @Test
        void isGivenTheText(@TempDir Path folder) {
            Path copy = folder.resolve("copy");
            assertThat(Programs.real().start(List.of("tee", copy.toString()), "ABCD-EFGH", true))
                    .isTrue();
            assertThat(copy).hasContent("ABCD-EFGH");
        }

        @Test
        void thatFailsOrIsNotThereIsSaidSo() {
            assertThat(Programs.real().start(List.of("false"), "", true)).isFalse();
            assertThat(Programs.real().start(List.of("no-such-program-here"), "", false))
                    .isFalse();
        }

        @Test
        void thatHangsIsGivenUp() {
            assertThat(Programs.real().start(List.of("sleep", "60"), "", true)).isFalse();
        }
    }
}
