package app.ampel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as it is shipped, from outside. Linux only. */
final class Processes {

    private static final int TIMES = 5;

    private final Path program;
    private final Path scratch;

    Processes(Path program, Path scratch) {
        this.program = program;
        this.scratch = scratch;
    }

    List<Row> rows() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("Start to first light", median(this::secondsToFirstLight), "s")
                .target("1.2 s"));
        rows.add(status());
        rows.addAll(answerToLight());
        rows.addAll(idle());
        return rows;
    }

    @FunctionalInterface
    private interface Timed {
        double seconds(int number) throws IOException, InterruptedException;
    }

    /** One more than counts, first: it brings the files into memory. */
    private static double median(Timed timed) throws IOException, InterruptedException {
        timed.seconds(0);
        double[] all = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            all[i] = timed.seconds(i + 1);
        }
        return Median.of(all);
    }

    private double secondsToFirstLight(int number) throws IOException, InterruptedException {
        Path home = home("start-" + number);
        SignedInHome.fill(home);
        List<String> command = ampel("--home", home.toString(), "run", "--headless");
        try (Launched run = Launched.start(command, home.resolve("err"), Processes::isLight)) {
            return run.secondsToLine(line -> line.endsWith("  " + SignedInHome.FIRST_LIGHT));
        }
    }

    /** The narrator puts the time in front. */
    private static boolean isLight(String line) {
        return line.contains("  Light: ");
    }

    private Row status() throws IOException, InterruptedException {
        Path home = home("status");
        List<String> run = ampel("--home", home.toString(), "run", "--headless");
        List<String> status = ampel("--home", home.toString(), "status");
        try (Launched running = Launched.start(run, home.resolve("err"), Processes::isLight)) {
            running.secondsToLine(line -> true);
            double seconds = median(number -> {
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
                java(AnswerToLight.class), scratch.resolve("answer.log"), line -> line.matches(figures))) {
            String[] milliseconds = measuring.line().split(" ");
            return List.of(
                    Row.of("Graph's answer to HID write, p50", Double.parseDouble(milliseconds[0]), "ms"),
                    Row.of("Graph's answer to HID write, p99", Double.parseDouble(milliseconds[1]), "ms")
                            .target("5 ms"));
        }
    }

    private List<Row> idle() throws IOException, InterruptedException {
        Idle idle = new Idle(scratch, TIMES);
        String demo = "Idle, signed in (demo)";
        String signedOut = "Idle, signed out";
        idle.start(demo, number -> ampel("--home", home("idle-demo-" + number).toString(), "demo", "--speed", "1"));
        idle.start(signedOut, number -> ampel("--home", home("idle-" + number).toString(), "run", "--headless"));
        idle.start("Idle JVM, for comparison", number -> java(IdleJvm.class));
        List<Row> rows = new ArrayList<>();
        idle.measure().forEach((kind, figures) -> {
            boolean ours = kind.equals(demo) || kind.equals(signedOut);
            rows.add(ours ? figures.get(0).target("100 MB") : figures.get(0));
            rows.add(ours ? figures.get(1).target("0.3 % of a core") : figures.get(1));
            rows.add(kind.equals(signedOut) ? figures.get(2).target("12 /min") : figures.get(2));
            rows.add(figures.get(3));
        });
        return rows;
    }

    /** One of the benchmarks' own classes, with the flags of the shipped program. */
    private List<String> java(Class<?> main) {
        return List.of(
                "java",
                "@" + program.resolve("lib/jvm.options"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    private List<String> ampel(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(program.resolve("bin/ampel").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private Path home(String name) throws IOException {
        return Files.createTempDirectory(scratch, name + "-");
    }
}
