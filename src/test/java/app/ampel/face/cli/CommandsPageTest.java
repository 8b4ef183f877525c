package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.face.control.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the manual says of the commands is what their help says. */
class CommandsPageTest {

    private static final Pattern OPTION = Pattern.compile("--(?:\\[no-])?([a-z][a-z-]+)");
    private static final Pattern LISTED = Pattern.compile("^  ([a-z][a-z-]*)  +\\S", Pattern.MULTILINE);

    private final Home home = new Home();
    private Typed typed;
    private String commands;
    private String exitCodes;

    @BeforeEach
    void read() throws IOException {
        typed = new Typed(home.folders());
        String page = Files.readString(Path.of("packaging/manual/commands.md"));
        commands = part(page, "# Commands", "## Exit codes");
        exitCodes = part(page, "## Exit codes", "## `ampel status --json`");
    }

    @AfterEach
    void clean() {
        home.close();
    }

    private static String part(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    private String help(String... command) {
        String[] arguments =
                Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new);
        assertThat(typed.ampel(arguments)).isZero();
        return typed.out();
    }

    private static Set<String> listed(String help) {
        int from = help.indexOf("Commands:");
        int to = help.indexOf("Exit codes:");
        return from < 0
                ? Set.of()
                : LISTED.matcher(help.substring(from, to < 0 ? help.length() : to))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The commands as they are typed, with the options of each. */
    private Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new TreeMap<>();
        for (String command : listed(help())) {
            all.put(command, options(help(command)));
            listed(help(command)).forEach(sub -> all.put(command + " " + sub, options(help(command, sub))));
        }
        return all;
    }

    private static Set<String> options(String help) {
        String usage = help.substring(0, help.indexOf("\n\n") < 0 ? help.length() : help.indexOf("\n\n"));
        return OPTION.matcher(usage)
                .results()
                .map(match -> match.group(1))
                .filter(option -> !Set.of("home", "help", "version").contains(option))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> rows() {
        return commands.lines().filter(line -> line.startsWith("| `")).toList();
    }

    @Test
    void namesEveryCommandWithItsOptions() {
        Map<String, Set<String>> all = all();
        assertThat(all).hasSizeGreaterThan(15);
        all.forEach((command, options) -> assertThat(rows())
                .as(command)
                .anySatisfy(row -> assertThat(row)
                        .containsPattern("`(ampel )?" + command.replace("lights ", "(lights )?") + "\\b")
                        .satisfies(text ->
                                options.forEach(option -> assertThat(text).contains("--" + option)))));
    }

    @Test
    void namesNoOptionThatIsNotThere() {
        Set<String> there = new TreeSet<>(Set.of("home", "help", "version", "no-browser", "authority", "graph"));
        all().values().forEach(there::addAll);
        assertThat(OPTION.matcher(commands).results().map(match -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(there).contains(option));
    }

    @Test
    void hasTheExitCodesOfTheHelp() {
        String help = help();
        String codes = help.substring(help.indexOf("Exit codes:"));
        List<String> rows = Pattern.compile("^  (\\d) +(.+)$", Pattern.MULTILINE)
                .matcher(codes)
                .results()
                .map(code -> "| " + code.group(1) + " | " + code.group(2).strip() + " |")
                .toList();
        assertThat(rows).hasSize(7);
        assertThat(exitCodes.lines().filter(line -> line.matches("\\| \\d .*"))).containsExactlyElementsOf(rows);
    }
}
