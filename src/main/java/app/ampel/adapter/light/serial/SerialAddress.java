package app.ampel.adapter.light.serial;

import app.ampel.domain.light.UsbId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a serial light is to be found, whatever number its port has this time. Its text is kept in the settings, and
 * {@link #id} is the light's id.
 */
public sealed interface SerialAddress {

    /** What every id begins with. */
    String PREFIX = "serial:";

    /** What each means: one more of them does not compile until every visitor has thought about it. */
    interface Visitor<R> {
        R bySerial(BySerial address);

        R bySocket(BySocket address);

        R byPath(ByPath address);
    }

    <R> R accept(Visitor<R> visitor);

    /** A board that says its serial number: found in any socket. */
    record BySerial(UsbId usb, String serial) implements SerialAddress {
        @Override
        public String text() {
            return usb + ":" + serial;
        }

        @Override
        public Optional<UsbId> board() {
            return Optional.of(usb);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bySerial(this);
        }
    }

    /** A board without a serial number of its own: found in that socket. */
    record BySocket(UsbId usb, String socket) implements SerialAddress {
        @Override
        public String text() {
            return usb + ":@" + socket;
        }

        @Override
        public Optional<UsbId> board() {
            return Optional.of(usb);
        }

        @Override
        public String kind() {
            return PREFIX + usb;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bySocket(this);
        }
    }

    /** A port that is not USB, by its path or name. */
    record ByPath(String path) implements SerialAddress {
        @Override
        public String text() {
            return path;
        }

        @Override
        public Optional<UsbId> board() {
            return Optional.empty();
        }

        @Override
        public Optional<String> port() {
            return Optional.of(path);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.byPath(this);
        }
    }

    String text();

    default String id() {
        return PREFIX + text();
    }

    /** The ids of its board; empty for a port that is not USB. */
    Optional<UsbId> board();

    /** The path or name of a port that is not USB. */
    default Optional<String> port() {
        return Optional.empty();
    }

    /** See {@link app.ampel.domain.light.LightState#kind}. */
    default String kind() {
        return id();
    }

    /** Reads what {@link #text} or {@link #id} gave; empty when it is neither. */
    static Optional<SerialAddress> parse(String textOrId) {
        String text = PortNames.usual(textOrId.startsWith(PREFIX) ? textOrId.substring(PREFIX.length()) : textOrId);
        if (text.isBlank()) {
            return Optional.empty();
        }
        Matcher usb = Shape.USB.matcher(text);
        if (!usb.matches()) {
            boolean com = PortNames.isCom(text);
            return com || text.startsWith("/") && text.length() > 1
                    ? Optional.of(new ByPath(com ? text.toUpperCase(Locale.ROOT) : text))
                    : Optional.empty();
        }
        UsbId id = UsbId.parse(usb.group(1)).orElseThrow();
        String rest = usb.group(2);
        return Optional.of(rest.startsWith("@") ? new BySocket(id, rest.substring(1)) : new BySerial(id, rest));
    }

    /** How addresses look. */
    final class Shape {
        private static final Pattern USB = Pattern.compile("(\\p{XDigit}{4}:\\p{XDigit}{4}):(@?[^@].*)");

        private Shape() {}
    }
}
