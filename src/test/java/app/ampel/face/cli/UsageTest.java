package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.UdevOutcome;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Home;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed, with no program running. */
class UsageTest {

    private final Home home = new Home();
    private final Typed typed = new Typed(home.folders());

    @AfterEach
    void remove() {
        home.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "statsu | There is no command \"statsu\". Did you mean \"status\"?",
                "lights ad x | There is no command \"ad\". Did you mean \"add\"?",
                "status --jsn | There is no option \"--jsn\" here. Did you mean \"--json\"?",
                "status now | \"now\" is one word too many. See: ampel status --help",
                "set | STATE is missing. See: ampel set --help",
                "set in-a-cal | \"in-a-cal\" cannot be set. Did you mean \"in-a-call\"?",
                "set asleep | \"asleep\" cannot be set. Choose from: available, busy, do-not-disturb, be-right-back, away, offline, in-a-call, in-a-conference-call, presenting.",
                "set presenting --for soon | \"soon\" is not a length of time: write 45m, 1h, 1h30m, or minutes.",
                "set presenting --for 0 | \"0\" is out of range: a status lasts from 1 minute to 24 hours, or until tomorrow night.",
                "set presenting --for 25h | \"25h\" is out of range: a status lasts from 1 minute to 24 hours, or until tomorrow night.",
                "set presenting --until 25:00 | \"25:00\" is not a time of day: write 17:00, or tomorrow 9:00.",
                "set presenting --until noon | \"noon\" is not a time of day: write 17:00, or tomorrow 9:00.",
                "set presenting --for 1h --until 17:00 | Say only one of --for, --until, --until-cleared and --working-day.",
                "set presenting --until-cleared --working-day | Say only one of --for, --until, --until-cleared and --working-day.",
                "set presenting --until tomorrow | [tomorrow] HH:MM is missing. See: ampel set --help",
                "set busy --light-only --take-over | With --light-only Teams is told nothing: leave --message and --take-over away.",
                "set busy --light-only --message x | With --light-only Teams is told nothing: leave --message and --take-over away.",
                "extend soon | \"soon\" is not a length of time: write 45m, 1h, 1h30m, or minutes.",
                "extend 25h | \"25h\" is out of range: a status lasts from 1 minute to 24 hours, or until tomorrow night.",
                "toggle | STATE is missing. See: ampel toggle --help",
                "set presenting --for | TIME is missing. See: ampel set --help",
                "light gren | \"gren\" is not a colour: take a name or #rrggbb. Did you mean \"green\"?",
                "light off --effect blink | \"off\" has no effect: leave --effect away.",
                "light auto --effect blink | \"auto\" has no effect: leave --effect away.",
                "light pause --effect solid | \"pause\" has no effect: leave --effect away.",
                "lights frames muteme off --effect pulse | \"off\" has no effect: leave --effect away.",
                "set busy --until=today_0:01 | \"today 0:01\" is over already. Write tomorrow before a time of the next day.",
                "light red --effect blinc | \"blinc\" is not an effect. Did you mean \"blink\"?",
                "lights frames luxafo red | There is no model \"luxafo\". Did you mean \"luxafor\"?",
                "lights frames muteme red --effect puls | \"puls\" is not an effect. Did you mean \"pulse\"?",
                "lights frames blynclite red | There is no model \"blynclite\". Did you mean \"blynclight\"?",
                "lights frames blink1 auto | \"auto\" is not a colour: take a name or #rrggbb. Choose from: red, green, amber, violet, magenta-red, blue, white, orange, yellow, cyan, azure, magenta, off.",
                "lights add x --protocol wlad | A serial light cannot speak \"wlad\". Did you mean \"wled\"?",
                "lights add x --protocol wled --baud 9600 | Texts, speed and lines can be chosen with --protocol template only; wled knows its own.",
                "lights add x --baud 9600 | Say which text the light wants, with --template or --preset.",
                "lights add x --preset arduino-hax | There is no preset \"arduino-hax\". Did you mean \"arduino-hex\"?",
                "lights add x --template {effekt} | \"{effekt}\" stands for nothing in a text; for a brace or a backslash of its own write two of them. A byte is a backslash, x and two hexadecimal digits. Did you mean \"{effect}\"?",
                "lights add x --template {{{r} --off } | \"}\" stands for nothing in a text; for a brace or a backslash of its own write two of them. A byte is a backslash, x and two hexadecimal digits. Choose from: {r}, {g}, {b}, {RR}, {GG}, {BB}, {colour}, {state}, {effect}.",
                "lights add x --template {r} --when bussy=1 | There is no state or colour \"bussy\" to give a text to. Did you mean \"busy\"?",
                "lights add x --template {r} --when busy | Say which text \"busy\" is to have: --when busy=TEXT.",
                "lights add x --template {r} --when busy= | A text is neither empty nor longer than 200 characters, and has no control characters: for its end there is --line-end, and for bytes a backslash, x and two hexadecimal digits.",
                "lights add x --template {r} --line-end lfcr | A text cannot end with \"lfcr\". Choose from: none, cr, lf, crlf.",
                "lights add x --template {r} --baud 99 | \"99\" is not a speed: take a number from 300 to 2000000.",
                "lights add x --template {r} --dtr yes | --dtr is on or off, not \"yes\".",
                "lights add x --template {r} --expect ( | \"(\" is not a regular expression.",
                "sign-in --cloud mars | \"mars\" is not one of Microsoft's clouds. Choose from: global, usgov, usgov-dod, china.",
                "sign-in --tenant consumers | \"consumers\" is not a tenant: take its id, one of its domains, or organizations.",
                "sign-in --graph http://example.org | \"http://example.org\" is not an address that begins with https://.",
                "sign-in --cloud china | Microsoft offers no presence there.",
                "set presenting --for --json | TIME is missing after --for. If it is to be \"--json\", write --for=--json",
                "set presenting --message --light-onyl | TEXT is missing after --message. If it is to be \"--light-onyl\", write --message=--light-onyl",
                "set presenting --message -h | TEXT is missing after --message. If it is to be \"-h\", write --message=-h",
                "--home status status | DIR is missing after --home. If it is to be \"status\", write --home=status",
                "status --json=false | --json stands alone: it takes no value.",
                "sign-in --no-browser=false | --no-browser stands alone: it takes no value.",
                "status --json --json | --json can be said only once.",
                "sign-in --browser --no-browser | --browser can be said only once.",
                "--home a status --home b | --home can be said only once.",
                "-v | There is no option \"-v\" here. Did you mean \"-V\"?",
                "-hV | There is no option \"-hV\" here. Did you mean \"-V\"?",
                "status --js | There is no option \"--js\" here. Did you mean \"--json\"?",
                "STATUS | There is no command \"STATUS\". Did you mean \"status\"?",
                "-- statsu | There is no command \"statsu\". Did you mean \"status\"?",
                "set @file | \"@file\" cannot be set. Choose from: available, busy, do-not-disturb, be-right-back, away, offline, in-a-call, in-a-conference-call, presenting.",
                "people shwo | There is no command \"shwo\". Did you mean \"show\"?",
                "people show | WHO is missing. See: ampel people show --help",
                "people show a b | \"b\" is one word too many. See: ampel people show --help",
                "people search | TEXT is missing. See: ampel people search --help",
                "people wait a b c d e f g h i j k | That names 11 people; 10 are allowed.",
                "people wait a --for 30s | \"30s\" is out of range: waiting lasts from 1 minute to 24 hours.",
                "people wait a --for 25h | \"25h\" is out of range: waiting lasts from 1 minute to 24 hours.",
                "people wait a --for soon | \"soon\" is not a length of time: write 45m, 1h, 1h30m, or minutes.",
                "people find | Say whom to find: --primary, --secondary, --group, --department, --list, --colleagues or --search.",
                "people find --exclude a | Say whom to find: --primary, --secondary, --group, --department, --list, --colleagues or --search.",
                "people find --group a --list b | Say only one of --group, --department, --list, --colleagues and, of a board, --everybody.",
                "people board --everybody --colleagues | Say only one of --group, --department, --list, --colleagues and, of a board, --everybody.",
                "people find --group a --owners --members | Say only one of --owners and --members.",
                "people find --primary a --members | --owners and --members are of a --group.",
                "people find --search a --primary b | --search says whom to find already: beside it only --question and --topic can be said.",
                "people find --primary a --primary b | --primary can be said only once.",
                "people find --primary --json | WHO is missing after --primary. If it is to be \"--json\", write --primary=--json",
                "people save a | Say whom to find: --primary, --secondary, --group, --department, --list, --colleagues or --search.",
                "people save --primary a | NAME is missing. See: ampel people save --help",
                "people save a --forget --primary b | --forget stands with the name of the search alone.",
                "people list ad | There is no command \"ad\". Did you mean \"add\"?",
                "people list add a | Say who: a mail address, an id, or a name.",
                "demo --speed 0 | \"0\" is not a speed: take a number from 1 to 3600.",
                "demo --from noon | \"noon\" is not a time of day: write 8:55 or 15:50.",
                "demo --from 15:60 | \"15:60\" is not a time of day: write 8:55 or 15:50.",
                "demo --exit-after later | \"later\" is not a length of time: write 45m, 1h, 1h30m, or minutes.",
            })
    void mistakesAreOneSentenceWithTheNearestWord(String line, String sentence) {
        String[] words = Stream.of(line.split(" "))
                .map(word -> word.startsWith("--until=") ? word.replace('_', ' ') : word)
                .toArray(String[]::new);
        assertThat(typed.ampel(words)).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).isEqualTo(sentence);
        assertThat(typed.out()).isEmpty();
        assertThat(home.folders().home()).doesNotExist();
    }

    @Test
    void aNoteThatIsTooLongSaysHowItIsCounted() {
        assertThat(typed.ampel("set", "busy", "--message", "x".repeat(281))).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).isEqualTo("The message has 281 characters; 280 are allowed.");
        assertThat(typed.ampel("set", "busy", "--message", "\ud83d\ude00".repeat(141)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err())
                .isEqualTo("The message has 282 characters as Teams counts, for whom an emoji is two or more; 280 are"
                        + " allowed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "status --json",
                "status --watch",
                "set in-a-call",
                "clear",
                "light red",
                "lights",
                "lights identify x",
                "stop"
            })
    void whatNeedsTheProgramSaysThatItIsNotRunning(String line) {
        assertThat(typed.ampel(line.split(" "))).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(typed.err()).isEqualTo("Ampel is not running. Start it with: ampel run");
        assertThat(home.folders().home()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run",
                "status",
                "set",
                "clear",
                "light",
                "lights",
                "lights ports",
                "lights add",
                "lights forget",
                "lights identify",
                "lights brightness",
                "lights correct",
                "lights name",
                "lights off",
                "lights on",
                "lights button",
                "lights frames",
                "lights models",
                "lights udev",
                "sign-in",
                "account",
                "sign-out",
                "stop",
                "demo"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(typed.ampel((command + " --help").strip().split(" "))).isEqualTo(ExitCode.OK);
        List<String> lines = typed.out().lines().toList();
        assertThat(lines.get(0)).matches("[A-Z].*[.;].*").doesNotContain("Usage");
        assertThat(lines.get(1)).startsWith(("Usage: ampel " + command).strip());
        assertThat(typed.out()).contains("--home=DIR").contains("Shows this help.");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        // An option whose text is missing stands alone in its line.
        assertThat(lines.subList(2, lines.size()))
                .noneMatch(line -> line.matches("\\s+(-\\w, )?--[a-z-]+(=[A-Z:]+)?\\s*"));
    }

    @Test
    void theExitCodesAreInTheHelp() {
        typed.ampel("--help");
        assertThat(typed.out()).contains("Exit codes:").contains("3   Ampel is not running");
    }

    @Test
    void theVersionIsTheBuilds() throws Exception {
        assertThat(typed.ampel("--version")).isZero();
        assertThat(typed.out()).isEqualTo("ampel " + Version.number()).matches("ampel \\d+\\..*");
    }

    @Test
    void bareAmpelRunsAndWantsTheWindow() {
        assertThat(typed.ampel()).isZero();
        assertThat(typed.ampel("run")).isZero();
        assertThat(typed.ampel("run", "--headless")).isZero();
        assertThat(typed.program.faces)
                .containsExactly(CommandPorts.Face.WINDOW, CommandPorts.Face.TRAY, CommandPorts.Face.NONE);
    }

    @Test
    void theDemoIsToldHowFastFromWhenAndHowLong() {
        typed.ampel("demo");
        typed.ampel(
                "demo",
                "--speed",
                "10",
                "--from",
                "9:05",
                "--exit-after",
                "60s",
                "--home",
                home.folder().toString());
        assertThat(typed.program.demos)
                .containsExactly(
                        new CommandPorts.DemoOptions(Optional.empty(), 60, Optional.empty(), Optional.empty(), false),
                        new CommandPorts.DemoOptions(
                                Optional.of(home.folder()),
                                10,
                                Optional.of(LocalTime.of(9, 5)),
                                Optional.of(Duration.ofSeconds(60)),
                                false));
    }

    @Nested
    class Frames {

        @Test
        void areHexadecimalDigitsForPeople() {
            assertThat(typed.ampel("lights", "frames", "luxafor", "red")).isZero();
            assertThat(typed.out()).isEqualTo("hid-output, report 0: 01 ff ff 00 00 00 00 00");
        }

        @Test
        void areAListOfReportsForPrograms() {
            assertThat(typed.ampel("lights", "frames", "27b8:01ed", "red", "--json"))
                    .isZero();
            assertThat(typed.out())
                    .startsWith("[{\"transport\":\"hid-feature\",\"reportId\":1,\"payloadHex\":\"")
                    .contains("\"payloadHex\":\"63ff0000000a0000\"")
                    .endsWith("}]");
        }

        @Test
        void ofASerialLightAreItsLinesWithoutAReportNumber() {
            assertThat(typed.ampel("lights", "frames", "serial", "red", "--json"))
                    .isZero();
            assertThat(typed.out()).contains("{\"transport\":\"serial\",\"reportId\":null,\"payloadHex\":\"");
        }
    }

    @Nested
    class Models {
        @Test
        void areToldInWords() {
            assertThat(typed.ampel("lights", "models")).isZero();
            assertThat(typed.out())
                    .contains(
                            "luxafor  Luxafor Flag  (HID output report, 04d8:f372)\n    What runs in the light: blink;"
                                    + " Ampel plays the other effects. Keeps its colour when Ampel is killed hard. Has a button.")
                    .contains("Goes dark 15 seconds after Ampel has fallen silent.")
                    .contains("riso-kagaku  Riso Kagaku Webmail Notifier  (HID output report, 1294:1320)\n"
                            + "    Ampel plays the effects. Keeps its colour when Ampel is killed hard."
                            + " Untried: the sources contradict each other about what it wants to be sent.")
                    .contains("serial  Ampel serial light  (serial port)");
        }

        @Test
        void areAListForPrograms() {
            assertThat(typed.ampel("lights", "models", "--json")).isZero();
            assertThat(typed.out())
                    .startsWith("[{\"key\":\"luxafor\",\"name\":\"Luxafor Flag\",\"ids\":[\"04d8:f372\"],"
                            + "\"transport\":\"hid-output\",\"confidence\":\"agreed\",\"untried\":false,"
                            + "\"ownEffects\":[\"blink\"],\"darkAfter\":null,\"keepsColour\":true,\"button\":true}")
                    .contains("\"key\":\"kuando\"")
                    .contains("\"darkAfter\":\"PT15S\",\"keepsColour\":false");
        }
    }

    @Nested
    class UdevRules {
        @Test
        void arePrintedAsTheyAre() {
            assertThat(typed.ampel("lights", "udev")).isZero();
            assertThat(typed.out()).startsWith("# Lets the user").contains("04d8");
        }

        @Test
        void areInstalledOrItIsSaidWhatToType() {
            assertThat(typed.ampel("lights", "udev", "--install")).isZero();
            assertThat(typed.out()).startsWith("The rules are in place.");
            for (UdevOutcome outcome : List.of(UdevOutcome.NO_PKEXEC, UdevOutcome.REFUSED, UdevOutcome.FAILED)) {
                typed.program.computer.installed = outcome;
                assertThat(typed.ampel("lights", "udev", "--install")).isEqualTo(ExitCode.FAILED);
                assertThat(typed.err()).contains("ampel lights udev | sudo tee /etc/udev/rules.d/60-ampel.rules");
            }
        }

        @Test
        void areNotNeededElsewhere() {
            typed.program.computer.installed = UdevOutcome.NOT_NEEDED;
            assertThat(typed.ampel("lights", "udev", "--install")).isZero();
            assertThat(typed.out()).startsWith("Only Linux");
        }
    }
}
