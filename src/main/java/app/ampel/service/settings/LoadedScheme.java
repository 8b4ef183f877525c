package app.ampel.service.settings;

import app.ampel.domain.policy.Scheme;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was in a file that should have a scheme in it.
 *
 * @param scheme empty when anything about it was wrong: it is taken whole or not at all
 * @param notes what was wrong, in the order of the file
 */
public record LoadedScheme(Optional<Scheme> scheme, List<SettingsNote> notes) {

    public LoadedScheme {
        Objects.requireNonNull(scheme);
        notes = List.copyOf(notes);
    }

    /**
     * Reads it.
     *
     * @param isSettings whether it is a whole settings file, of which {@code ownScheme} is taken
     */
    public static LoadedScheme of(SettingsReader in, boolean isSettings, List<SettingsNote> notes) {
        Optional<Scheme> read = SchemeCodec.read(in, isSettings ? "/ownScheme" : "");
        if (!isSettings) {
            in.at("/version");
            in.noteUnknown();
        }
        return new LoadedScheme(read.filter(scheme -> notes.isEmpty()), notes);
    }
}
