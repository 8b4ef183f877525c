package app.ampel.desktoptest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;

/**
 * A desktop of its own: an X server without a screen, a session bus and a window manager, each ended with it. Needs the
 * packages for a desktop that {@code .ci/run} names.
 */
public final class DesktopSession implements AutoCloseable {

    public static final int WIDTH = 1100;
    public static final int HEIGHT = 700;
    public static final Rectangle SCREEN = new Rectangle(WIDTH, HEIGHT);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Path pictures;
    private final Map<String, String> env = new HashMap<>();
    private final List<Process> running = new ArrayList<>();

    /** A plain one. */
    public DesktopSession(Path folder, Path pictures) throws IOException {
        this(folder, pictures, WIDTH, HEIGHT, "openbox", "--sm-disable");
    }

    /**
     * @param folder for everything that the programs write; with a short path
     * @param pictures where pictures of the screen are left
     * @param windowManager the command that starts it
     */
    public DesktopSession(Path folder, Path pictures, int width, int height, String... windowManager)
            throws IOException {
        this.folder = folder;
        this.pictures = Files.createDirectories(pictures);
        env.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        env.put("XDG_CONFIG_HOME", folder.resolve("home/.config").toString());
        env.put(
                "XDG_RUNTIME_DIR",
                Files.createDirectories(folder.resolve("run")).toString());
        env.put("LC_ALL", "C.UTF-8");
        env.put("NO_AT_BRIDGE", "1");
        env.put("GSETTINGS_BACKEND", "memory");
        String display = firstLine(
                start("Xvfb", "-displayfd", "1", "-screen", "0", width + "x" + height + "x24", "-nolisten", "tcp"));
        env.put("DISPLAY", ":" + display);
        env.put(
                "DBUS_SESSION_BUS_ADDRESS",
                firstLine(start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1")));
        start(windowManager);
    }

    /** The variables that programs of this desktop need. */
    public Map<String, String> env() {
        return Map.copyOf(env);
    }

    /** Starts a program; what it says on its standard output is to be read from the process. */
    public Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().putAll(env);
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(folder.resolve("errors.txt").toFile()));
        Process process = builder.start();
        running.add(process);
        return process;
    }

    /** Starts a program that talks into the file {@code output}. */
    public Process startInto(Path output, Map<String, String> more, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(env);
        builder.environment().putAll(more);
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("it ended without a word: " + process.info());
        }
        return line;
    }

    /** Runs a program to its end; what it said. */
    public String run(String... command) throws IOException, InterruptedException, TimeoutException {
        Process process = start(command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new TimeoutException(command[0]);
        }
        running.remove(process);
        return said;
    }

    /** A picture of the screen, kept as {@code name}. */
    public BufferedImage picture(String name) throws IOException, InterruptedException, TimeoutException {
        Path file = pictures.resolve(name + ".png");
        run("import", "-silent", "-window", "root", file.toString());
        return ImageIO.read(file.toFile());
    }

    /** A picture of the screen that nobody wants to keep. */
    public BufferedImage look() throws IOException, InterruptedException, TimeoutException {
        return picture("latest");
    }

    /** The middle of all pixels of exactly this colour within {@code area}; empty when there are fewer than {@code atLeast}. */
    public static Optional<Point> middleOf(BufferedImage picture, Rectangle area, int rgb, int atLeast) {
        long x = 0;
        long y = 0;
        int count = 0;
        for (int row = area.y; row < area.getMaxY(); row++) {
            for (int column = area.x; column < area.getMaxX(); column++) {
                if ((picture.getRGB(column, row) & 0xffffff) == rgb) {
                    x += column;
                    y += row;
                    count++;
                }
            }
        }
        return count < atLeast ? Optional.empty() : Optional.of(new Point((int) (x / count), (int) (y / count)));
    }

    /** Waits until there is something of that colour. */
    public Point awaitColour(Rectangle area, int rgb, int atLeast) {
        return await().atMost(PATIENCE)
                .until(() -> middleOf(look(), area, rgb, atLeast), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until there is nothing of that colour. */
    public void awaitNo(Rectangle area, int rgb, int atLeast) {
        await().atMost(PATIENCE)
                .until(() -> middleOf(look(), area, rgb, atLeast).isEmpty());
    }

    /** Where two pictures differ within {@code area}; an empty rectangle when they do not. */
    public static Rectangle difference(BufferedImage before, BufferedImage after, Rectangle area) {
        Rectangle box = new Rectangle(-1, -1);
        for (int y = area.y; y < area.getMaxY(); y++) {
            for (int x = area.x; x < area.getMaxX(); x++) {
                if (before.getRGB(x, y) != after.getRGB(x, y)) {
                    box.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return box;
    }

    /** What {@code xdotool} says of a window in its lines of {@code NAME=number}. */
    public static int number(String geometry, String name) {
        return geometry.lines()
                .filter(line -> line.startsWith(name + "="))
                .mapToInt(line -> Integer.parseInt(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** Moves the pointer there, and presses a button once the panel has seen it. */
    public void click(Point where, int button) throws IOException, InterruptedException, TimeoutException {
        run("xdotool", "mousemove", "--sync", where.x + "", where.y + "", "sleep", "0.4", "click", button + "");
    }

    /** Moves the pointer out of the way. */
    public void moveAway() throws IOException, InterruptedException, TimeoutException {
        run("xdotool", "mousemove", "20", HEIGHT - 20 + "");
    }

    /** Ends a program and all that it started, at once. */
    public static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        for (int i = running.size() - 1; i >= 0; i--) {
            kill(running.get(i));
        }
        assertThat(running).noneMatch(Process::isAlive);
    }
}
