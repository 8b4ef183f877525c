package app.ampel.peopletest;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueGroup;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.FindAnswer;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.problem.Problem;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.Pending;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What goes wrong with other people, and what is said of it. Nothing of them is ever in the log. */
class BadDaysOfPeopleTest extends PeopleScenario {

    private final Logger log = (Logger) LoggerFactory.getLogger("app.ampel");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Level before;

    @BeforeEach
    void listen() {
        before = log.getLevel();
        log.setLevel(Level.TRACE);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void nothingOfColleaguesIsInTheLog() {
        log.detachAppender(lines);
        log.setLevel(before);
        String said = lines.list.stream()
                .map(line -> line.getFormattedMessage()
                        + (line.getThrowableProxy() == null
                                ? ""
                                : line.getThrowableProxy().getMessage()))
                .collect(Collectors.joining("\n"));
        List<String> names = tenant.directory().people().stream()
                .limit(50)
                .filter(who -> !who.displayName().equals("Kim Muster"))
                .flatMap(who -> List.of(who.displayName(), who.username(), who.id()).stream())
                .filter(text -> text.length() > 4)
                .toList();
        assertThat(names).noneMatch(said::contains);
        assertThat(said)
                .doesNotContain("HR questions", "Everybody", MAY_I.text().orElseThrow());
    }

    /** A group of so many of whom nobody was heard before. */
    private ColleagueGroup large(int size) {
        tenant.changeDirectory(directory -> directory.larger(size));
        List<Colleague> all = tenant.directory().people();
        List<String> ids = all.subList(all.size() - size, all.size()).stream()
                .map(Colleague::id)
                .toList();
        ColleagueGroup group = ColleagueGroup.of("Everybody", ids, List.of());
        tenant.changeDirectory(directory -> directory.with(group));
        return group;
    }

    @Test
    void twentyThousandMembersAreLookedAtInThirtyOneCallsWithProgress() throws Exception {
        large(20_000);
        signedIn(Scope.values());
        until(at -> isFree("Emily Carter", at));
        asked.clear();
        FindResult result = find(words(null, members("Everybody")));
        assertThat(result.answer().looked()).isEqualTo(20_000);
        assertThat(result.answer().found()).isPresent();
        assertThat(presences())
                .hasSize(31)
                .allSatisfy(each -> assertThat(each.ids()).isBetween(1, 650));
        assertThat(presences().stream().mapToInt(Asked::ids).sum()).isEqualTo(20_000);
        assertThat(progress).hasSize(21).isSorted().endsWith(20_000);
    }

    @Test
    void ofSixHundredOnePresenceRequestIsEnough() throws Exception {
        large(600);
        signedIn(Scope.values());
        until(at -> isFree("Emily Carter", at));
        asked.clear();
        find(words(null, members("Everybody")));
        assertThat(presences())
                .hasSize(1)
                .allSatisfy(each -> assertThat(each.ids()).isEqualTo(600));
    }

    @Test
    void a429InTheMiddleOfAPageIsSaidWithWhenToTryAgainAndNothingIsAskedForUntilThen() throws Exception {
        large(5000);
        signedIn(Scope.values());
        until(at -> isFree("Emily Carter", at));
        tenant.throttleAfter(3, 1, Optional.of(Duration.ofSeconds(40)));
        Problem problem = problem(people.find(words(null, members("Everybody")), progress::add));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.THROTTLED);
        assertThat(problem.until()).isPresent();
        asked.clear();
        problem(people.show("emily.carter@muster.example"));
        assertThat(asked).isEmpty();
        time.pass(Duration.ofSeconds(41));
        assertThat(find(words(null, members("Everybody"))).answer().looked()).isEqualTo(5000);
    }

    @Test
    void cancellingASearchInTheMiddleEndsTheReadingOfPages() throws Exception {
        large(20_000);
        signedIn(Scope.values());
        asked.clear();
        List<Pending<FindResult>> running = new ArrayList<>();
        everyRequest = () -> {
            if (asked.size() == 5) {
                running.get(0).cancel();
            }
        };
        running.add(people.find(words(null, members("Everybody")), progress::add));
        assertThat(problem(running.get(0)).kind()).isEqualTo(Problem.Kind.CANCELLED);
        assertThat(asked).hasSizeLessThanOrEqualTo(6);
        assertThat(presences()).isEmpty();
    }

