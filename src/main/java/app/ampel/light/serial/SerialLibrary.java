package app.ampel.light.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * jSerialComm's native library. By itself it would unpack it under a fixed name into a folder that everybody may write
 * to, and next time load whatever lies there; so we unpack it into a folder of the user's own and point it there, which
 * has to be done before its classes are first used.
 */
public final class SerialLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(SerialLibrary.class);
    private static final String LIBRARY_PATH = "jSerialComm.library.path";
    private static final List<String> ARM = List.of("armv7hf", "armv6hf", "armv8_32", "armv5", "armv7");

    private final Path folder;
    private boolean ready;

    /** @param folder belongs to the user alone; made when it is not there */
    public SerialLibrary(Path folder) {
        this.folder = folder;
    }

    /** To be called before any other use of jSerialComm. Cheap after the first time. */
    synchronized void prepare() {
        if (ready) {
            return;
        }
        ready = true;
        if (!System.getProperty(LIBRARY_PATH, "").isEmpty()) {
            return; // somebody has decided already
        }
        try {
            unpack();
            System.setProperty(LIBRARY_PATH, folder.toString());
        } catch (IOException e) {
            LOG.warn("The library for serial ports could not be unpacked into {}", folder, e);
        }
    }

    /** Leaves what is right already alone, and replaces what is not. */
    void unpack() throws IOException {
        ownFolder(folder);
        String system = system();
        for (String processor : processors()) {
            String name = system + "/" + processor + "/" + fileName(system);
            try (InputStream resource = SerialPort.class.getResourceAsStream("/" + name)) {
                if (resource != null) {
                    put(folder.resolve(name), resource.readAllBytes());
                }
            }
        }
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        ownFolder(file.getParent().getParent());
        ownFolder(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "new", ".tmp");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void ownFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** The names that the library's folders have inside its jar. */
    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return "Windows";
        }
        return name.contains("mac") ? "OSX" : "Linux";
    }

    private static String fileName(String system) {
        return switch (system) {
            case "Windows" -> "jSerialComm.dll";
            case "OSX" -> "libjSerialComm.jnilib";
            default -> "libjSerialComm.so";
        };
    }

    private static List<String> processors() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> List.of("x86_64");
            case "x86", "i386", "i586", "i686" -> List.of("x86");
            case "aarch64", "arm64" -> List.of("armv8_64", "aarch64");
            case "ppc64le" -> List.of("ppc64le");
            default -> ARM;
        };
    }
}
