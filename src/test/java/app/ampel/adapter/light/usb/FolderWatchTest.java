package app.ampel.adapter.light.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

    @TempDir
    private Path dev;

    private final HotPlug watch = new FolderWatch();
    private final AtomicInteger hid = new AtomicInteger();
    private final AtomicInteger serial = new AtomicInteger();

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void tellsOfNodesThatComeAgainWhileTheirPermissionsSettleAndOfNodesThatGo() throws IOException {
        watch.watch(dev, name -> name.startsWith("hidraw"), hid::incrementAndGet);
        Path node = Files.createFile(dev.resolve("hidraw7"));
        await().until(() -> hid.get() == 6);
        Files.delete(node);
        await().until(() -> hid.get() > 6);
    }

    @Test
    void tellsNothingOfOtherNames() throws IOException {
        watch.watch(dev, name -> name.startsWith("hidraw"), hid::incrementAndGet);
        watch.watch(dev, name -> name.startsWith("tty"), serial::incrementAndGet);
        Files.createFile(dev.resolve("loop0"));
        Files.createFile(dev.resolve("ttyACM0"));
        await().until(() -> serial.get() > 0);
        assertThat(hid).hasValue(0);
    }

    @Test
    void oneThatThrowsDoesNotEndTheWatch() throws IOException {
        watch.watch(dev, name -> true, () -> {
            hid.incrementAndGet();
            throw new IllegalStateException("a listener's own trouble");
        });
        Files.createFile(dev.resolve("hidraw0"));
        await().until(() -> hid.get() > 1);
    }

    @Test
    void aFolderThatIsNotThereIsNoTrouble() {
        watch.watch(dev.resolve("missing"), name -> true, hid::incrementAndGet);
        watch.close();
        assertThat(hid).hasValue(0);
    }
}