    @Test
    void whoHasLeftStaysOnTheListAsGoneUntilRemoved() throws Exception {
        signedIn(Scope.values());
        Colleague emily = colleague("Emily Carter");
        until(at -> isFree("Emily Carter", at));
        answer(people.lists().add(emily.username()));
        people.close();
        time.settle();
        tenant.changeDirectory(directory -> directory.without(emily.id()));
        start();
        people.lookAtWatchList();
        time.pass(Duration.ofSeconds(20));
        assertThat(snapshot().watchList()).singleElement().satisfies(row -> {
            assertThat(row.gone()).isTrue();
            assertThat(row.contact().name()).isEqualTo("Emily Carter");
            assertThat(row.reachability()).isEqualTo(Reachability.UNKNOWN);
        });
        time.pass(Duration.ofHours(1));
        assertThat(snapshot().watchList()).hasSize(1);
        people.lists().remove(emily.id());
        time.settle();
        assertThat(snapshot().watchList()).isEmpty();
    }

    @Test
    void ofAGuestNothingIsKnownAndHeOrSheIsNeverFound() throws Exception {
        signedIn(Scope.values());
        until(at -> isFree("Emily Carter", at));
        answer(people.lists().add("Maja Novak"));
        people.lookAtWatchList();
        time.pass(Duration.ofSeconds(1));
        assertThat(row("Maja Novak").reachability()).isEqualTo(Reachability.UNKNOWN);
        assertThat(row("Maja Novak").gone()).isFalse();
        FindAnswer answer = find(words("Maja Novak", null)).answer();
        assertThat(answer.found()).isEmpty();
        assertThat(answer.nearest()).isEmpty();
        assertThat(answer.unknown()).isOne();
    }

    @Test
    void twoOfTheSameNameAreTwoRowsToldApartByTheirMails() throws Exception {
        signedIn(Scope.values());
        answer(people.lists().add("thomas.mueller@muster.example"));
        answer(people.lists().add("thomas.mueller2@muster.example"));
        people.lookAtWatchList();
        time.pass(Duration.ofSeconds(5));
        assertThat(snapshot().watchList())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.contact().name()).isEqualTo("Thomas Müller"));
        assertThat(snapshot().watchList())
                .extracting(row -> row.person().orElseThrow().mail().orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void namesOfAnyLettersAreLegibleAndTheListHoldsThem() throws Exception {
        signedIn(Scope.values());
        String strange = "Emily\u0000\n\u202E\u2067 Carter \uD83D\uDE80 " + "x".repeat(300);
        Colleague emily = colleague("Emily Carter");
        tenant.changeDirectory(directory -> directory.without(emily.id()).with(List.of(emily.named(strange))));
        answer(people.lists().add(emily.username()));
        String kept = disk.load(colleague("Kim Muster").id())
                .orElseThrow()
                .watchList()
                .contacts()
                .get(0)
                .name();
        assertThat(kept).startsWith("Emily").contains("\uD83D\uDE80").hasSizeLessThanOrEqualTo(256);
        assertThat(kept.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(letter -> Character.getType(letter) == Character.FORMAT && letter != 0x200D);
    }

    @Test
    void aGroupThatNobodyKnowsAndAPersonWhomNobodyKnowsAreSaid() throws Exception {
        signedIn(Scope.values());
        assertThat(problem(people.find(words(null, members("Nobody knows it")), progress::add))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(problem(people.show("nobody@muster.example")).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        tenant.changeDirectory(directory -> directory
                .with(ColleagueGroup.of("Sales north", List.of(), List.of()))
                .with(ColleagueGroup.of("Sales south", List.of(), List.of())));
        assertThat(problem(people.find(words(null, members("Sales")), progress::add))
                        .kind())
                .isEqualTo(Problem.Kind.AMBIGUOUS);
    }
}
