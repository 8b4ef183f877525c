package app.ampel.service.people;

import static app.ampel.service.people.Colleagues.ALL;
import static app.ampel.service.people.FakeTenant.AVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.ContactPool.Part;
import app.ampel.domain.people.Question;
import app.ampel.domain.problem.Problem;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log in its greatest detail, after everything that can be done with other people, and everything that can go wrong. */
class NothingOfColleaguesTest {

    private final Logger log = (Logger) LoggerFactory.getLogger("app.ampel");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Level before;

    private final Colleagues it = new Colleagues();
    private final FakeTenant tenant = it.tenant;

    @BeforeEach
    void listen() {
        before = log.getLevel();
        log.setLevel(Level.TRACE);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
        log.setLevel(before);
    }

    private String said() {
        return lines.list.stream()
                .map(line -> line.getFormattedMessage() + said(line.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    private static String said(IThrowableProxy thrown) {
        return thrown == null ? "" : " " + thrown.getClassName() + ": " + thrown.getMessage() + said(thrown.getCause());
    }

    private void everything() {
        it.service.watch(snapshot -> {}, it.time);
        Runnable away = it.service.lookAtWatchList();
        TypeAhead typing = it.service.typeAhead(found -> {});
        typing.type("Annabella");
        it.time.pass(Duration.ofSeconds(1));
        List<Pending<?>> all = List.of(
                it.service.lists().add("annabella@example.org"),
                it.service.lists().add("Annabella"),
                it.service.show("Annabella"),
                it.service.show("Nobody like Annabella"),
                it.service.find(
                        new FindWords(
                                Optional.of("annabella@example.org"),
                                List.of(),
                                Optional.of(new FindWords.Pool.Group("Quietgroup", Part.MEMBERS)),
                                List.of(),
                                new Question(Optional.of("Salarytopic"), Optional.of("Salaryquestion"))),
                        read -> {}),
                it.service.wait(List.of("annabella@example.org"), Optional.empty()),
                it.service.lookAtWall(new ContactPool.Everybody(), read -> {}));
        it.time.pass(Duration.ofMinutes(5));
        all.forEach(Pending::cancel);
        away.run();
        it.time.pass(Duration.ofMinutes(5));
    }

    @Test
    void isInTheLog() {
        tenant.add("annabella", "Annabella Schmidt");
        tenant.add("other", "Annabella Quartz");
        tenant.is("annabella", AVAILABLE);
        tenant.members.put("Quietgroup", List.of("annabella"));
        it.started(ALL);
        everything();
        for (Problem.Kind kind : Problem.Kind.values()) {
            tenant.presenceFails = Optional.of(
                    Problem.of(kind, kind == Problem.Kind.CONSENT_NEEDED ? Scope.PRESENCE_READ_ALL.word() : ""));
            it.time.pass(Duration.ofHours(2));
            everything();
        }
        tenant.presenceFails = Optional.empty();
        it.time.pass(Duration.ofHours(2));
        tenant.presenceBreaks = Optional.of(new IllegalStateException("Annabella Schmidt is Available"));
        everything();
        it.signedOut();
        assertThat(said())
                .contains("Asking about other people failed", "IllegalStateException")
                .doesNotContainIgnoringCase("annabella")
                .doesNotContainIgnoringCase("schmidt")
                .doesNotContain("Quietgroup", "Salary", "Available");
    }
}
