package app.ampel.desktop;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where JNA unpacks the native libraries of others, HID and key store among them: a folder for its owner alone, whatever
 * the cache and the temporary folder are like. It reads this once, when its first class is used.
 */
public final class NativeLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
    private static final String PLACE = "jna.tmpdir";

    private NativeLibraries() {}

    /** From now on in {@code folder}, unless somebody has decided already. A folder that cannot be had is done without. */
    public static void keepIn(Path folder) {
        if (!System.getProperty(PLACE, "").isEmpty()) {
            return;
        }
        try {
            OwnerOnly.createFolder(folder);
            System.setProperty(PLACE, folder.toString());
        } catch (IOException e) {
            LOG.warn("Native libraries cannot be unpacked into {}", folder, e);
        }
    }
}
