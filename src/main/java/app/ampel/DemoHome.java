package app.ampel;

import app.ampel.desktop.Folders;
import app.ampel.desktop.InstanceLock;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A home for the demo: the one that the user wants, or a temporary one that is gone afterwards. */
record DemoHome(Folders folders, InstanceLock lock, boolean temporary) implements AutoCloseable {

    static DemoHome take(Optional<Path> wanted) throws IOException, ProblemException {
        Path home = wanted.isPresent() ? wanted.get() : Files.createTempDirectory("ampel-demo-");
        Folders folders = Folders.of(Optional.of(home));
        InstanceLock lock = InstanceLock.tryTake(folders)
                .orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.HOME_TAKEN)));
        return new DemoHome(folders, lock, wanted.isEmpty());
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (temporary) {
            List<Path> all;
            try (Stream<Path> found = Files.walk(folders.home())) {
                all = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        }
    }
}
