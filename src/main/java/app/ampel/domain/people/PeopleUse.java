package app.ampel.domain.people;

import app.ampel.domain.account.Scope;
import app.ampel.domain.naming.WireName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What can be done with other people's presence, and which scopes each needs. Its words are under {@code people.use.*}. */
public enum PeopleUse implements WireName {
    SEARCH(EnumSet.of(Scope.USER_READ_BASIC_ALL)),
    WATCH_LIST(EnumSet.of(Scope.PRESENCE_READ_ALL, Scope.USER_READ_BASIC_ALL)),
    /** By name, or out of a list of one's own. */
    LISTS(EnumSet.of(Scope.PRESENCE_READ_ALL, Scope.USER_READ_BASIC_ALL)),
    TELL_ME_WHEN(EnumSet.of(Scope.PRESENCE_READ_ALL)),
    COLLEAGUES(EnumSet.of(Scope.PRESENCE_READ_ALL, Scope.PEOPLE_READ)),
    GROUPS(EnumSet.of(Scope.PRESENCE_READ_ALL, Scope.GROUP_MEMBER_READ_ALL)),
    DEPARTMENTS(EnumSet.of(Scope.PRESENCE_READ_ALL, Scope.USER_READ_ALL)),
    EVERYBODY(EnumSet.of(Scope.PRESENCE_READ_ALL, Scope.USER_READ_ALL));

    private final Set<Scope> needs;

    PeopleUse(Set<Scope> needs) {
        this.needs = Collections.unmodifiableSet(needs);
    }

    public Set<Scope> needs() {
        return needs;
    }

    public boolean worksWith(Set<Scope> granted) {
        return granted.containsAll(needs);
    }

    /** What a refusal leaves. */
    public static List<PeopleUse> working(Set<Scope> granted) {
        return Stream.of(values()).filter(use -> use.worksWith(granted)).toList();
    }

    /** The key of what it is called. */
    public String key() {
        return "people.use." + word();
    }
}
