package app.ampel.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists the classes that a window loads, for {@code lib/archive} to put into one file that the JVM maps into memory as it
 * is. The list comes from the demo, which signs in and opens the window, on a screen that is only simulated.
 */
final class MakeClassList {

    static final Path OPTIONS = Path.of("packaging/launcher/jvm.options");

    /** What the demo says when all of this has happened. */
    private static final String SIGNED_IN = "Light: red";

    /** After that, until the window has been drawn. */
    private static final long DRAWING_SECONDS = 2;

    private static final long PATIENCE_SECONDS = 120;

    /**
     * Most of what only a window needs. The file takes memory from the start of the program, so it has no class that is
     * loaded while others are, on the toolkit's other threads.
     */
    private static final Pattern OF_A_WINDOW = Pattern.compile("(javafx|com/sun/javafx)/.*");

    private MakeClassList() {}

    static void make(Path list) throws IOException, InterruptedException {
        Path raw = Path.of("target/demo.classes");
        // A short name: sockets want one.
        Path home = Files.createTempDirectory("ampel-c");
        try {
            runDemo(raw, home.resolve("home"));
        } finally {
            delete(home);
        }
        Files.write(list, kept(Files.readAllLines(raw)));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void runDemo(Path raw, Path home) throws IOException, InterruptedException {
        ProcessBuilder demo = new ProcessBuilder(List.of(
                System.getProperty("java.home") + "/bin/java",
                "@" + OPTIONS,
                "-Xshare:off",
                "-XX:DumpLoadedClassList=" + raw,
                "-Duser.language=en",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-cp",
                System.getProperty("java.class.path"),
                "app.ampel.Main",
                "demo",
                "--speed",
                "600",
                "--home",
                home.toString()));
        demo.redirectErrorStream(true);
        // A display, so that there is a window; nothing to open a browser with, so that nobody is waited for.
        demo.environment().keySet().removeAll(Set.of("DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY"));
        demo.environment().putAll(Map.of("DISPLAY", "none", "PATH", ""));
        Process process = demo.start();
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try {
            awaitSignIn(process);
            TimeUnit.SECONDS.sleep(DRAWING_SECONDS);
        } finally {
            process.destroy();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void awaitSignIn(Process demo) throws IOException {
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains(SIGNED_IN)) {
                    return;
                }
            }
        }
        throw new IOException("the demo ended too soon, after it said:\n" + String.join("\n", said));
    }

    /** Their names, in order. */
    static Set<String> kept(List<String> raw) {
        return raw.stream()
                .map(line -> line.split(" ")[0])
                .filter(name -> OF_A_WINDOW.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
