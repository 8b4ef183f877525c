package app.ampel.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.ModelOfMicrosoft;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The model behind a bad line: a Graph that answers, throttles, fails, or takes a request and never says so. A second one
 * may stand beside the model, is told the same and has to show the same.
 */
final class UnreliableMicrosoft implements PresenceService {

    /** A write that Graph took, by true time. */
    record Taken(Instant at, String what, String pair, Duration time) {}

    final ModelOfMicrosoft model = new ModelOfMicrosoft();
    final List<Taken> taken = new ArrayList<>();
    /** How many of a hundred requests go wrong. */
    int badness;

    Instant lastTrouble = Instant.MIN;

    private final Optional<PresenceService> beside;
    private final Random random;
    /** True time, and what the computer takes for it. */
    private final Supplier<Instant> now;

    private final Supplier<Instant> wall;

    UnreliableMicrosoft(
            Optional<PresenceService> beside, Random random, Supplier<Instant> now, Supplier<Instant> wall) {
        this.beside = beside;
        this.random = random;
        this.now = now;
        this.wall = wall;
    }

    private interface Call<T> {
        T on(ModelOfMicrosoft model) throws ProblemException;
    }

    private <T> T call(Call<T> call) throws ProblemException {
        if (random.nextInt(100) >= badness) {
            return call.on(model);
        }
        lastTrouble = now.get();
        Problem problem = switch (random.nextInt(5)) {
            case 0 ->
                new Problem(Problem.Kind.THROTTLED, "", Optional.of(wall.get().plusSeconds(1 + random.nextInt(120))));
            case 1 -> Problem.of(Problem.Kind.THROTTLED);
            case 2 -> Problem.of(Problem.Kind.SERVICE_FAILING, "HTTP 503");
            case 3 -> {
                // It arrived; the answer did not.
                call.on(model);
                yield Problem.of(Problem.Kind.NO_NETWORK);
            }
            default -> Problem.of(Problem.Kind.NO_NETWORK);
        };
        throw new ProblemException(problem);
    }

    /** What is told to Graph. */
    private interface Telling {
        void to(PresenceService graph) throws ProblemException;
    }

    private void alsoBeside(Telling telling) throws ProblemException {
        if (beside.isPresent()) {
            telling.to(beside.get());
        }
    }

    private Boolean took(boolean good, String what, String pair, Duration time) {
        if (!good) {
            throw new AssertionError(what + " " + pair + " " + time + " is not taken by Microsoft");
        }
        taken.add(new Taken(now.get(), what, pair, time));
        return true;
    }

    @Override
    public Presence read() throws ProblemException {
        return call(m -> {
            Presence shown = m.presence(now.get());
            if (beside.isEmpty()) {
                return shown;
            }
            Presence other = beside.get().read();
            assertThat(other.availability()).isEqualTo(shown.availability());
            assertThat(other.statusMessage().map(StatusMessage::text))
                    .isEqualTo(shown.statusMessage().map(StatusMessage::text));
            return other;
        });
    }

    @Override
    public void setSession(Availability availability, Activity activity, Duration lease) throws ProblemException {
        String pair = availability + "/" + activity;
        call(m -> {
            alsoBeside(graph -> graph.setSession(availability, activity, lease));
            return took(m.setPresence(pair, lease, now.get()), "set", pair, lease);
        });
    }

    @Override
    public void clearSession() throws ProblemException {
        call(m -> {
            alsoBeside(PresenceService::clearSession);
            m.clearPresence(now.get());
            return took(true, "clear", "", Duration.ZERO);
        });
    }

    @Override
    public void setPreferred(Availability availability, Activity activity, Duration time) throws ProblemException {
        String pair = availability + "/" + activity;
        call(m -> {
            alsoBeside(graph -> graph.setPreferred(availability, activity, time));
            return took(m.setUserPreferredPresence(pair, time, now.get()), "prefer", pair, time);
        });
    }

    @Override
    public void clearPreferred() throws ProblemException {
        call(m -> {
            alsoBeside(PresenceService::clearPreferred);
            m.clearUserPreferredPresence();
            return took(true, "unprefer", "", Duration.ZERO);
        });
    }

    @Override
    public void setStatusMessage(StatusMessage message) throws ProblemException {
        call(m -> {
            // Microsoft's clock is right whatever the computer's is.
            Duration ahead = Duration.between(wall.get(), now.get());
            StatusMessage there = new StatusMessage(
                    message.text(), message.until().map(end -> end.plus(ahead).truncatedTo(ChronoUnit.SECONDS)));
            alsoBeside(graph -> graph.setStatusMessage(there));
            m.setStatusMessage(there);
            return took(true, "note", message.text(), Duration.ZERO);
        });
    }
}
