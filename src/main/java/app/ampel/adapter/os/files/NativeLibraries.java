package app.ampel.adapter.os.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where JNA and JavaFX unpack the native libraries of others, HID and key store among them: a folder for its owner alone,
 * whatever the cache and the temporary folder are like, or nowhere. They read this once, when their first class is used.
 */
public final class NativeLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
    private static final String OF_JNA = "jna.tmpdir";
    private static final String OF_JAVAFX = "javafx.cachedir";

    /** With these JNA unpacks nothing, neither its own library nor others': it has only what the system has. */
    private static final List<String> NOTHING_UNPACKED = List.of("jna.nounpack", "jna.noclasspath");

    private NativeLibraries() {}

    /**
     * From now on in {@code folder}, unless somebody has decided already.
     *
     * @return false when that folder cannot be had for oneself: then nothing of the kind may be unpacked, and there is no
     *     window
     */
    public static boolean keepIn(Path folder) {
        if (!System.getProperty(OF_JNA, "").isEmpty()) {
            return true;
        }
        try {
            OwnerOnly.createFolder(folder);
            System.setProperty(OF_JNA, folder.toString());
            if (System.getProperty(OF_JAVAFX, "").isEmpty()) {
                System.setProperty(OF_JAVAFX, folder.toString());
            }
            return true;
        } catch (IOException e) {
            LOG.warn("Native libraries are done without: they cannot be unpacked into {}", folder, e);
            NOTHING_UNPACKED.forEach(property -> System.setProperty(property, "true"));
            return false;
        }
    }
}
