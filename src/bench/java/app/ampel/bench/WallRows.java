package app.ampel.bench;

import app.ampel.desktoptest.DesktopSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a wall of many costs, on a screen as it hangs on walls: memory, and time when its page turns. */
final class WallRows {

    private static final int ONLINE = 5_000;
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    /** A pulse of the toolkit, thirty times a second: what takes longer is seen as a stutter. */
    private static final String A_PULSE = "33 ms";

    private final Shipped program;

    WallRows(Shipped program) {
        this.program = program;
    }

    List<Row> rows() throws Exception {
        Path folder = Files.createTempDirectory("ampel-b");
        try (DesktopSession desktop = new DesktopSession(folder, folder, WIDTH, HEIGHT, "openbox", "--sm-disable");
                Launched wall = Launched.start(
                        command(folder),
                        desktop.env(),
                        program.scratch().resolve("wall.log"),
                        line -> line.startsWith("wall "))) {
            String[] figures = wall.line().split(" ");
            double before = Double.parseDouble(figures[1]);
            double after = Double.parseDouble(figures[2]);
            return List.of(
                    Row.of("Wall of 5000 on the screen, heap", after - before, "MB"),
                    Row.of("Wall of 5000, a page turns, median, processor", Double.parseDouble(figures[3]), "ms"),
                    Row.of("Wall of 5000, a page turns, p99, processor", Double.parseDouble(figures[4]), "ms")
                            .target(A_PULSE));
        }
    }

    private List<String> command(Path folder) {
        List<String> command = new ArrayList<>(program.java(MeasuredWall.class));
        command.addAll(List.of(folder.toString(), Integer.toString(ONLINE), Integer.toString(ONLINE)));
        return command;
    }
}
