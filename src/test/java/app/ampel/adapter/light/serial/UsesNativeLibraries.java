package app.ampel.adapter.light.serial;

import app.ampel.adapter.os.files.NativeLibraries;
import com.fazecast.jSerialComm.SerialPort;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.text.Text;

/** A program of its own: uses everything that brings native libraries, and prints which files it then has in its memory. */
public final class UsesNativeLibraries {

    private UsesNativeLibraries() {}

    /** @param arguments where to keep them; without that it is careless */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (String folder : arguments) {
            NativeLibraries.keepIn(Path.of(folder));
            new SerialLibrary(Path.of(folder)).prepare();
        }
        SerialPort.getCommPorts();
        NativeLibrary.getInstance("hidapi");
        CountDownLatch shown = new CountDownLatch(1);
        Platform.startup(() -> {
            new Text("Ampel").getLayoutBounds();
            shown.countDown();
        });
        shown.await();
        Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains(" /"))
                .map(line -> line.substring(line.indexOf(" /") + 1))
                .distinct()
                .forEach(System.out::println);
        System.exit(0);
    }
}
