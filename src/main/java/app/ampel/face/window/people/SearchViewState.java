package app.ampel.face.window.people;

import java.util.List;
import java.util.Objects;

/**
 * What typing has found.
 *
 * @param text what there is to say: that it is searched, that there is nobody, what went wrong; may be empty
 */
record SearchViewState(String text, List<Hit> hits) {

    static final SearchViewState NOTHING = new SearchViewState("", List.of());

    SearchViewState {
        Objects.requireNonNull(text);
        hits = List.copyOf(hits);
    }

    /**
     * Somebody, without the state.
     *
     * @param about what tells two of the same name apart
     * @param watched whether that one is on the watch list already
     */
    record Hit(String id, String initials, String name, String about, boolean watched) {
        Hit {
            Objects.requireNonNull(id);
            Objects.requireNonNull(initials);
            Objects.requireNonNull(name);
            Objects.requireNonNull(about);
        }

        /** Without the person: it might be logged. */
        @Override
        public String toString() {
            return "Hit";
        }
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "SearchViewState";
    }
}
