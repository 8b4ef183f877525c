package app.ampel.service.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.problem.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/app/ampel/service/text");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Read by the command line's library, under names that it makes up. No patterns. */
    private static final List<String> HELP = List.of("usage.", "ampel.");

    private final Map<String, String> english = read("words.properties");
    private final Map<String, String> german = read("words_de.properties");

    private static Map<String, String> read(String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (a, b) -> b, TreeMap::new));
    }

    private static boolean isHelp(String key) {
        return HELP.stream().anyMatch(key::startsWith);
    }

    private static Set<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern)
                .results()
                .map(argument -> argument.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void haveTheSameKeys() {
        assertThat(german.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void haveTheSamePlaceholders() {
        assertThat(english)
                .allSatisfy((key, pattern) -> assertThat(arguments(german.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(pattern)));
    }

    @Test
    void areReadablePatterns() {
        Stream.of(english, german)
                .forEach(words -> assertThat(words).allSatisfy((key, pattern) -> {
                    if (!isHelp(key)) {
                        assertThat(new MessageFormat(pattern, Locale.ROOT).format(new Object[] {1, 2, 3, 4, 5}))
                                .as(key)
                                .isNotBlank();
                    }
                }));
    }

    /** A single quote alone vanishes from a pattern, together with what it quotes. */
    @Test
    void writeSingleQuotesTwice() {
        Stream.of(english, german)
                .forEach(words -> assertThat(words).allSatisfy((key, pattern) -> {
                    if (!isHelp(key)) {
                        assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
                    }
                }));
    }

    /** A key is used when the sources name it, or a beginning of it that ends in a full stop and is completed there. */
    @Test
    void haveNoUnusedKeys() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(source))
                        .results()
                        .map(literal -> literal.group(1))
                        .forEach(literals::add);
            }
        }
        List<String> beginnings =
                literals.stream().filter(it -> it.matches("([a-z-]+\\.)+")).toList();
        assertThat(english.keySet().stream()
                        .map(key -> key.startsWith("screen.") ? key.substring("screen.".length()) : key)
                        .filter(key -> !isHelp(key))
                        .filter(key -> !literals.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @Test
    void sayAllProblems() {
        Messages words = Messages.in(Locale.GERMANY);
        assertThat(Arrays.stream(Problem.Kind.values()).map(kind -> words.say(Problem.of(kind))))
                .doesNotContain("")
                .allMatch(sentence -> !sentence.contains("{"));
    }

    /** Wherever a sentence is chosen by why something is asked, a reason that is new needs one too. */
    @Test
    void sayEveryReasonForAConsentWhereverOneIsSaid() {
        List<String> beginnings = english.keySet().stream()
                .filter(key -> key.endsWith("." + ConsentReason.SET_STATUS.word()))
                .map(key -> key.substring(0, key.lastIndexOf('.') + 1))
                .toList();
        assertThat(beginnings).hasSizeGreaterThan(1);
        for (ConsentReason reason : ConsentReason.values()) {
            assertThat(english.keySet())
                    .containsAll(beginnings.stream()
                            .map(beginning -> beginning + reason.word())
                            .toList());
        }
    }

    @Nested
    class OnTheScreen {

        @Test
        void noSentenceNamesACommandToType() {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                Messages words = Messages.in(locale).onScreen();
                assertThat(english.keySet().stream()
                                .filter(key -> key.startsWith("sentence.") || key.startsWith("tray."))
                                .map(words::say))
                        .noneMatch(sentence -> sentence.contains("ampel "));
            }
        }

        @Test
        void whatNamesNoCommandIsTheSame() {
            Messages words = Messages.in(Locale.ENGLISH);
            assertThat(words.onScreen().say("problem.throttled")).isEqualTo(words.say("problem.throttled"));
            assertThat(words.onScreen().say("problem.not-signed-in")).isEqualTo("Nobody is signed in.");
            assertThat(words.say("problem.not-signed-in")).isEqualTo("Nobody is signed in. Run: ampel sign-in");
        }
    }
}
