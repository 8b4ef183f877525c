package app.ampel.domain.people;

import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.Scope;
import app.ampel.domain.naming.WireName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is asked for at once, in the order in which it is asked for: each step when something that needs it is used for the
 * first time. Its words are under {@code people.consent.*}.
 */
public enum ConsentStep implements WireName {
    /** The user may consent, unless the organisation forbids it. */
    PRESENCE(ConsentReason.SEE_COLLEAGUES, Scope.COLLEAGUES),
    /** An administrator has to. */
    GROUPS(ConsentReason.READ_GROUPS, Scope.GROUPS),
    /** An administrator has to. */
    DIRECTORY(ConsentReason.READ_DIRECTORY, Scope.DIRECTORY);

    private final ConsentReason reason;
    private final Set<Scope> scopes;

    ConsentStep(ConsentReason reason, Set<Scope> scopes) {
        this.reason = reason;
        this.scopes = scopes;
    }

    /** What a user who is asked is told. */
    public ConsentReason reason() {
        return reason;
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    public static ConsentStep of(Scope scope) {
        return Stream.of(values())
                .filter(step -> step.scopes.contains(scope))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(scope.word() + " is of no step"));
    }

    /** The steps to ask for before {@code use} works, in their order; none where all that it needs is granted. */
    public static List<ConsentStep> before(PeopleUse use, Set<Scope> granted) {
        return use.needs().stream()
                .filter(scope -> !granted.contains(scope))
                .map(ConsentStep::of)
                .distinct()
                .sorted()
                .toList();
    }

    /** The key of what is asked for and why. */
    public String key() {
        return "people.consent." + word();
    }

    /** The key of what is said when it was refused. */
    public String refusedKey() {
        return "people.refused." + word();
    }
}
