package app.ampel.face.window.people;

import app.ampel.domain.people.Contact;
import app.ampel.service.people.PeopleSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the page knows at one moment.
 *
 * @param consented whether the watch list may be read
 * @param asking whether the user is being asked for that just now
 * @param failure why asking has failed; else empty
 * @param order ids as they stood last
 * @param removed names of those who were taken off the list since the page came up, by id
 * @param undoable the id of whoever can be put back; empty: nobody
 * @param held whether somebody points at the list
 */
record PeopleKnown(
        PeopleSnapshot people,
        boolean signedIn,
        boolean consented,
        boolean asking,
        String failure,
        List<Contact> suggested,
        List<String> order,
        Map<String, String> removed,
        String undoable,
        boolean held) {

    PeopleKnown {
        Objects.requireNonNull(people);
        Objects.requireNonNull(failure);
        suggested = List.copyOf(suggested);
        order = List.copyOf(order);
        removed = Map.copyOf(removed);
        Objects.requireNonNull(undoable);
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "PeopleKnown";
    }
}
