package app.ampel.adapter.files;

import app.ampel.adapter.os.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Keeps a file that could not be read, or is to be replaced, under another name: {@code settings.json.broken-20261120-140503}. */
public final class BrokenFiles {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String BROKEN = ".broken-";
    private static final String BEFORE = ".before-";
    private static final int MOST_TRIES = 100;

    private final Clock clock;

    public BrokenFiles(Clock clock) {
        this.clock = clock;
    }

    /** Copies it, but where the same content has been kept before; the copy's path. */
    Path copy(Path file) throws IOException {
        for (Path kept : kept(file)) {
            if (Files.mismatch(kept, file) < 0) {
                return kept;
            }
        }
        return free(file, BROKEN, target -> copy(file, target));
    }

    /** Copies it, as {@code settings.json.before-20261120-140503}; the copy's path. */
    Path copyBefore(Path file) throws IOException {
        return free(file, BEFORE, target -> copy(file, target));
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.copy(file, target);
        OwnerOnly.close(target);
    }

    /** Renames it; the new path. */
    public Path move(Path file) throws IOException {
        return free(file, BROKEN, target -> {
            OwnerOnly.create(target, new byte[0]);
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** All that have been kept of {@code file}. */
    public static List<Path> kept(Path file) throws IOException {
        String prefix = file.getFileName() + BROKEN;
        try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
            return siblings.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private Path free(Path file, String word, Keeper keeper) throws IOException {
        String name = file.getFileName() + word + STAMP.format(clock.instant());
        for (int i = 1; i <= MOST_TRIES; i++) {
            Path target = file.resolveSibling(i == 1 ? name : name + "-" + i);
            try {
                keeper.keep(target);
                return target;
            } catch (FileAlreadyExistsException e) {
                // Two within one second; the next name is free.
            }
        }
        throw new IOException("no free name");
    }

    @FunctionalInterface
    private interface Keeper {
        void keep(Path target) throws IOException;
    }
}
