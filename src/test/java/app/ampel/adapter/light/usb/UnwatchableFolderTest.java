package app.ampel.adapter.light.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule: what cannot be watched is looked at, until it can be watched. */
class UnwatchableFolderTest {

    @TempDir
    private Path dev;

    private final AtomicInteger told = new AtomicInteger();
    private final List<Runnable> scans = new ArrayList<>();
    private int scansClosed;
    private boolean none = true;
    private final FolderWatch watch = new FolderWatch(this::open, Scan::new);

    /** Like a system that has no watch left for this user. */
    private java.nio.file.WatchService open() throws IOException {
        if (none) {
            throw new IOException("User limit of inotify instances reached or too many open files");
        }
        return FileSystems.getDefault().newWatchService();
    }

    /** A slow look that is cranked by hand. */
    private final class Scan implements HotPlug {
        @Override
        public void watch(Path folder, Predicate<String> wanted, Runnable changed) {
            scans.add(changed);
        }

        @Override
        public void close() {
            scansClosed++;
        }
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void isLookedAtAndSaidToBe() {
        watch.watch(dev, name -> true, told::incrementAndGet);
        assertThat(watch.isSlow()).isTrue();
        assertThat(scans).hasSize(1);
        scans.get(0).run();
        scans.get(0).run();
        assertThat(told).hasValue(2);
    }

    @Test
    void isWatchedAsSoonAsItCanBeAndNoLongerLookedAt() throws IOException {
        watch.watch(dev, name -> name.startsWith("hidraw"), told::incrementAndGet);
        none = false;
        scans.get(0).run();
        assertThat(watch.isSlow()).isFalse();
        assertThat(scansClosed).isEqualTo(1);
        int before = told.get();
        Files.createFile(dev.resolve("hidraw0"));
        await().until(() -> told.get() > before);
    }

    @Test
    void neitherStopsTheOther() throws IOException {
        none = false;
        Path later = dev.resolve("later");
        AtomicInteger other = new AtomicInteger();
        watch.watch(later, name -> true, other::incrementAndGet);
        watch.watch(dev, name -> name.startsWith("tty"), told::incrementAndGet);
        assertThat(watch.isSlow())
                .as("a folder that is not there is nobody's fault")
                .isFalse();
        Files.createFile(dev.resolve("ttyACM0"));
        await().until(() -> told.get() > 0);
        Files.createDirectory(later);
        scans.get(0).run();
        int before = other.get();
        Files.createFile(later.resolve("light"));
        await().until(() -> other.get() > before);
    }

    @Test
    void oneThatGoesAwayIsLookedForAgain() throws IOException {
        none = false;
        Path folder = Files.createDirectory(dev.resolve("folder"));
        watch.watch(folder, name -> true, told::incrementAndGet);
        Files.delete(folder);
        await().until(() -> scans.size() == 1);
        Files.createDirectory(folder);
        scans.get(0).run();
        int before = told.get();
        Files.createFile(folder.resolve("light"));
        await().until(() -> told.get() > before);
    }
}
