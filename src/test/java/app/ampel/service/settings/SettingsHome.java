package app.ampel.service.settings;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.os.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A home of its own with real files of settings, gone with the tests. */
public final class SettingsHome {

    private static final Path ALL = makeAll();

    private final Path folder;
    private final Path home;

    public SettingsHome() {
        try {
            folder = Files.createTempDirectory(ALL, "one");
            home = Files.createDirectory(folder.resolve("home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path makeAll() {
        try {
            Path all = Files.createTempDirectory("ampel-settings");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(all)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path all) {
        try (Stream<Path> paths = Files.walk(all)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return home;
    }

    public Path file() {
        return home.resolve("settings.json");
    }

    /** What the user has written there. */
    public SettingsHome typed(String json) {
        write(file(), json);
        return this;
    }

    /** What the administrator has decided for this computer. */
    public SettingsHome decided(String json) {
        write(folder.resolve("machine.json"), json);
        return this;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it. */
    public SettingsStore open() {
        return new SettingsStore(
                new SettingsFiles(
                        Keys.ALL, new Folders(home, folder.resolve("machine.json"), List.of()), Clock.systemUTC()),
                Runnable::run);
    }

    /** From now on nothing can be written there: the folder is none any more. */
    public void spoil() {
        move(home, folder.resolve("away"));
        write(home, "no folder");
    }

    /** It can be written again. */
    public void mend() {
        try {
            Files.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        move(folder.resolve("away"), home);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
