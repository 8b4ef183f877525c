package app.ampel.bench;

import app.ampel.adapter.graph.LiveMicrosoft;
import app.ampel.adapter.graph.signin.SignedInHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program as it is shipped, from outside. Linux only. */
final class Processes {

    private static final int TIMES = 5;

    private static final String SIGNED_IN = "Idle, signed in";
    private static final String TRAY = "Idle, with tray";
    private static final String WINDOW = "Idle, with window";
    private static final String SIGNED_OUT = "Idle, signed out";

    /** What they are to stay below, in megabytes. */
    private static final Map<String, String> MEMORY =
            Map.of(SIGNED_IN, "100 MB", TRAY, "115 MB", WINDOW, "160 MB", SIGNED_OUT, "100 MB");

    private final Shipped program;

    Processes(Shipped program) {
        this.program = program;
    }

    List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>();
        program.makeReady();
        rows.add(Row.of("Start to first light", median(this::secondsToFirstLight), "s")
                .target("1.2 s"));
        rows.add(status());
        rows.addAll(answerToLight());
        try (LiveMicrosoft microsoft = new LiveMicrosoft(program.scratch())) {
            rows.addAll(new Clicks(program, microsoft, TIMES).rows());
            rows.addAll(new ClosedWindow(program, microsoft).rows());
            rows.addAll(new WallRows(program).rows());
            rows.addAll(idle(microsoft));
        }
        return rows;
    }

    @FunctionalInterface
    private interface Timed {
        double seconds() throws IOException, InterruptedException;
    }

    /** One more than counts, first: it brings the files into memory. */
    private static double median(Timed timed) throws IOException, InterruptedException {
        timed.seconds();
        double[] all = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            all[i] = timed.seconds();
        }
        return Median.of(all);
    }

    private double secondsToFirstLight() throws IOException, InterruptedException {
        Path home = program.home();
        SignedInHome.fill(home);
        try (Launched run =
                Launched.start(program.ampel(home, "run", "--headless"), home.resolve("err"), Processes::isLight)) {
            return run.secondsToLine(line -> line.endsWith("  " + SignedInHome.FIRST_LIGHT));
        }
    }

    /** The narrator puts the time in front. */
    private static boolean isLight(String line) {
        return line.contains("  Light: ");
    }

    private Row status() throws IOException, InterruptedException {
        Path home = program.home();
        List<String> status = program.ampel(home, "status");
        try (Launched running =
                Launched.start(program.ampel(home, "run", "--headless"), home.resolve("err"), Processes::isLight)) {
            running.secondsToLine(line -> true);
            double seconds = median(() -> {
                try (Launched one = Launched.start(status, home.resolve("status-err"), line -> false)) {
                    return one.secondsToEnd();
                }
            });
            return Row.of("ampel status, there and back", seconds, "s").target("0.3 s");
        }
    }

    private List<Row> answerToLight() throws IOException, InterruptedException {
        String figures = "[0-9.E-]+ [0-9.E-]+";
        try (Launched measuring = Launched.start(
                program.java(AnswerToLight.class),
                program.scratch().resolve("answer.log"),
                line -> line.matches(figures))) {
            String[] milliseconds = measuring.line().split(" ");
            return List.of(
                    Row.of("Graph's answer to HID write, p50", Double.parseDouble(milliseconds[0]), "ms"),
                    Row.of("Graph's answer to HID write, p99", Double.parseDouble(milliseconds[1]), "ms")
                            .target("5 ms"));
        }
    }

    private List<Row> idle(LiveMicrosoft microsoft) throws Exception {
        Idle idle = new Idle(program.scratch(), TIMES);
        List<Row> rows = new ArrayList<>();
        try (BenchDesktop desktop = new BenchDesktop(microsoft.environment())) {
            idle.start(
                    SIGNED_IN,
                    microsoft.environment(),
                    () -> program.ampel(program.homeAt(microsoft), "run", "--headless"));
            idle.start(WINDOW, desktop.environment(), () -> program.ampel(program.homeAt(microsoft), "run"));
            desktop.panel().awaitIcons(TIMES);
            for (int icon = 0; icon < TIMES; icon++) {
                desktop.panel().open(icon);
            }
            idle.start(TRAY, desktop.environment(), () -> program.ampel(program.homeAt(microsoft), "run"));
            idle.start(SIGNED_OUT, () -> program.ampel(program.home(), "run", "--headless"));
            idle.start("Idle JVM, for comparison", () -> program.java(IdleJvm.class));
            idle.measure().forEach((kind, figures) -> rows.addAll(withTargets(kind, figures)));
        }
        return rows;
    }

    private static List<Row> withTargets(String kind, List<Row> figures) {
        if (!MEMORY.containsKey(kind)) {
            return figures;
        }
        return List.of(
                figures.get(0).target(MEMORY.get(kind)),
                figures.get(1).target("0.3 % of a core"),
                kind.equals(SIGNED_OUT) ? figures.get(2).target("12 /min") : figures.get(2),
                figures.get(3));
    }
}
