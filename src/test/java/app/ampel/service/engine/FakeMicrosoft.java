package app.ampel.service.engine;

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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An account and a Graph that answer as told, and keep what they were asked. */
final class FakeMicrosoft implements Account, PresenceService {

    static final Presence AVAILABLE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);

    final List<String> requests = new ArrayList<>();
    Optional<Profile> signedIn = Optional.of(kim(Scope.USER_READ, Scope.PRESENCE_READ, Scope.PRESENCE_READ_WRITE));
    Presence presence = AVAILABLE;
    Optional<Problem> readFails = Optional.empty();
    Optional<Problem> writeFails = Optional.empty();
    Optional<Problem> grantFails = Optional.empty();
    Optional<Problem> signInFails = Optional.empty();
    Optional<Problem> profileFails = Optional.empty();

    /** Who signs in next. */
    String signsIn = "user-1";

    /** What happens while consent is asked for, and when it has been given. */
    Runnable whileGranted = () -> {};

    Runnable afterGranted = () -> {};
    /** What happens while the presence is read. */
    Runnable whileRead = () -> {};

    /** What happens while the user is asked. */
    Runnable whilePrompted = () -> {};

    boolean readThrows;
    boolean readBreaks;

    static Profile kim(Scope... scopes) {
        return somebody("user-1", scopes);
    }

    private static Profile somebody(String objectId, Scope... scopes) {
        Set<Scope> granted = EnumSet.noneOf(Scope.class);
        granted.addAll(List.of(scopes));
        return new Profile("Kim Muster", "kim@muster.example", "muster.example", "tenant-1", objectId, granted);
    }

    @Override
    public Optional<Profile> profile() throws ProblemException {
        fail(profileFails);
        return signedIn;
    }

    @Override
    public Profile signIn(SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException {
        requests.add("sign-in");
        prompt.accept(new SignInPrompt(
                way,
                URI.create("https://login.example/device"),
                Optional.of("ABCD1234"),
                Instant.MAX,
                Optional.empty()));
        whilePrompted.run();
        fail(signInFails);
        signedIn = Optional.of(somebody(signsIn, Scope.USER_READ, Scope.PRESENCE_READ));
        return signedIn.orElseThrow();
    }

    @Override
    public Profile grant(ConsentRequest wanted, SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException {
        requests.add("grant " + wanted.text());
        fail(grantFails);
        whileGranted.run();
        Set<Scope> all = EnumSet.copyOf(wanted.scopes());
        signedIn.ifPresent(who -> all.addAll(who.scopes()));
        signedIn = Optional.of(kim(all.toArray(Scope[]::new)));
        afterGranted.run();
        return signedIn.orElseThrow();
    }

    @Override
    public void signOut() {
        requests.add("sign-out");
        signedIn = Optional.empty();
    }

    @Override
    public TokenPlace tokenPlace() {
        return TokenPlace.MEMORY;
    }

    @Override
    public void close() {
        requests.add("close");
    }

    @Override
    public Presence read() throws ProblemException {
        requests.add("read");
        whileRead.run();
        if (readThrows) {
            throw new IllegalStateException("as a broken library may");
        }
        if (readBreaks) {
            throw new NoClassDefFoundError("as a jar cut too short may");
        }
        fail(readFails);
        return presence;
    }

    @Override
    public void setSession(Availability availability, Activity activity, Duration lease) throws ProblemException {
        requests.add("set " + availability + "/" + activity + " " + lease);
        fail(writeFails);
        presence = Presence.of(availability, activity);
    }

    @Override
    public void clearSession() throws ProblemException {
        requests.add("clear");
        fail(writeFails);
        presence = AVAILABLE;
    }

    @Override
    public void setPreferred(Availability availability, Activity activity, Duration time) throws ProblemException {
        requests.add("set preferred " + availability + "/" + activity + " " + time);
        fail(writeFails);
        presence = Presence.of(availability, activity);
    }

    @Override
    public void clearPreferred() throws ProblemException {
        requests.add("clear preferred");
        fail(writeFails);
        presence = AVAILABLE;
    }

    @Override
    public void setStatusMessage(StatusMessage message) throws ProblemException {
        requests.add("set note \"" + message.text() + "\" "
                + message.until().map(Instant::toString).orElse("-"));
        fail(writeFails);
        Optional<StatusMessage> shown =
                Optional.of(message).filter(m -> !m.text().isEmpty());
        presence = new Presence(presence.availability(), presence.activity(), false, shown, Optional.empty(), "");
    }

    private static void fail(Optional<Problem> problem) throws ProblemException {
        if (problem.isPresent()) {
            throw new ProblemException(problem.get());
        }
    }

    List<String> writes() {
        return requests.stream()
                .filter(request -> request.startsWith("set") || request.startsWith("clear"))
                .toList();
    }

    long reads() {
        return requests.stream().filter("read"::equals).count();
    }
}
