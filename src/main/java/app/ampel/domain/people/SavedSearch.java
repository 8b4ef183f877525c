package app.ampel.domain.people;

import java.util.Objects;

/** A search that is started with one click. Ids and names only: what is asked is typed each time. */
public record SavedSearch(String name, FindRequest request) {

    public static final int LONGEST_NAME = 60;

    public SavedSearch {
        Limits.text("the name of a search", name, LONGEST_NAME);
        Objects.requireNonNull(request);
    }
}
