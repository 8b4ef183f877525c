package app.ampel.build;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.face.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Manual page and completion know every command, every option and every word to choose from, each where it belongs. That the
 * programs which read them take them is for the gate, where those are.
 */
class DescribedCommandsTest {

    private static final String ENGLISH = "man/man1/ampel.1";
    private static final String GERMAN = "man/de/man1/ampel.1";

    @TempDir
    private Path share;

    private final Described ampel = Described.of(Cli.model(Locale.ENGLISH));

    @BeforeEach
    void make() throws IOException {
        new MakeManual(share).make();
    }

    private String read(String name) throws IOException {
        return Files.readString(share.resolve(name));
    }

    /** From what begins with {@code from} to before what begins with {@code to}. */
    private static String part(String text, String from, String to) {
        int begin = text.indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        int end = text.indexOf(to, begin + from.length());
        return text.substring(begin, end < 0 ? text.length() : end);
    }

    @Test
    void describesMoreThanAFewCommands() {
        assertThat(ampel.all()).hasSizeGreaterThan(20);
        assertThat(ampel.all().flatMap(command -> command.parameters().stream()))
                .hasSizeGreaterThan(10);
    }

    @Nested
    class TheManualPage {

        @ParameterizedTest
        @ValueSource(strings = {ENGLISH, GERMAN})
        void hasEachCommandWithItsOwnOptionsAndParameters(String page) throws IOException {
            String text = read(page);
            ampel.all().skip(1).forEach(command -> {
                String section = part(text, ".SS \"ampel " + ManualPage.escaped(command.path(" ")) + "\"\n", "\n.S");
                command.options().stream()
                        .filter(option -> !option.inherited())
                        .flatMap(option -> command.names(option).stream())
                        .forEach(name -> assertThat(section).contains("\\fB" + ManualPage.escaped(name) + "\\fR"));
                command.parameters()
                        .forEach(parameter -> assertThat(section)
                                .contains("\n.I " + ManualPage.escaped(parameter.paramLabel()) + "\n"));
            });
            String common = part(text, ".SH OPTION", "\n.SH ");
            ampel.options()
                    .forEach(option -> assertThat(common).contains(ManualPage.escaped(option.longestName()) + "\\fR"));
        }

        @Test
        void saysOfEachOptionWhatItsHelpSays() throws IOException {
            String text = read(ENGLISH)
                    .lines()
                    .map(DescribedCommandsTest::shown)
                    .reduce("", (all, line) -> all + line + "\n");
            assertThat(ampel.all().flatMap(DescribedCommandsTest::arguments))
                    .allSatisfy(argument -> assertThat(text).contains("\n" + Described.text(argument) + "\n"));
        }

        @Test
        void isGermanForGermans() throws IOException {
            assertThat(read(GERMAN))
                    .contains(".SH BEZEICHNUNG", ".SH BEFEHLE", "\\[u00FC]")
                    .doesNotContain("Shows");
            assertThat(read(ENGLISH)).contains(".SH NAME", ".SH COMMANDS", "Shows");
        }

