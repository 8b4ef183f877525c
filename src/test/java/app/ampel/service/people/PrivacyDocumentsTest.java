package app.ampel.service.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.PresenceRound;
import app.ampel.domain.people.PresenceWaits;
import app.ampel.domain.people.WatchList;
import app.ampel.domain.presence.RequestBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators, works councils and data protection officers are told of other people's presence is what the program does. */
class PrivacyDocumentsTest {

    private static final Pattern STEP_ROW =
            Pattern.compile("^\\| ([123])\\b[^|]*\\| `([A-Za-z.]+)` \\|", Pattern.MULTILINE);
    private static final Pattern CONSENT_LINK =
            Pattern.compile("adminconsent\\?client_id=CLIENT-ID&scope=(\\S+)&redirect");

    private static String text(String name) throws IOException {
        return Files.readString(Path.of("packaging", name));
    }

    private static Set<String> words(ConsentStep step) {
        return step.scopes().stream().map(Scope::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static long anHour(Duration interval) {
        return Duration.ofHours(1).dividedBy(interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrator.md", "privacy.md", "privacy.de.md"})
    void eachStepHasItsScopesAndNoOthers(String document) throws IOException {
        Map<ConsentStep, Set<String>> told = new EnumMap<>(ConsentStep.class);
        STEP_ROW.matcher(text(document))
                .results()
                .forEach(row -> told.computeIfAbsent(
                                ConsentStep.values()[Integer.parseInt(row.group(1)) - 1], none -> new TreeSet<>())
                        .add(row.group(2)));
        for (ConsentStep step : ConsentStep.values()) {
            assertThat(told.get(step)).isEqualTo(words(step));
        }
    }

    @Test
    void eachStepHasALinkForTheAdministratorWithItsScopesAndNoOthers() throws IOException {
        List<Set<String>> links = CONSENT_LINK
                .matcher(text("administrator.md"))
                .results()
                .map(link -> Set.of(link.group(1)
                        .replace("https://graph.microsoft.com/", "")
                        .split("%20")))
                .toList();
        for (ConsentStep step : ConsentStep.values()) {
            assertThat(links).contains(words(step));
        }
    }

    @Test
    void eachUseAsksAsOftenAsAdministratorsAreTold() throws IOException {
        int most = RequestBudget.Priority.SCREEN.most().orElseThrow();
        long largest = most * anHour(RequestBudget.WINDOW);
        assertThat(text("administrator.md"))
                .contains(
                        "| a watch list, up to " + WatchList.MOST + " people, while it is on a screen | "
                                + anHour(PeopleState.WATCH_LIST) + " |",
                        "| a watch list that nobody looks at | 0 |",
                        "| everybody whom one user waits for, up to " + PresenceWaits.MOST + " people | "
                                + anHour(PeopleState.WAITS) + " |",
                        "| a wall of up to " + PresenceRound.A_PART + " people | " + anHour(PeopleState.WALL) + " |",
                        "| a larger wall | " + anHour(PeopleState.WALL) + " for each " + PresenceRound.A_PART
                                + " people, " + largest + " at most",
                        "1 for each " + PresenceRound.A_REQUEST + " people",
                        "No computer sends more than " + most + " requests in 30 seconds");
    }

    @Test
    void presenceIsForgottenAsSoonAsWorksCouncilsAreTold() throws IOException {
        long list = PeopleState.WATCH_LIST.multipliedBy(3).toSeconds();
        long wall = PeopleState.WALL.multipliedBy(3).toSeconds();
        long waits = PeopleState.WAITS.multipliedBy(3).toMinutes();
        assertThat(text("privacy.md"))
                .contains("watch list " + list + " seconds, wall " + wall + " seconds, waiting " + waits + " minutes");
        assertThat(text("privacy.de.md"))
                .contains("Beobachtungsliste " + list + " Sekunden, Wand " + wall + " Sekunden, Warten " + waits
                        + " Minuten");
        assertThat(PeopleKnowledge.A_DAY).isEqualTo(Duration.ofDays(1));
        assertThat(PeopleKnowledge.AN_HOUR).isEqualTo(Duration.ofHours(1));
    }

    /** Sentence by sentence the same in both languages: as many headings, rows, points and clauses. */
    @Test
    void bothLanguagesHaveTheSameParts() throws IOException {
        assertThat(parts("privacy.de.md")).isEqualTo(parts("privacy.md"));
    }

    private static List<String> parts(String document) throws IOException {
        return text(document)
                .lines()
                .map(line -> line.replaceAll("^(#+|\\||-|\\d+\\.)(?= ).*", "$1"))
                .filter(line -> line.matches("#+|\\||-|\\d+\\."))
                .toList();
    }
}
