package app.ampel.face.control;

import app.ampel.adapter.os.files.Folders;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A home in a temporary folder with a short name, as sockets need it; JUnit's own have long ones. */
public final class Home implements AutoCloseable {

    private final Path folder;

    public Home() {
        try {
            folder = Files.createTempDirectory("a").toRealPath();
            Files.createDirectory(folder.resolve("run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public Path machineSettings() {
        return folder.resolve("machine.json");
    }

    public Folders folders() {
        return new Folders(
                folder.resolve("home"),
                machineSettings(),
                List.of(folder.resolve("run").resolve("ampel")));
    }

    public static Messages words() {
        return Messages.in(Locale.ENGLISH);
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
