package app.ampel.domain.light;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One message to a light: a HID report, or the bytes of a line. Immutable.
 *
 * <p>The payload never contains the report id: the transport puts it in front, on every system alike. It is padded to
 * the report's length here, because only Windows would do that by itself.
 */
public final class Report {

    private final Transport transport;
    private final OptionalInt reportId;
    private final byte[] payload;

    private Report(Transport transport, OptionalInt reportId, byte[] payload) {
        this.transport = Objects.requireNonNull(transport);
        this.reportId = reportId;
        this.payload = payload;
    }

    /** A HID output report of {@code length} bytes; what is not given is zero. Id 0: the light does not number them. */
    public static Report output(int reportId, int length, int... bytes) {
        return new Report(Transport.HID_OUTPUT, OptionalInt.of(reportId), padded(length, bytes));
    }

    /** A HID feature report of {@code length} bytes; what is not given is zero. */
    public static Report feature(int reportId, int length, int... bytes) {
        return new Report(Transport.HID_FEATURE, OptionalInt.of(reportId), padded(length, bytes));
    }

    /** Text for a light that reads text, its line end included. */
    public static Report text(Transport transport, String text) {
        return new Report(transport, OptionalInt.empty(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, as bytes. */
    public static Report serial(byte[] bytes) {
        return new Report(Transport.SERIAL, OptionalInt.empty(), bytes.clone());
    }

    /** Bytes for a light at a serial port that reads no text. */
    public static Report serial(int... bytes) {
        return new Report(Transport.SERIAL, OptionalInt.empty(), padded(bytes.length, bytes));
    }

    private static byte[] padded(int length, int... bytes) {
        if (bytes.length > length) {
            throw new IllegalArgumentException(bytes.length + " bytes do not fit a report of " + length);
        }
        byte[] payload = new byte[length];
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] & ~0xff) != 0) {
                throw new IllegalArgumentException("not a byte: " + bytes[i]);
            }
            payload[i] = (byte) bytes[i];
        }
        return payload;
    }

    public Transport transport() {
        return transport;
    }

    /** Empty where the transport knows no report ids. */
    public OptionalInt reportId() {
        return reportId;
    }

    /** A copy. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The payload as text; for lights that read text. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** The payload in lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(payload);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Report that
                && transport == that.transport
                && reportId.equals(that.reportId)
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hash(transport, reportId) + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return transport.word() + (reportId.isPresent() ? " " + reportId.getAsInt() : "") + " " + hex();
    }
}
