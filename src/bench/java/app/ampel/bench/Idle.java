package app.ampel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What processes use while nobody does anything with them: some of each kind, all at the same time. */
final class Idle {

    private static final Duration SETTLE = Duration.ofSeconds(40);
    private static final Duration WINDOW = Duration.ofMinutes(2);

    /** One process over the window. */
    private record Measured(Usage before, Usage after, double minutes) {

        double cpuPercent() {
            return (after.cpuSeconds() - before.cpuSeconds()) / (minutes * 60) * 100;
        }

        double sleepsPerMinute(boolean onlyAmpels) {
            return after.sleepsSince(before, onlyAmpels) / minutes;
        }
    }

    private final Path scratch;
    private final int times;
    private final Map<String, List<Launched>> kinds = new LinkedHashMap<>();

    Idle(Path scratch, int times) {
        this.scratch = scratch;
        this.times = times;
    }

    /** Makes the command of one process, with a home of its own. */
    @FunctionalInterface
    interface Command {
        List<String> make() throws IOException;
    }

    void start(String kind, Command command) throws IOException {
        start(kind, Map.of(), command);
    }

    /** @param environment see {@link Launched#start} */
    void start(String kind, Map<String, String> environment, Command command) throws IOException {
        List<Launched> processes = new ArrayList<>();
        kinds.put(kind, processes);
        for (int i = 0; i < times; i++) {
            Path log = scratch.resolve("idle-" + kinds.size() + "-" + i + ".log");
            processes.add(Launched.start(command.make(), environment, log, line -> false));
        }
    }

    /** Waits for the processes to come to rest, measures them, and ends them. */
    Map<String, List<Row>> measure() throws IOException, InterruptedException {
        try {
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            Map<Launched, Usage> before = usages();
            long from = System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(WINDOW.toNanos());
            Map<Launched, Usage> after = usages();
            double minutes = (System.nanoTime() - from) / 6e10;
            Map<String, List<Row>> rows = new LinkedHashMap<>();
            kinds.forEach((kind, processes) -> rows.put(
                    kind,
                    rows(
                            kind,
                            processes.stream()
                                    .map(p -> new Measured(before.get(p), after.get(p), minutes))
                                    .toList())));
            return rows;
        } finally {
            for (List<Launched> processes : kinds.values()) {
                for (Launched process : processes) {
                    process.close();
                }
            }
        }
    }

    private Map<Launched, Usage> usages() throws IOException {
        Map<Launched, Usage> usages = new LinkedHashMap<>();
        for (List<Launched> processes : kinds.values()) {
            for (Launched process : processes) {
                usages.put(process, Usage.of(process.pid()));
            }
        }
        return usages;
    }

    private static List<Row> rows(String kind, List<Measured> all) {
        return List.of(
                Row.of(kind + ": resident memory", median(all, m -> m.after().rssMegabytes()), "MB"),
                Row.of(kind + ": processor", median(all, Measured::cpuPercent), "% of a core"),
                Row.of(kind + ": wake-ups, own threads", median(all, m -> m.sleepsPerMinute(true)), "/min"),
                Row.of(kind + ": wake-ups, whole process", median(all, m -> m.sleepsPerMinute(false)), "/min"));
    }

    private static double median(List<Measured> all, ToDoubleFunction<Measured> figure) {
        return Median.of(all.stream().mapToDouble(figure).toArray());
    }
}
