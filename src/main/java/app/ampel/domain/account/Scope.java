package app.ampel.domain.account;

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

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
