package app.ampel.adapter.light.serial;

import app.ampel.adapter.os.OperatingSystem;
import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * jSerialComm's native library. By itself it would unpack it under a fixed name into a folder that everybody may write
 * to, and next time load whatever lies there; it also goes there when it cannot load what it was pointed at. The rule: it is
 * loaded from a folder of the user's own or not at all, which has to be seen to before its classes are first used.
 *
 * <p>When the process ends, jSerialComm closes all ports at once, so that nobody can say dark any more; it is made to wait
 * until whoever uses it has let go.
 */
public final class SerialLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(SerialLibrary.class);
    private static final String LIBRARY_PATH = "jSerialComm.library.path";
    private static final String NAME_IN_THE_PATH = "fazecast.jSerialComm.appid";
    private static final String UP = "../";

    /** More folders than there are above any. */
    private static final int DEEPEST = 64;

    private static final List<String> ARM = List.of("armv7hf", "armv6hf", "armv8_32", "armv5", "armv7");

    /** The end of the process waits no longer for lights to be dark. */
    private static final Duration LETS_GO_WITHIN = Duration.ofSeconds(8);

    private final Path folder;
    private final Supplier<Runnable> around;
    private final Users users = new Users();
    private boolean ready;
    private Optional<String> missing = Optional.empty();

    /** @param folder belongs to the user alone; made when it is not there */
    public SerialLibrary(Path folder) {
        this(folder, () -> () -> {});
    }

    /** @param around run before the library is loaded, which changes what this process does on signals, and what it gives after */
    public SerialLibrary(Path folder, Supplier<Runnable> around) {
        this.folder = folder;
        this.around = around;
    }

    /**
     * To be called before any other use of jSerialComm. Cheap after the first time.
     *
     * @throws UnsatisfiedLinkError when it cannot be used; then nothing of jSerialComm may be touched
     */
    synchronized void prepare() {
        if (missing.isPresent()) {
            throw new UnsatisfiedLinkError(missing.get());
        }
        if (ready) {
            return;
        }
        try {
            unpack();
            if (System.getProperty(LIBRARY_PATH, "").isEmpty()) {
                System.setProperty(LIBRARY_PATH, folder.toString());
            }
            leadAside();
            Runnable after = around.get();
            SerialPort.addShutdownHook(new Thread(() -> users.awaitNone(LETS_GO_WITHIN), "ampel-ports"));
            after.run();
            ready = true;
        } catch (IOException | LinkageError e) {
            LOG.warn("The library for serial ports cannot be had from {}", folder, e);
            missing = Optional.of(String.valueOf(e.getMessage()));
            throw new UnsatisfiedLinkError(missing.get());
        }
    }

    /**
     * Where jSerialComm cannot load what it is pointed at, it goes on to the temporary folder and to the user's home, both
     * with this name in the path: which leads back into our folder. On Windows both are the user's own anyway.
     */
    private void leadAside() {
        Path aside = folder.toAbsolutePath().resolve("aside");
        if (aside.getRoot().toString().equals("/")) {
            String name = UP.repeat(DEEPEST) + aside.getRoot().relativize(aside);
            System.setProperty(NAME_IN_THE_PATH, name);
        }
    }

    /** From now on until {@link #release} the ports are needed, also while the process ends. */
    void acquire() {
        users.add();
    }

    void release() {
        users.remove();
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

    /** Not a link, and of the same owner as a file that is made in it this moment. */
    private static void ownFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            if (Files.isSymbolicLink(folder)) {
                throw new IOException("a link: " + folder);
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path probe = Files.createTempFile(folder, "new", ".tmp");
            try {
                if (!Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))) {
                    throw new IOException("somebody else's: " + folder);
                }
            } finally {
                Files.delete(probe);
            }
        }
    }

    /** The names that the library's folders have inside its jar. */
    private static String system() {
        return switch (OperatingSystem.current()) {
            case WINDOWS -> "Windows";
            case MACOS -> "OSX";
            case LINUX -> "Linux";
        };
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

    /** Who uses the ports. */
    private static final class Users {
        private int count;

        synchronized void add() {
            count++;
        }

        synchronized void remove() {
            count--;
            notifyAll();
        }

        synchronized void awaitNone(Duration atMost) {
            long end = System.nanoTime() + atMost.toNanos();
            long left = atMost.toMillis();
            try {
                while (count > 0 && left > 0) {
                    wait(left);
                    left = (end - System.nanoTime()) / 1_000_000;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
