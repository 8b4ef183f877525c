package app.ampel.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs them all and prints the table. Its one argument is the folder with the program, {@code target/ampel}. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Path program = Path.of(arguments[0]).toAbsolutePath();
        Path scratch = Files.createDirectories(program.resolveSibling("bench"));
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<Row> rows = new ArrayList<>();
        rows.addAll(new Jmh(program.resolve("lib/jvm.options"), scratch.resolve("jmh.log")).rows());
        rows.addAll(FindTimes.rows());
        rows.addAll(WallTimes.rows());
        if (Usage.isMeasurable()) {
            rows.addAll(new Processes(new Shipped(program, scratch)).rows());
        } else {
            rows.add(new Row("Whole processes", "measured on Linux only", ""));
        }
        String table = machine(load) + Row.table(rows);
        Files.writeString(scratch.resolve("table.txt"), table);
        System.out.print(table);
    }

    /** What the figures hang on; a load of more than a fraction of the cores makes them worse than they are. */
    private static String machine(double load) {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, Java %s; load before the first benchmark: %.2f%n",
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                load);
    }
}
