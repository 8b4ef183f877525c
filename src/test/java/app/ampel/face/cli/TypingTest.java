package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.face.control.ControlServer;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.FakeServices;
import app.ampel.face.control.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.ParserSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A word is what was typed and nothing else, for every command that there is. */
class TypingTest {

    private final Home home = new Home();
    private final Typed typed = new Typed(home.folders());

    @AfterEach
    void remove() {
        home.close();
    }

    /** Every command and what stands under it, as the program makes them. */
    private static Stream<CommandLine> commands() {
        try (Home anywhere = new Home()) {
            return below(new Typed(anywhere.folders()).cli().commands(List.of())).stream();
        }
    }

    private static List<CommandLine> below(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(sub -> all.addAll(below(sub)));
        return all;
    }

    /** The word as it is typed, with its command and whatever else that needs. */
    private static List<String> line(CommandLine command, ArgSpec given, String word) {
        List<String> line =
                new ArrayList<>(List.of(command.getCommandSpec().qualifiedName().split(" ")));
        line.remove(0);
        for (PositionalParamSpec each : command.getCommandSpec().positionalParameters()) {
            line.add(each == given ? word : "x");
        }
        if (given instanceof OptionSpec option) {
            line.add(option.longestName() + "=" + word);
        }
        return line;
    }

    private static boolean takesAWord(ArgSpec arg) {
        return arg.arity().max() > 0;
    }

    @Test
    void thereAreAllOfThem() {
        assertThat(commands().map(command -> command.getCommandSpec().qualifiedName()))
                .hasSizeGreaterThan(25)
                .contains("ampel", "ampel set", "ampel lights correct", "ampel sign-in");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noSwitchIsOnThatNobodyAskedFor(CommandLine command) {
        ParserSpec parser = command.getCommandSpec().parser();
        assertThat(List.of(
                        parser.expandAtFiles(),
                        parser.abbreviatedOptionsAllowed(),
                        parser.abbreviatedSubcommandsAllowed(),
                        parser.caseInsensitiveEnumValuesAllowed(),
                        parser.posixClusteredShortOptionsAllowed(),
                        parser.overwrittenOptionsAllowed(),
                        parser.toggleBooleanFlags(),
                        parser.trimQuotes(),
                        parser.unmatchedArgumentsAllowed(),
                        parser.unmatchedOptionsArePositionalParams(),
                        parser.stopAtPositional(),
                        parser.stopAtUnmatched(),
                        command.isInterpolateVariables(),
                        command.isOptionsCaseInsensitive(),
                        command.isSubcommandsCaseInsensitive()))
                .containsOnly(false);
        assertThat(command.getDefaultValueProvider()).isNull();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyWordArrivesAsItWasTyped(CommandLine command) throws IOException {
        Path file = Files.writeString(home.folder().resolve("secret"), "hunter2");
        for (String word :
                List.of("@" + file, "${sys:user.name}", "'quoted'", "\"quoted\"", "-5m", "--for", "--help")) {
            for (ArgSpec arg : command.getCommandSpec().args()) {
                if (takesAWord(arg) && !(word.startsWith("-") && arg.isPositional())) {
                    assertArrives(command, arg, word);
                }
            }
        }
    }

    private void assertArrives(CommandLine command, ArgSpec arg, String word) {
        CommandLine fresh = typed.cli().commands(List.of());
        List<String> line = line(command, arg, word);
        CommandLine.ParseResult parsed = fresh.parseArgs(line.toArray(String[]::new));
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        CommandSpec spec = parsed.commandSpec();
        ArgSpec there = arg instanceof OptionSpec option
                ? spec.findOption(option.longestName())
                : spec.positionalParameters()
                        .get(((PositionalParamSpec) arg).index().min());
        assertThat(String.valueOf(there.<Object>getValue())).as("%s", line).contains(word);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noCommandIsBegunWithAWordThatLostItsLetters(CommandLine command) {
        for (String word : List.of("B\ufffd\ufffdro", "half \ud83d", "\ude00")) {
            for (ArgSpec arg : command.getCommandSpec().args()) {
                if (takesAWord(arg)) {
                    String[] line = line(command, arg, word).toArray(String[]::new);
                    assertThat(typed.ampel(line)).as("%s", List.of(line)).isEqualTo(ExitCode.USAGE);
                    assertThat(typed.err()).contains("Set LC_ALL=C.UTF-8");
                }
            }
        }
        assertThat(home.folders().home()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help set",
                "set --help",
                "-- set --help",
                "--home x help set",
            })
    void helpCanBeAskedForInEveryWay(String line) {
        assertThat(typed.ampel(line.split(" "))).isZero();
        assertThat(typed.out()).contains("Usage: ampel set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lights help", "help lights", "lights --help"})
    void alsoWhereCommandsStandUnderOne(String line) {
        assertThat(typed.ampel(line.split(" "))).isZero();
        assertThat(typed.out()).contains("Usage: ampel lights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h", "-- --help"})
    void soCanThatOfAll(String line) {
        assertThat(typed.ampel(line.split(" "))).isZero();
        assertThat(typed.out()).contains("Usage: ampel ", "Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version", "-V"})
    void andTheVersion(String line) {
        assertThat(typed.ampel(line)).isZero();
        assertThat(typed.out()).startsWith("ampel ");
    }

    @Nested
    class WithAProgramThatRuns {

        private final FakeServices host = new FakeServices(home.folders());
        private InstanceLock lock;
        private ControlServer server;

        @BeforeEach
        void start() throws Exception {
            lock = InstanceLock.tryTake(home.folders()).orElseThrow();
            server = ControlServer.start(
                    HomeSocket.listen(home.folders(), lock), host.services(), Home.words(), () -> ZoneOffset.UTC);
        }

        @AfterEach
        void stop() {
            server.close();
            lock.close();
        }

        private String noteOf(String... line) {
            assertThat(typed.ampel(line)).as(typed.err()).isZero();
            return host.engine.told.toString();
        }

        @Test
        void aNoteIsNeverAFilesContent() throws IOException {
            Path file = Files.writeString(home.folder().resolve("team"), "hunter2-password");
            assertThat(noteOf("set", "busy", "--message", "@" + file))
                    .contains("@" + file)
                    .doesNotContain("hunter2");
        }

        @Test
        void whatStandsAfterAnEqualsSignIsTheNote() {
            assertThat(noteOf("set", "busy", "--message=--for")).contains("Optional[--for]");
        }

        @Test
        void twoHyphensBeforeACommandSayNothing() {
            assertThat(typed.ampel("--", "status")).isZero();
            assertThat(typed.ampel("lights", "--", "ports")).isZero();
            assertThat(typed.ampel("set", "--", "busy")).isZero();
        }
    }
}
