package app.ampel.core;

import app.ampel.manual.ModelOfMicrosoft;
import app.ampel.presence.Activity;
import app.ampel.presence.Availability;
import app.ampel.presence.Presence;
import app.ampel.presence.StatusMessage;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** The model behind a bad line: a Graph that answers, throttles, fails, or takes a request and never says so. */
final class UnreliableMicrosoft implements PresenceService {

    /** A write that Graph took, by true time. */
    record Taken(Instant at, String what, String pair, Duration time) {}

    final ModelOfMicrosoft model = new ModelOfMicrosoft();
    final List<Taken> taken = new ArrayList<>();
    /** How many of a hundred requests go wrong. */
    int badness;

    Instant lastTrouble = Instant.MIN;
    int requests;

    private final Random random;
    /** True time, and what the computer takes for it. */
    private final Supplier<Instant> now;

    private final Supplier<Instant> wall;

    UnreliableMicrosoft(Random random, Supplier<Instant> now, Supplier<Instant> wall) {
        this.random = random;
        this.now = now;
        this.wall = wall;
    }

    private interface Call<T> {
        T on(ModelOfMicrosoft model);
    }

    private <T> T call(Call<T> call) throws ProblemException {
        requests++;
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

    private Boolean took(boolean good, String what, String pair, Duration time) {
        if (!good) {
            throw new AssertionError(what + " " + pair + " " + time + " is not taken by Microsoft");
        }
        taken.add(new Taken(now.get(), what, pair, time));
        return true;
    }

    @Override
    public Presence read() throws ProblemException {
        return call(m -> m.presence(now.get()));
    }

    @Override
    public void setSession(Availability availability, Activity activity, Duration lease) throws ProblemException {
        String pair = availability + "/" + activity;
        call(m -> took(m.setPresence(pair, lease, now.get()), "set", pair, lease));
    }

    @Override
    public void clearSession() throws ProblemException {
        call(m -> {
            m.clearPresence(now.get());
            return took(true, "clear", "", Duration.ZERO);
        });
    }

    @Override
    public void setPreferred(Availability availability, Activity activity, Duration time) throws ProblemException {
        String pair = availability + "/" + activity;
        call(m -> took(m.setUserPreferredPresence(pair, time, now.get()), "prefer", pair, time));
    }

    @Override
    public void clearPreferred() throws ProblemException {
        call(m -> {
            m.clearUserPreferredPresence();
            return took(true, "unprefer", "", Duration.ZERO);
        });
    }

    @Override
    public void setStatusMessage(StatusMessage message) throws ProblemException {
        call(m -> {
            // Microsoft's clock is right whatever the computer's is.
            Duration ahead = Duration.between(wall.get(), now.get());
            m.setStatusMessage(new StatusMessage(message.text(), message.until().map(end -> end.plus(ahead))));
            return took(true, "note", message.text(), Duration.ZERO);
        });
    }
}
