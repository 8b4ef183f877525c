package app.ampel.service.doctor;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signing in, what was granted, and what comes of it. Pure. */
final class AccountChecks {

    /** Longer than any request takes. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private AccountChecks() {}

    static Stream<Finding> account(Evidence evidence) {
        return evidence.find(Fact.SignIn.class).stream()
                .flatMap(signIn -> Stream.concat(Stream.of(account(signIn)), cloud(signIn)));
    }

    private static Finding account(Fact.SignIn signIn) {
        AccountState account = signIn.account();
        if (signIn.registration().isEmpty()) {
            return Finding.of(Check.ACCOUNT, Problem.of(Problem.Kind.NO_CLIENT_ID))
                    .next(Step.Kind.SIGN_IN);
        }
        return switch (account.kind()) {
            case SIGNED_IN -> Finding.ok(Check.ACCOUNT, "doctor.account.ok", who(account.profile()));
            case WAITING -> Finding.note(Check.ACCOUNT, "sentence.waiting");
            case SIGNED_OUT ->
                Finding.of(Check.ACCOUNT, account.problem().orElseGet(() -> Problem.of(Problem.Kind.NOT_SIGNED_IN)));
        };
    }

    private static Message.Private who(Optional<Profile> profile) {
        return Message.Private.of(profile.map(Profile::name).orElse(""));
    }

    private static Stream<Finding> cloud(Fact.SignIn signIn) {
        return signIn.registration().map(Registration::cloud).stream()
                .flatMap(AccountChecks::lacking)
                .map(kind -> Finding.of(Check.ACCOUNT, Problem.of(kind)));
    }

    private static Stream<Problem.Kind> lacking(Cloud cloud) {
        if (!cloud.readsPresence()) {
            return Stream.of(Problem.Kind.NO_PRESENCE_IN_CLOUD);
        }
        return cloud.setsPresence() ? Stream.empty() : Stream.of(Problem.Kind.READ_ONLY_CLOUD);
    }

    static Stream<Finding> permissions(Evidence evidence) {
        return evidence
                .find(Fact.SignIn.class)
                .flatMap(signIn -> signIn.account().profile())
                .stream()
                .map(profile -> permissions(profile, evidence));
    }

    private static Finding permissions(Profile profile, Evidence evidence) {
        if (!profile.scopes().contains(Scope.PRESENCE_READ)) {
            return Finding.fault(
                            Check.PERMISSIONS,
                            Actor.ADMINISTRATOR,
                            "doctor.permissions.missing",
                            Scope.PRESENCE_READ.word())
                    .next(Step.askAdministrator(Problem.Kind.CONSENT_NEEDED));
        }
        Optional<Problem> refused = evidence.find(Fact.Reading.class)
                .flatMap(Fact.Reading::manual)
                .filter(problem -> Actor.of(problem.kind()) == Actor.ADMINISTRATOR);
        if (refused.isPresent()) {
            return Finding.warning(
                            Check.PERMISSIONS,
                            Actor.ADMINISTRATOR,
                            "doctor.permissions.write",
                            Message.of(refused.get()))
                    .next(Step.askAdministrator(Problem.Kind.CONSENT_NEEDED));
        }
        String granted = profile.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
        return profile.scopes().contains(Scope.PRESENCE_READ_WRITE)
                ? Finding.ok(Check.PERMISSIONS, "doctor.permissions.all", granted)
                : Finding.ok(Check.PERMISSIONS, "doctor.permissions.some", granted, Scope.PRESENCE_READ_WRITE.word());
    }

    static Stream<Finding> presence(Evidence evidence) {
        return evidence.find(Fact.Reading.class).stream()
                .flatMap(reading -> Stream.concat(overdue(reading), presence(reading, evidence)));
    }

    private static Stream<Finding> overdue(Fact.Reading fact) {
        return fact.overdue().stream()
                .filter(late -> late.compareTo(LATE) > 0)
                .map(late -> Finding.fault(Check.PRESENCE, Actor.YOU, "doctor.presence.overdue", late));
    }

    private static Stream<Finding> presence(Fact.Reading fact, Evidence evidence) {
        PresenceReading reading = fact.reading();
        return switch (reading.kind()) {
            case KNOWN -> Stream.of(Finding.ok(Check.PRESENCE, "doctor.presence.ok", age(fact)));
            case STALE ->
                Stream.of(
                        reading.last().isPresent()
                                ? Finding.note(Check.PRESENCE, "doctor.presence.stale", age(fact))
                                : Finding.note(Check.PRESENCE, "sentence.never-read"));
            case SIGNED_OUT, CONSENT_MISSING, THROTTLED, UNREACHABLE ->
                reading.problem().stream()
                        .filter(problem -> !isExplained(problem, evidence))
                        // Who is not signed in at all is told so where it says who is.
                        .filter(problem -> reading.kind() != PresenceReading.Kind.SIGNED_OUT || someone(evidence))
                        .map(problem -> Finding.of(Check.PRESENCE, problem, Message.meanwhile(problem)));
        };
    }

    private static boolean someone(Evidence evidence) {
        return evidence.find(Fact.SignIn.class)
                .filter(signIn -> signIn.account().profile().isPresent())
                .isPresent();
    }

    /** What asking the hosts has found out now says it better. */
    private static boolean isExplained(Problem problem, Evidence evidence) {
        return evidence.all(Fact.Host.class).stream()
                .flatMap(host -> host.problem().stream())
                .anyMatch(found -> found.kind() == problem.kind());
    }

    private static Duration age(Fact.Reading fact) {
        Duration age = fact.reading()
                .last()
                .map(last -> Duration.between(last.at(), fact.now()))
                .orElse(Duration.ZERO);
        return age.isNegative() ? Duration.ZERO : age;
    }

    static Stream<Finding> tokens(Evidence evidence) {
        boolean nobody = evidence.find(Fact.SignIn.class)
                .filter(signIn -> signIn.account().profile().isEmpty())
                .isPresent();
        return nobody
                ? Stream.empty()
                : evidence.find(Fact.Tokens.class).stream().map(tokens -> switch (tokens.place()) {
                    case KEY_STORE -> Finding.ok(Check.TOKENS, "doctor.tokens", Message.of("token-place.key-store"));
                    case MEMORY -> Finding.ok(Check.TOKENS, "doctor.tokens", Message.of("token-place.memory"));
                    case OWNER_ONLY_FILE ->
                        Finding.note(Check.TOKENS, "doctor.tokens", Message.of("token-place.owner-only-file"));
                });
    }
}
