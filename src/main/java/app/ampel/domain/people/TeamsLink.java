package app.ampel.domain.people;

import java.net.URI;
import java.util.Objects;

/**
 * A link that opens Teams.
 *
 * @param cutOff what of the text found no room in it, for the clipboard; empty where all did
 */
public record TeamsLink(URI address, String cutOff) {
    public TeamsLink {
        Objects.requireNonNull(address);
        Objects.requireNonNull(cutOff);
    }

    /** Without the address: it might be logged. */
    @Override
    public String toString() {
        return "TeamsLink";
    }
}
