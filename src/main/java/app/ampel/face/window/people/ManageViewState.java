package app.ampel.face.window.people;

import app.ampel.domain.people.Contact;
import java.util.List;
import java.util.Objects;

/** Searches that were saved, and the user's own lists: whatever was removed just now can be put back. */
record ManageViewState(List<Entry> searches, List<Entry> lists) {

    ManageViewState {
        searches = List.copyOf(searches);
        lists = List.copyOf(lists);
    }

    /**
     * A search or a list.
     *
     * @param text its name, or that it was removed
     * @param members who is on a list
     * @param fixed whether it cannot be removed here
     */
    record Entry(String name, String text, List<Contact> members, boolean fixed, boolean removed) {
        Entry {
            Objects.requireNonNull(name);
            Objects.requireNonNull(text);
            members = List.copyOf(members);
        }

        /** Without anybody: it might be logged. */
        @Override
        public String toString() {
            return "Entry";
        }
    }
}
