package app.ampel;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A home for the demo: the one that the user wants, or a temporary one that is gone afterwards. */
record DemoHome(Folders folders, InstanceLock lock, boolean temporary) implements AutoCloseable {

    static DemoHome take(Optional<Path> wanted) throws IOException, ProblemException {
        Path home = wanted.isPresent() ? wanted.get() : Files.createTempDirectory("ampel-demo-");
        Folders folders = Folders.of(Optional.of(home));
        InstanceLock lock = InstanceLock.tryTake(folders)
                .orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.HOME_TAKEN)));
        return new DemoHome(folders, lock, wanted.isEmpty());
    }

    /** Idempotent; whoever is second waits for the first. */
    @Override
    public synchronized void close() {
        lock.close();
        if (temporary && Files.exists(folders.home())) {
            try (Stream<Path> found = Files.walk(folders.home())) {
                for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                // No logger before: the first one made decides where the log goes, and that is known with the home
                // only.
                LoggerFactory.getLogger(DemoHome.class).warn("Something of the demo is left in {}", folders.home(), e);
            }
        }
    }
}
