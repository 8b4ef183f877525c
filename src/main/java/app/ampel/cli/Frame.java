package app.ampel.cli;

import app.ampel.light.Transport;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One report or line, as a light would be sent it.
 *
 * @param bytes in hexadecimal digits, two a byte; a HID report with its report number first
 * @param repeated how often it would be sent again, empty when once
 */
public record Frame(Transport transport, String bytes, Optional<Duration> repeated) {

    public Frame {
        Objects.requireNonNull(transport);
        Objects.requireNonNull(repeated);
        if (!bytes.matches("([0-9a-f]{2})*")) {
            throw new IllegalArgumentException("not hexadecimal: " + bytes);
        }
    }
}
