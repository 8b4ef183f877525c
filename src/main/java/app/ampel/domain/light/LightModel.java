package app.ampel.domain.light;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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

    /** How well it is known what it wants to be sent. */
    default Confidence confidence() {
        return Confidence.AGREED;
    }

    /** Empty: it is not found by its USB ids. */
    List<UsbId> ids();

    /**
     * Words, in lower case, one of which has to stand in the name of the product or its maker, because others have that
     * id as well. Empty: the id says it all.
     */
    default List<String> wordsFor(UsbId id) {
        return List.of();
    }

    /** The interface of such a device that is the lamp. Empty: the first one that {@link #isLamp}. */
    default OptionalInt lampInterface() {
        return OptionalInt.empty();
    }

    /** Whether that device is one of these. */
    default boolean matches(UsbIdentity device) {
        return ids().contains(device.id()) && device.names(wordsFor(device.id()));
    }

    /** Whether that interface of a device that {@link #matches} is what is spoken to. */
    default boolean isLamp(UsbInterface part) {
        return lampInterface().isEmpty() || lampInterface().getAsInt() == part.number();
    }

    /** The name of that very device, which may know better what it is. */
    default String nameOf(UsbIdentity device) {
        return name();
    }

    /** How its port is opened and what it answers; serial lights only. */
    default Optional<SerialProfile> serialProfile() {
        return Optional.empty();
    }

    /** What there is to say when it does not answer, as a key in words.properties; empty: what is said of all. */
    default Optional<String> silenceHint() {
        return Optional.empty();
    }

    /** The shortest time from one report to the next that it bears. */
    default Duration pace() {
        return Duration.ZERO;
    }

    /** What has to be sent for the light to show {@code command}, at the usual speed whatever it says of that. */
    Program encode(LightCommand command);

    /** The same at the speed of {@code command}, as far as the light can. */
    default Program play(LightCommand command) {
        return encode(command);
    }

    /** The effects that it plays by itself; the others are played by Ampel. */
    default Set<Effect> ownEffects() {
        EnumSet<Effect> own = EnumSet.of(Effect.BLINK, Effect.PULSE, Effect.DOUBLE_BLINK);
        own.removeIf(effect -> encode(new LightCommand(Colour.RED, effect)).isPlayed());
        return own;
    }

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

    /** Whether a light of that name has the {@link #button}, where a family's do not all have one. */
    default boolean hasButton(String name) {
        return button().isPresent();
    }

    /** Sent before the light is let go: dark, and no longer waiting for us. */
    default List<Report> farewell() {
        return encode(LightCommand.OFF).reports();
    }
}
