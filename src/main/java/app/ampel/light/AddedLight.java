package app.ampel.light;

import java.util.Objects;

/**
 * A serial light of the user's own choice.
 *
 * @param id where it is to be found, whatever number its port has this time
 */
public record AddedLight(String id, SerialProtocol protocol) {
    public AddedLight {
        Objects.requireNonNull(id);
        Objects.requireNonNull(protocol);
    }
}
