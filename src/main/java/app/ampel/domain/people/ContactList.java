package app.ampel.domain.people;

import java.util.List;

/** A list of the user's own: who knows about something. */
public record ContactList(String name, List<Contact> contacts) {

    public static final int MOST = 200;
    public static final int LONGEST_NAME = 60;

    public ContactList {
        Limits.text("the name of a list", name, LONGEST_NAME);
        contacts = List.copyOf(contacts);
        Limits.atMost("contacts", contacts, MOST, Contact::id);
    }
}
