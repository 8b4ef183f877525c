package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code bin/ampel} under whatever shell, folder and locale it is started. Scripts do what a test's own JVM might not be
 * able to: it has a locale, too.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it is bin\\ampel.cmd")
class LauncherShellTest {

    private static final String FAKE_JAVA = "#!/bin/sh\nprintf '<%s>' \"$@\"\n";

    @TempDir
    private Path folder;

    private record Result(int exit, String said) {}

    /** Runs a script in {@link #folder}, with an environment of its own. */
    private Result sh(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script"), script + "\n");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", file.toString());
        builder.directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("HERE", folder.toString());
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), said.strip());
    }

    /** A script's beginning: Ampel in {@code $into}, with a Java that only says how it was called. */
    private String installed(String into) throws IOException {
        Files.writeString(folder.resolve("fake-java"), FAKE_JAVA);
        return """
                set -e
                into='%s'
                mkdir -p -- "$into/bin" "$into/lib" "$HERE/java 17/bin"
                cp '%s' "./$into/bin/ampel"
                cp '%s' "./$into/lib/jvm.options"
                cp fake-java "$HERE/java 17/bin/java"
                chmod +x "./$into/bin/ampel" "$HERE/java 17/bin/java"
                JAVA_HOME="$HERE/java 17"; export JAVA_HOME
                """.formatted(
                        into,
                        Path.of("packaging/launcher/ampel").toAbsolutePath(),
                        Path.of("packaging/launcher/jvm.options").toAbsolutePath());
    }

    private static Stream<String> shells() {
        return Stream.of(
                        "/bin/sh",
                        "/bin/dash",
                        "/bin/bash",
                        "/bin/busybox sh",
                        "/bin/ksh",
                        "/bin/zsh --emulate sh",
                        "/bin/yash")
                .filter(shell -> Files.isExecutable(Path.of(shell.split(" ")[0])));
    }

    private void assertStarts(String script) throws Exception {
        Result result = sh(script);
        assertThat(result.exit()).as(result.said()).isZero();
        assertThat(result.said())
                .startsWith("<@")
                .contains("/lib/jvm.options>")
                .contains("/lib/*><app.ampel.Main><set><a b><*><@x>")
                .endsWith("<>");
    }

    private static final String TYPED = " set 'a b' '*' @x ''";

    @ParameterizedTest
    @MethodSource("shells")
    void everyShellStartsIt(String shell) throws Exception {
        assertStarts(installed("ampel") + shell + " ampel/bin/ampel" + TYPED);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void whateverIsSetThere(String shell) throws Exception {
        for (String set : List.of(
                "CDPATH=.",
                "CDPATH=.:/tmp",
                "IFS=/",
                "IFS=aeiou",
                "POSIXLY_CORRECT=1",
                "ENV=/nonexistent",
                "BASH_ENV=/nonexistent",
                "AMPEL_JVM_OPTIONS=",
                "MALLOC_ARENA_MAX=")) {
            assertStarts(installed("ampel") + "export " + set + " 2>/dev/null\n" + shell + " ampel/bin/ampel" + TYPED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with blanks  in it",
                "-leading",
                "Büro ➜ 15",
                "$HOME",
                "a*b",
                "a\nb",
                "tail\n",
                "x;y",
                "\"quoted\"",
                "back\\slash"
            })
    void inEveryFolder(String name) throws Exception {
        String script = installed(name);
        assertStarts(script + "\"./$into/bin/ampel\"" + TYPED);
        assertStarts(script + "cd -- \"./$into/bin\"\nPATH=\"$PWD:$PATH\" ampel" + TYPED);
        assertStarts(script + "cd -- \"./$into/bin\"\nsh ampel" + TYPED);
    }

    @Test
    void throughLinksOfEveryKind() throws Exception {
        String script = installed("opt/ampel");
        assertStarts(script + "ln -s \"$HERE/opt/ampel/bin/ampel\" 'a link'\n'./a link'" + TYPED);
        assertStarts(
                script + "mkdir -p l\nln -s ../opt/ampel/bin/ampel l/ampel\nln -s l/ampel second\n./second" + TYPED);
        assertStarts(script + "mkdir -p usr\nln -s \"$HERE/opt/ampel/bin\" usr/sbin\nusr/sbin/ampel" + TYPED);
        assertStarts(script + "mkdir -p far\nln -s \"$HERE/opt/ampel\" far/away\ncd far\naway/bin/ampel" + TYPED);
        assertStarts(script + "ln -s -- opt/ampel/bin/ampel -link\nPATH=\"$PWD:$PATH\" -link" + TYPED);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fromAFolderThatIsGone() throws Exception {
        assertStarts(installed("ampel") + "mkdir gone; cd gone; rmdir ../gone; \"$HERE/ampel/bin/ampel\"" + TYPED
                + " 2>/dev/null");
    }

    @Test
    void whereAFunctionIsCalledCd() throws Exception {
        if (Files.isExecutable(Path.of("/bin/bash"))) {
            assertStarts(installed("ampel")
                    + "cat >other <<'X'\ncd() { builtin cd \"$@\"; echo hello; }\nexport -f cd\nbash ampel/bin/ampel"
                    + TYPED + "\nX\nbash other");
        }
    }

    @Test
    void ownOptionsAreWordsAndNoPatterns() throws Exception {
        Result result =
                sh(installed("ampel") + "export IFS=: AMPEL_JVM_OPTIONS='-Da=* -Db=x:y'\nampel/bin/ampel status");
        assertThat(result.said()).contains("<-Da=*><-Db=x:y><-cp>");
    }

    @Test
    void aColonInTheFolderIsSaid() throws Exception {
        Result result = sh(installed("a:b") + "./a:b/bin/ampel status");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.said()).startsWith("ampel: Java cannot run from a folder that has a colon");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aShellThatSourcesItLivesOn(String shell) throws Exception {
        Result result =
                sh(installed("ampel") + shell + " -c 'cd bin 2>/dev/null; . \"$HERE/ampel/bin/ampel\"; echo alive'");
        assertThat(result.said()).contains("do not source it").endsWith("alive");
    }

    @Test
    void aCopyThatStandsAloneSaysWhatIsMissing() throws Exception {
        Result result = sh(installed("ampel") + "cp ampel/bin/ampel alone\n./alone status");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.said()).startsWith("ampel: the folder lib beside . is missing.");
    }

    @Test
    void noJavaIsSaid() throws Exception {
        Result result = sh(installed("ampel") + "JAVA_HOME=/nonexistent ampel/bin/ampel status");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.said()).isEqualTo("ampel: no Java found. Install Java 17 or newer, or set JAVA_HOME.");
    }

    @Nested
    class WithTheClassesMadeReady {

        private boolean archive(String typed) throws Exception {
            Result result = sh(installed("ampel") + "touch ampel/lib/ampel.jsa\nampel/bin/ampel " + typed);
            assertThat(result.exit()).isZero();
            return result.said().contains("<-XX:SharedArchiveFile=");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "run --headless",
                    "--home x run --headless",
                    "--home=x run --home y --headless",
                    "demo --speed 10 --headless",
                    "-- run --headless"
                })
        void noneWhereNoWindowCanCome(String typed) throws Exception {
            assertThat(archive(typed)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "run",
                    "demo",
                    "status",
                    "--home --headless run",
                    "--home run status --headless",
                    "set busy --message --headless",
                    "lights name x --headless",
                    "help run --headless"
                })
        void elsewhereTheWordIsSomebodysText(String typed) throws Exception {
            assertThat(archive(typed)).isTrue();
        }
    }

    /** The program itself, started by its launcher. */
    @Nested
    @EnabledOnOs(OS.LINUX)
    class InEveryLocale {

        @BeforeEach
        void jar() throws IOException {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
            try (OutputStream out = Files.newOutputStream(folder.resolve("ampel.jar"));
                    JarOutputStream jar = new JarOutputStream(out, manifest)) {
                jar.finish();
            }
        }

        private static String classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .map(entry -> Path.of(entry).toUri().toString())
                    .collect(Collectors.joining(" "));
        }

        private Result ampel(String locale, String typed) throws Exception {
            return sh(installed("Büro") + """
                    cp ampel.jar "$into/lib/ampel.jar"
                    JAVA_HOME='%s'; HOME="$HERE"; export HOME; %s
                    ./Büro/bin/ampel %s
                    """.formatted(System.getProperty("java.home"), locale, typed));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    ":",
                    "export LC_ALL=C",
                    "export LC_ALL=POSIX",
                    "export LANG=C",
                    "export LC_CTYPE=C LANG=C.UTF-8",
                    "export LC_CTYPE=UTF-8",
                    "export LANG=xx_YY.UTF-8",
                    "export LC_ALL=xx_YY",
                    "export LC_TIME=xx_YY.UTF-8 LANG=C.UTF-8",
                    "export LANG=C.UTF-8"
                })
        void lettersArriveWhole(String locale) throws Exception {
            Result result = ampel(locale, "--home \"$HERE/Müller\" lights name 'Grüße ➜ 😀' x || test -d Müller");
            assertThat(result.said()).contains("Grüße ➜ 😀").doesNotContain("LC_ALL");
            assertThat(result.exit()).isZero();
        }

        @Test
        void whereTheyCannotNothingIsDone() throws Exception {
            Result result =
                    sh("LC_ALL=C '%s/bin/java' -cp ampel.jar app.ampel.Main --home here set busy --message Zurück"
                            .formatted(System.getProperty("java.home")));
            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.said()).contains("Set LC_ALL=C.UTF-8");
        }
    }
}
