package app.ampel.service.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.RequestBudget.Priority;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.engine.PresenceService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The user's own requests and those about others share one budget. */
class BudgetedPresenceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Instant now = NOON;
    private final List<String> sent = new ArrayList<>();
    private Optional<Problem> fails = Optional.empty();
    private final SharedBudget budget = new SharedBudget(() -> now);

    private final PresenceService own = new BudgetedPresence(
            new PresenceService() {
                private void sent(String what) throws ProblemException {
                    sent.add(what);
                    if (fails.isPresent()) {
                        throw new ProblemException(fails.get());
                    }
                }

                @Override
                public Presence read() throws ProblemException {
                    sent("read");
                    return FakeTenant.AVAILABLE;
                }

                @Override
                public void setSession(Availability availability, Activity activity, Duration lease)
                        throws ProblemException {
                    sent("setSession");
                }

                @Override
                public void clearSession() throws ProblemException {
                    sent("clearSession");
                }

                @Override
                public void setPreferred(Availability availability, Activity activity, Duration time)
                        throws ProblemException {
                    sent("setPreferred");
                }

                @Override
                public void clearPreferred() throws ProblemException {
                    sent("clearPreferred");
                }

                @Override
                public void setStatusMessage(StatusMessage message) throws ProblemException {
                    sent("setStatusMessage");
                }
            },
            budget);

    @Test
    void whatIsOnScreenGivesWayToThemAndNeverTheOtherWayRound() throws ProblemException {
        for (int i = 0; i < 20; i++) {
            own.read();
        }
        assertThat(budget.now().allows(Priority.SCREEN, now)).isFalse();
        own.setSession(Availability.BUSY, Activity.IN_A_CALL, Duration.ofMinutes(5));
        own.read();
        assertThat(sent).hasSize(22);
    }

    @Test
    void whatOneOfThemHearsOfWaitingAllKeepTo() throws ProblemException {
        fails = Optional.of(new Problem(Problem.Kind.THROTTLED, "HTTP 429", Optional.of(NOON.plusSeconds(40))));
        assertThatThrownBy(own::clearSession).isInstanceOf(ProblemException.class);
        fails = Optional.empty();
        for (Priority priority : Priority.values()) {
            assertThat(budget.now().earliest(priority, now)).isEqualTo(NOON.plusSeconds(40));
        }
        assertThatThrownBy(own::read)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(new Problem(Problem.Kind.THROTTLED, "", Optional.of(NOON.plusSeconds(40)))));
        assertThat(sent).containsExactly("clearSession");
        now = NOON.plusSeconds(40);
        own.read();
        own.clearPreferred();
        own.setPreferred(Availability.BUSY, Activity.BUSY, Duration.ofHours(1));
        own.setStatusMessage(new StatusMessage("", Optional.empty()));
        assertThat(sent).containsExactly("clearSession", "read", "clearPreferred", "setPreferred", "setStatusMessage");
    }
}
