package app.ampel.bench;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.engine.PresenceService;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;

/** Somebody is signed in, and each answer is another presence than the one before. */
final class InstantMicrosoft implements Account, PresenceService {

    private static final Presence FREE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);
    private static final Presence BUSY = Presence.of(Availability.BUSY, Activity.BUSY);

    private final RoundTrips trips;
    private boolean busy;

    InstantMicrosoft(RoundTrips trips) {
        this.trips = trips;
    }

    @Override
    public Presence read() throws ProblemException {
        busy = !busy;
        try {
            trips.answer();
        } catch (InterruptedException e) {
            throw new ProblemException(Problem.of(Problem.Kind.NO_NETWORK), e);
        }
        return busy ? BUSY : FREE;
    }

    @Override
    public Optional<Profile> profile() {
        return Optional.of(kim());
    }

    private static Profile kim() {
        return new Profile("Kim", "kim@example.org", "example.org", "tenant", "kim", EnumSet.allOf(Scope.class));
    }

    @Override
    public Profile signIn(SignInWay way, Consumer<SignInPrompt> prompt) {
        return kim();
    }

    @Override
    public Profile grant(ConsentRequest wanted, SignInWay way, Consumer<SignInPrompt> prompt) {
        return kim();
    }

    @Override
    public void setSession(Availability availability, Activity activity, Duration lease) {
        throw new UnsupportedOperationException("nobody sets a status here");
    }

    @Override
    public void clearSession() {
        throw new UnsupportedOperationException("nobody sets a status here");
    }

    @Override
    public void setPreferred(Availability availability, Activity activity, Duration time) {
        throw new UnsupportedOperationException("nobody sets a status here");
    }

    @Override
    public void clearPreferred() {
        throw new UnsupportedOperationException("nobody sets a status here");
    }

    @Override
    public void setStatusMessage(StatusMessage message) {
        throw new UnsupportedOperationException("nobody sets a status here");
    }

    @Override
    public TokenPlace tokenPlace() {
        return TokenPlace.MEMORY;
    }

    @Override
    public void signOut() {
        // Nobody does.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
