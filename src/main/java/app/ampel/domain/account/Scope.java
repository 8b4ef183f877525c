package app.ampel.domain.account;

/** A delegated permission of Microsoft Graph, in the one form in which Ampel ever asks for it. */
public enum Scope {
    USER_READ("User.Read"),
    PRESENCE_READ("Presence.Read"),
    PRESENCE_READ_WRITE("Presence.ReadWrite");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
