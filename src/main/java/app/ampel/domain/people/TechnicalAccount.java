package app.ampel.domain.people;

import app.ampel.domain.account.Scope;
import app.ampel.domain.naming.WireName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why an account of the directory is nobody to show: rooms, shared mailboxes and accounts of services look like people there, and
 * no property says which they are. In the order in which they are looked for. What may not be read is empty, and empty is
 * no reason.
 */
public enum TechnicalAccount implements WireName {
    /** Rooms and shared mailboxes normally are. */
    DISABLED(Optional.of(Scope.USER_READ_ALL), person -> person.enabled().equals(Optional.of(false))),
    GUEST(Optional.of(Scope.USER_READ_ALL), person -> person.guest().equals(Optional.of(true))),
    WITHOUT_TEAMS(Optional.of(Scope.USER_READ_ALL), person -> person.teams().equals(Optional.of(false))),
    /** Rooms usually have neither a given name nor a surname. */
    NAMELESS(Optional.empty(), person -> !person.named());

    private final Optional<Scope> needs;
    private final Predicate<Person> is;

    TechnicalAccount(Optional<Scope> needs, Predicate<Person> is) {
        this.needs = needs;
        this.is = is;
    }

    /** The first reason to leave somebody out; empty for a person. */
    public static Optional<TechnicalAccount> of(Person person) {
        return Stream.of(values()).filter(reason -> reason.is.test(person)).findFirst();
    }

    /** What can be looked for with these scopes: how well technical accounts could be left out. */
    public static List<TechnicalAccount> lookedFor(Set<Scope> granted) {
        return Stream.of(values())
                .filter(reason -> granted.containsAll(reason.needs.stream().toList()))
                .toList();
    }

    /** Whether all of them can be. */
    public static boolean allLookedFor(Set<Scope> granted) {
        return lookedFor(granted).size() == values().length;
    }
}
