package app.ampel.domain.light;

import java.util.HashMap;
import java.util.Map;

/**
 * Ids of lights: the model and the serial number, else the model and the USB socket; numbered where nothing tells two
 * apart. One of these for each listing. Not thread-safe.
 */
public final class LightIds {

    private static final int LONGEST_SERIAL = 64;

    private final Map<String, Integer> times = new HashMap<>();

    /**
     * @param serial as the device says it, which may be anything; empty, or one that many devices share: it has none
     * @param socket empty: not known
     */
    public String next(String modelKey, String serial, String socket) {
        String id = modelKey + ":" + (SerialNumbers.isOwn(serial) ? clean(serial) : socket(socket));
        int nth = times.merge(id, 1, Integer::sum);
        return nth == 1 ? id : id + "-" + nth;
    }

    /** What the settings of such a light belong to: it and no other, or its model where it has no serial number of its own. */
    public static String kind(String modelKey, String serial) {
        return SerialNumbers.isOwn(serial) ? modelKey + ":" + clean(serial) : modelKey;
    }

    private static String socket(String socket) {
        return socket.isEmpty() ? "usb" : "usb-" + socket;
    }

    private static String clean(String serial) {
        String clean = serial.replaceAll("[^\\p{Alnum}._-]", "-");
        return clean.substring(0, Math.min(clean.length(), LONGEST_SERIAL));
    }
}
