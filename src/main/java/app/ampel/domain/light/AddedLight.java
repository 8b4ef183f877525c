package app.ampel.domain.light;

import java.util.Objects;
import java.util.Optional;

/**
 * A serial light of the user's own choice. Beside its id stands what else its board said when it was added, because serial
 * numbers are not always a board's own, and another board may come into its socket.
 *
 * @param id where it is to be found, whatever number its port has this time
 * @param board empty where that was not kept: it was added before that was asked for, or is no USB device
 */
public record AddedLight(String id, SerialProtocol protocol, Optional<Board> board) {

    /**
     * @param serial the board's serial number, or empty when it says none
     * @param socket the USB port that it was plugged into, by its path; empty when that is not known
     */
    public record Board(String serial, String socket) {
        public Board {
            Objects.requireNonNull(serial);
            Objects.requireNonNull(socket);
        }
    }

    public AddedLight {
        Objects.requireNonNull(id);
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(board);
    }

    public AddedLight(String id, SerialProtocol protocol) {
        this(id, protocol, Optional.empty());
    }

    /** The same light, spoken to in another way. */
    public AddedLight speaking(SerialProtocol other) {
        return new AddedLight(id, other, board);
    }
}
