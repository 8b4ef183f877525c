package app.ampel.face.window.lights;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the page of lights needs of the running program. Called on the toolkit's thread, which nothing here blocks; what
 * takes long is answered on another one.
 */
public interface LightsHost {

    /**
     * A serial port that is plugged in.
     *
     * @param name as the system calls it now
     * @param description what it says about itself; may be empty
     * @param id what stays the same over replugging; empty: it cannot be added
     * @param board what is kept of it when it is added; empty for a port that is not on USB
     * @param hint what keeps the user from using it
     */
    record SerialPort(
            String name,
            String description,
            Optional<String> id,
            Optional<AddedLight.Board> board,
            Optional<LightState.Hint> hint) {

        /** One of whose board nothing is kept. */
        public SerialPort(String name, String description, Optional<String> id, Optional<LightState.Hint> hint) {
            this(name, description, id, Optional.empty(), hint);
        }

        public SerialPort {
            Objects.requireNonNull(name);
            Objects.requireNonNull(description);
            Objects.requireNonNull(id);
            Objects.requireNonNull(board);
            Objects.requireNonNull(hint);
        }
    }

    /** See {@link app.ampel.service.lights.Lights#identify}. */
    boolean identify(String lightId);

    /**
     * The name of the model that such settings belong to.
     *
     * @param kind see {@link app.ampel.service.lights.LightBus.Found#kind}
     * @return empty: not those of a light that could be plugged in
     */
    Optional<String> model(String kind);

    /** What single lights are to be like while somebody tries that out; nothing is saved. */
    void tryOut(LightSettings lights);

    /** Shows white on every light for a while, or ends that. */
    void showWhite(boolean isWanted);

    /** The rules that let a user at USB lights on Linux. */
    String rules();

    /** Installs them, for which the system asks for a password. Answers with the key of what came of it. */
    CompletableFuture<String> installRules();

    CompletableFuture<List<SerialPort>> ports();

    /** Lights a serial light red that has not been added yet; what became of it. It stays red until {@link #endTrial}. */
    CompletableFuture<Optional<LightState>> tryRed(AddedLight light);

    /** Lets go of the light that is being tried, if there is one. */
    void endTrial();
}
