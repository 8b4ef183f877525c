package app.ampel.domain.account;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A delegated permission of Microsoft Graph, in the one form in which Ampel ever asks for it. Microsoft says which need an administrator. */
public enum Scope {
    USER_READ("User.Read"),
    PRESENCE_READ("Presence.Read"),
    PRESENCE_READ_WRITE("Presence.ReadWrite"),
    PRESENCE_READ_ALL("Presence.Read.All"),
    USER_READ_BASIC_ALL("User.ReadBasic.All"),
    PEOPLE_READ("People.Read"),
    GROUP_MEMBER_READ_ALL("GroupMember.Read.All"),
    USER_READ_ALL("User.Read.All");

    /** What a sign-in asks for; without it there is nothing to show. */
    public static final Set<Scope> LEAST = Set.of(USER_READ, PRESENCE_READ);

    /** To tell Teams of a status that is set by hand. */
    public static final Set<Scope> STATUS = together(PRESENCE_READ_WRITE);

    /** To see colleagues. The user may consent, unless the organisation forbids it. */
    public static final Set<Scope> COLLEAGUES = together(PRESENCE_READ_ALL, USER_READ_BASIC_ALL, PEOPLE_READ);

    /** To see who is in a group. An administrator has to consent. */
    public static final Set<Scope> GROUPS = together(GROUP_MEMBER_READ_ALL);

    /** To see departments and everybody. An administrator has to consent. */
    public static final Set<Scope> DIRECTORY = together(USER_READ_ALL);

    /** What is asked for together beyond {@link #LEAST}, in the usual order: so it is granted, and so it may be taken back. */
    public static final List<Set<Scope>> STEPS = List.of(STATUS, COLLEAGUES, GROUPS, DIRECTORY);

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    private static Set<Scope> together(Scope... scopes) {
        return Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(scopes)));
    }
}
