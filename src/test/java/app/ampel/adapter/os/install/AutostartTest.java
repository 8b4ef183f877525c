package app.ampel.adapter.os.install;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.programs.RealPrograms;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutostartTest {

    @TempDir
    private Path folder;

    private Path launcher;

    @BeforeEach
    void install() throws IOException {
        launcher = install("program");
    }

    private Path install(String where) throws IOException {
        Path made = folder.resolve(where).resolve("bin").resolve("ampel");
        Files.createDirectories(made.getParent());
        return Files.createFile(made);
    }

    @Nested
    class OnLinux {

        private final Map<String, String> env = new HashMap<>();
        private Path entry;

        @BeforeEach
        void look() {
            entry = folder.resolve(".config/autostart/ampel.desktop");
        }

        private Autostart of(Path program, String... arguments) {
            return new Autostart(
                    AutostartFile.xdg("ampel", env, folder), Optional.ofNullable(program), List.of(arguments));
        }

        @Test
        void itIsOffAtFirst() {
            assertThat(of(launcher, "run").isOn()).isFalse();
            assertThat(of(launcher, "run").isPossible()).isTrue();
        }

        @Test
        void switchedOnItIsAnEntryThatStartsThisInstallation() throws IOException {
            assertThat(of(launcher, "run").set(true)).isEqualTo(Autostart.Outcome.DONE);
            assertThat(of(launcher, "run").isOn()).isTrue();
            assertThat(entry)
                    .content()
                    .startsWith("[Desktop Entry]\nType=Application\n")
                    .contains("\nExec=" + launcher + " run\n")
                    .contains("\nX-GNOME-Autostart-enabled=true\n");
            assertThat(entry.getParent()).isDirectoryNotContaining("glob:**.new");
        }

        @Test
        void switchedOnTwiceItIsTheSame() throws IOException {
            of(launcher, "run").set(true);
            String once = Files.readString(entry);
            of(launcher, "run").set(true);
            assertThat(entry).content().isEqualTo(once);
        }

        @Test
        void switchedOffItIsGoneAndTwiceToo() {
            of(launcher, "run").set(true);
            assertThat(of(launcher, "run").set(false)).isEqualTo(Autostart.Outcome.DONE);
            assertThat(entry).doesNotExist();
            assertThat(of(launcher, "run").set(false)).isEqualTo(Autostart.Outcome.DONE);
            assertThat(of(launcher, "run").isOn()).isFalse();
        }

        @Test
        void itLiesWhereTheDesktopSays() {
            env.put("XDG_CONFIG_HOME", folder.resolve("elsewhere").toString());
            of(launcher, "run").set(true);
            assertThat(folder.resolve("elsewhere/autostart/ampel.desktop")).exists();
            assertThat(entry).doesNotExist();
        }

        @Test
        void aPathThatIsNotAbsoluteCountsAsNotThere() {
            env.put("XDG_CONFIG_HOME", "elsewhere");
            of(launcher, "run").set(true);
            assertThat(entry).exists();
        }

        @ParameterizedTest
        @ValueSource(strings = {"my programs", "100% \"new\"", "a$b`c", "back\\slash", "über"})
        void anyFolderIsFoundAgain(String name) throws IOException {
            Path odd = install(name);
            of(odd, "run").set(true);
            Autostart.Entry there =
                    AutostartFile.xdg("ampel", env, folder).read().orElseThrow();
            assertThat(there.launcher()).contains(odd);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/a\nHidden=true", "/a\rb", "/a\tb", "/a\u0085b", "/a\u2028b", "/a\u0000b"})
        void whatWouldEndTheLineIsRefusedAndWhatWasThereStays(String odd) throws IOException {
            of(launcher, "run").set(true);
            String before = Files.readString(entry);
            assertThat(of(launcher, "--home", odd, "run").set(true)).isEqualTo(Autostart.Outcome.FAILED);
            assertThat(entry).hasContent(before);
        }

        /** Whoever starts it looks for the program before reading %% as %. */
        @Test
        void aProgramWithAPercentSignIsStartedByAnother() throws IOException {
            of(Path.of("/opt/100% sure/ampel"), "run").set(true);
            assertThat(entry).content().contains("\nExec=/usr/bin/env \"/opt/100%% sure/ampel\" run\n");
        }

        /** By the specification: first the text's own escapes, then the quotes of the command. */
        @Test
        void oddCharactersAreEscapedTwice() throws IOException {
            of(Path.of("/a $b"), "--home", "/c d", "run").set(true);
            assertThat(entry).content().contains("\nExec=\"/a \\\\$b\" --home \"/c d\" run\n");
        }

        @Test
        void whatTheDesktopHasSwitchedOffIsOff() throws IOException {
            of(launcher, "run").set(true);
            String on = Files.readString(entry);
            Files.writeString(entry, on.replace("enabled=true", "enabled=false"));
            assertThat(of(launcher, "run").isOn()).isFalse();
            Files.writeString(entry, on + "Hidden=true\n");
            assertThat(of(launcher, "run").isOn()).isFalse();
            of(launcher, "run").set(true);
            assertThat(of(launcher, "run").isOn()).isTrue();
        }

        @Test
        void anInstallationThatHasMovedIsFollowed() throws IOException {
            of(launcher, "run").set(true);
            Path moved = install("moved");
            Files.delete(launcher);
            of(moved, "run").repair();
            assertThat(entry).content().contains("\nExec=" + moved + " run\n");
        }

        @Test
        void itIsKnownWhichProgramIsGone() throws IOException {
            of(launcher, "run").set(true);
            assertThat(of(launcher, "run").entry().orElseThrow().gone()).isEmpty();
            Files.delete(launcher);
            assertThat(of(launcher, "run").entry().orElseThrow().gone()).contains(launcher);
        }

        @Test
        void anotherInstallationThatIsStillThereStays() throws IOException {
            of(launcher, "run").set(true);
            of(install("another"), "run").repair();
            assertThat(entry).content().contains("\nExec=" + launcher + " run\n");
        }

        @Test
        void whatIsOffIsNotRepaired() throws IOException {
            of(launcher, "run").repair();
            assertThat(entry).doesNotExist();
        }

        @Test
        void aProgramInItsBuildCannotBeStartedTomorrow() {
            assertThat(of(null, "run").isPossible()).isFalse();
            assertThat(of(null, "run").set(true)).isEqualTo(Autostart.Outcome.NOT_INSTALLED);
            assertThat(of(null, "run").set(false)).isEqualTo(Autostart.Outcome.DONE);
            assertThat(entry).doesNotExist();
        }

        @Test
        void itSaysWhenTheEntryCannotBeWritten() throws IOException {
            Files.writeString(folder.resolve(".config"), "a file where a folder should be");
            assertThat(of(launcher, "run").set(true)).isEqualTo(Autostart.Outcome.FAILED);
            assertThat(of(launcher, "run").isOn()).isFalse();
        }
    }

    @Nested
    class OnMacos {

        @Test
        void aControlCharacterIsRefused() {
            Autostart odd = new Autostart(
                    AutostartFile.launchAgent("ampel", folder), Optional.of(launcher), List.of("--home", "/a\u0001b"));
            assertThat(odd.set(true)).isEqualTo(Autostart.Outcome.FAILED);
        }

        private Autostart.Place place() {
            return AutostartFile.launchAgent("ampel", folder);
        }

        @Test
        void itIsALaunchAgentThatRunsAtLogin() throws IOException {
            Path odd = Path.of("/Applications/A & B/ampel");
            assertThat(new Autostart(place(), Optional.of(odd), List.of("run")).set(true))
                    .isEqualTo(Autostart.Outcome.DONE);
            assertThat(folder.resolve("Library/LaunchAgents/app.ampel.ampel.plist"))
                    .content()
                    .contains("<string>/Applications/A &amp; B/ampel</string>\n    <string>run</string>")
                    .contains("<key>RunAtLoad</key>\n  <true/>");
            assertThat(place().read().orElseThrow().launcher()).contains(odd);
            assertThat(new Autostart(place(), Optional.of(odd), List.of("run")).isOn())
                    .isTrue();
        }
    }

    @Nested
    class OnWindows {

        /** What reg.exe prints on a German Windows, in its code page 850; recorded by hand, tried on no Windows. */
        @Test
        void aPathWithUmlautsIsReadInTheLettersThatWindowsPrintsIn() throws IOException {
            byte[] printed =
                    "\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\r\n    ampel    REG_SZ    \"C:\\Users\\J?rg\\ampel.exe\" \"run\"\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < printed.length; i++) {
                printed[i] = printed[i] == '?' ? (byte) 0x94 : printed[i];
            }
            String read = new String(printed, Charset.forName("cp850"));
            RunKey key = new RunKey(
                    "ampel",
                    command -> command.contains("query") && command.get(2).endsWith("\\Run")
                            ? Optional.of(read)
                            : Optional.empty());
            assertThat(key.read().flatMap(Autostart.Entry::launcher)).contains(Path.of("C:\\Users\\Jörg\\ampel.exe"));
        }

        @Test
        void whatIsPutOnTheClipboardIsUnicodeWithItsMark() {
            assertThat(RealPrograms.input(OperatingSystem.WINDOWS, "ö"))
                    .isEqualTo(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xF6, 0});
            assertThat(RealPrograms.input(OperatingSystem.LINUX, "ö")).isEqualTo(new byte[] {(byte) 0xC3, (byte) 0xB6});
        }

        private static final String RUN = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";

        private final List<List<String>> asked = new ArrayList<>();
        private final Map<String, String> registry = new HashMap<>();
        private final Autostart.Place place = new RunKey("ampel", this::reg);

        private Optional<String> reg(List<String> command) {
            asked.add(command);
            return command.get(1).equals("query") ? Optional.ofNullable(registry.get(command.get(2))) : Optional.of("");
        }

        private Autostart autostart(String program) {
            return new Autostart(place, Optional.of(Path.of(program)), List.of("run"));
        }

        @Test
        void itIsAValueOfTheRunKey() {
            assertThat(autostart("C:\\A B\\ampelw.cmd").set(true)).isEqualTo(Autostart.Outcome.DONE);
            assertThat(asked.get(0))
                    .containsExactly(
                            "reg",
                            "add",
                            RUN,
                            "/v",
                            "ampel",
                            "/t",
                            "REG_SZ",
                            "/d",
                            "\\\"C:\\A B\\ampelw.cmd\\\" \\\"run\\\"",
                            "/f");
        }

        @Test
        void whatIsThereIsRead() throws IOException {
            assertThat(autostart("x").isOn()).isFalse();
            registry.put(RUN, "\r\n" + RUN + "\r\n    ampel    REG_SZ    \"C:\\A B\\ampelw.cmd\" \"run\"\r\n\r\n");
            assertThat(autostart("x").isOn()).isTrue();
            assertThat(place.read().orElseThrow().launcher()).contains(Path.of("C:\\A B\\ampelw.cmd"));
        }

        @Test
        void whatTheTaskManagerHasSwitchedOffIsOff() {
            registry.put(RUN, "    ampel    REG_SZ    \"C:\\ampelw.cmd\" \"run\"\r\n");
            String approved = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run";
            registry.put(approved, "    ampel    REG_BINARY    030000001122\r\n");
            assertThat(autostart("x").isOn()).isFalse();
            registry.put(approved, "    ampel    REG_BINARY    020000000000\r\n");
            assertThat(autostart("x").isOn()).isTrue();
        }

        @Test
        void whatWindowsWouldCutOffIsRefused() {
            assertThat(autostart("C:\\" + "a".repeat(260)).set(true)).isEqualTo(Autostart.Outcome.FAILED);
            assertThat(asked).isEmpty();
        }
    }

    @Nested
    class TheInstallation {

        @Test
        void startsWithTheLauncherBesideItsLibraries() throws IOException {
            assertThat(launcher.toFile().setExecutable(true)).isTrue();
            Path jar = folder.resolve("program/lib/ampel.jar");
            assertThat(Installation.launcher(jar, OperatingSystem.LINUX)).contains(launcher);
        }

        @Test
        void hasNoLauncherInItsBuild() {
            assertThat(Installation.launcher(folder.resolve("target/classes"), OperatingSystem.LINUX))
                    .isEmpty();
            assertThat(Installation.of(AutostartTest.class).launcher()).isEmpty();
        }

        @Test
        void canBeStartedFromItsBuildAllTheSame() throws Exception {
            Optional<Process> started = new Installation(
                            Optional.empty(),
                            List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString()))
                    .start("--version");
            assertThat(started.orElseThrow().waitFor()).isZero();
        }

        @Test
        void saysWhenItCannotBeStarted() {
            assertThat(new Installation(Optional.of(folder.resolve("nothing")), List.of()).start("run"))
                    .isEmpty();
        }
    }
}