        /** Groff says of a macro or an escape that it does not know nothing, and shows nothing. */
        @ParameterizedTest
        @ValueSource(strings = {ENGLISH, GERMAN})
        void usesNothingThatReadersOfManualPagesDoNotKnow(String page) throws IOException {
            List<String> lines = read(page).lines().toList();
            assertThat(lines.get(0)).startsWith(".TH AMPEL 1 ");
            assertThat(lines).allMatch(line -> !line.isBlank() && line.chars().allMatch(c -> c < 128));
            assertThat(lines.stream().filter(line -> line.startsWith(".") || line.startsWith("'")))
                    .allMatch(line -> line.matches("\\.(TH|SH|SS|B|I) .+|\\.(PP|TP|RE|nf|fi)|\\.RS 4"));
            assertThat(lines)
                    .allMatch(
                            line -> line.replaceAll("\\\\(?:[e&-]|\\((?:dq|aq|ga|ha|ti)|f[BIR]|\\[u[0-9A-F]{4,}])", "")
                                            .indexOf('\\')
                                    < 0);
            assertThat(lines.stream().filter(".nf"::equals))
                    .hasSameSizeAs(lines.stream().filter(".fi"::equals).toList());
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).equals(".TP")) {
                    assertThat(lines.get(i + 2)).as(lines.get(i + 1)).doesNotStartWith(".");
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {".so x", "'tis", "a\\nb", "-h, \"x\" `y` ~^", "für 5 °", "\\", "#rrggbb {r}"})
        void showsEveryTextAsItIs(String text) {
            assertThat(ManualPage.escaped(text)).doesNotStartWith(".").doesNotStartWith("'");
            assertThat(shown(ManualPage.escaped(text))).isEqualTo(text);
        }
    }

    @Nested
    class Completion {

        @Test
        void forBashKnowsAllOfACommandInItsFunction() throws IOException {
            String text = read("bash-completion/completions/ampel");
            ampel.all().forEach(command -> {
                String name = command.spec().qualifiedName("_").replace("-", "");
                String function = part(text, "\nfunction _picocli_" + name + "() {", "\n}\n");
                assertThat(function)
                        .contains("local commands=\""
                                + String.join(
                                        " ",
                                        command.commands().stream()
                                                .map(Described::name)
                                                .toList())
                                + "\"");
                command.options()
                        .forEach(option -> assertThat(function)
                                .contains(Stream.of(option.names())
                                        .map(it -> "'" + it + "'")
                                        .toList()));
                words(command).forEach(word -> assertThat(function).contains("\"" + word + "\""));
            });
        }

        @Test
        void forZshKnowsAllOfACommandInItsFunction() throws IOException {
            String text = read("zsh/site-functions/_ampel");
            assertThat(text).startsWith("#compdef ampel\n");
            ampel.all().forEach(command -> {
                String name = command.path("_").isEmpty() ? "" : "_" + command.path("_");
                String function = part(text, "\n_ampel" + name + "() {", "\n}\n");
                names(command).forEach(option -> assertThat(function).containsPattern("\n    '" + option + "[=+]?\\["));
                command.commands()
                        .forEach(below -> assertThat(function)
                                .contains(
                                        "\n        '" + below.name() + ":",
                                        "\n        " + below.name() + ") _ampel" + name + "_" + below.name() + " "));
                assertThat(function.lines().filter(line -> line.matches("    '[1-9]:.*")))
                        .hasSize(command.parameters().size()
                                + (command.commands().isEmpty() ? 0 : 1));
                words(command)
                        .forEach(word -> assertThat(function).containsPattern("[( ]" + Pattern.quote(word) + "[ )]"));
            });
        }

        @Test
        void forFishKnowsAllOfACommandWhereItIsTyped() throws IOException {
            List<String> lines =
                    read("fish/vendor_completions.d/ampel.fish").lines().toList();
            ampel.all().forEach(command -> {
                String at = "complete -c ampel -n '__ampel_at " + command.path(" ") + "' ";
                List<String> here = lines.stream()
                        .filter(line -> line.startsWith(at))
                        .map(line -> line.substring(at.length()))
                        .toList();
                names(command)
                        .map(name -> name.replaceFirst("^--", "-l ").replaceFirst("^-(\\w)$", "-s $1"))
                        .forEach(option -> assertThat(here).anyMatch(begins(option + " ")));
                command.commands().forEach(below -> assertThat(here).anyMatch(begins("-a " + below.name() + " ")));
                words(command)
                        .forEach(word -> assertThat(here)
                                .anyMatch(line -> line.matches(".*-a '(.* )?" + Pattern.quote(word) + "( .*)?'.*")));
            });
        }

        @Test
        void leavesNoQuoteOpenWhateverATextSays() {
            CommandLine hostile = new CommandLine(CommandSpec.create()
                    .name("ampel")
                    .addOption(OptionSpec.builder("--odd")
                            .description("It's [\"a\"] \\ $(b)")
                            .build()));
            assertThat(new FishCompletion(hostile).text()).contains(" -d 'It\\'s [\"a\"] \\\\ $(b)'\n");
            assertThat(new ZshCompletion(hostile).text()).contains("'--odd[It'\\''s \\[\"a\"\\] \\\\ $(b)]' \\\n");
        }

        private static Predicate<String> begins(String with) {
            return line -> line.startsWith(with);
        }

        private static Stream<String> names(Described command) {
            return command.options().stream().flatMap(option -> command.names(option).stream());
        }

        private static Stream<String> words(Described command) {
            return arguments(command).flatMap(argument -> Described.candidates(argument).stream());
        }
    }

    private static Stream<ArgSpec> arguments(Described command) {
        return Stream.concat(command.options().stream(), command.parameters().stream());
    }

    /** What a reader sees of a line of text. */
    private static String shown(String line) {
        Matcher escapes =
                Pattern.compile("\\\\(e|&|-|\\(..|f.|\\[u([0-9A-F]+)])").matcher(line);
        return escapes.replaceAll(escape -> Matcher.quoteReplacement(
                switch (escape.group(1)) {
                    case "e" -> "\\";
                    case "-" -> "-";
                    case "(dq" -> "\"";
                    case "(aq" -> "'";
                    case "(ga" -> "`";
                    case "(ha" -> "^";
                    case "(ti" -> "~";
                    default -> escape.group(2) == null ? "" : Character.toString(Integer.parseInt(escape.group(2), 16));
                }));
    }
}
