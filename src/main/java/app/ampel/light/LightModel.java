package app.ampel.light;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A family of lights that speak alike: ids, names, bytes. No I/O, no thread, no clock, no state: any thread. The bytes
 * and their sources stand in {@code firmware-notes/lights}.
 */
public interface LightModel {

    /** How it is called on the command line and in ids: lower-case-with-hyphens, unique in the catalogue. */
    String key();

    /** How its maker calls it. */
    String name();

    Transport transport();

    /** Empty: it is not found by its USB ids. */
    List<UsbId> ids();

    /** Whether that device is one of these. */
    default boolean matches(UsbIdentity device) {
        return ids().contains(device.id());
    }

    /** The name of that very device, which may know better what it is. */
    default String nameOf(UsbIdentity device) {
        return name();
    }

    /** What has to be sent for the light to show {@code command}. */
    Program encode(LightCommand command);

    /** Sent after opening, before anything else. */
    default List<Report> arming() {
        return List.of();
    }

    default Optional<Heartbeat> heartbeat() {
        return Optional.empty();
    }

    /** How long the light stays lit when nobody speaks to it any more. Empty: it keeps its colour. */
    default Optional<Duration> darkAfter() {
        return Optional.empty();
    }

    /** Empty: it has none, or none that it tells of. */
    default Optional<Button> button() {
        return Optional.empty();
    }

    /** Sent before the light is let go: dark, and no longer waiting for us. */
    default List<Report> farewell() {
        return encode(LightCommand.OFF).reports();
    }
}
