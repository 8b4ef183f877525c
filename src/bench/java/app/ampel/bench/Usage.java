package app.ampel.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a process has used until now, by Linux's {@code /proc}.
 *
 * @param cpuSeconds of all its threads, in user and kernel mode
 * @param rssMegabytes resident now, shared pages included
 * @param threads how often each has gone to sleep of its own accord
 */
record Usage(double cpuSeconds, double rssMegabytes, Map<String, Sleeps> threads) {

    /** Linux counts time in hundredths of a second for user space, on every machine. */
    private static final double TICKS_PER_SECOND = 100;

    /** @param name cut off by Linux after 15 characters */
    record Sleeps(String name, long count) {
        boolean isAmpels() {
            return name.startsWith("ampel-");
        }
    }

    static boolean isMeasurable() {
        return Files.isDirectory(Path.of("/proc/self/task"));
    }

    static Usage of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        String stat = Files.readString(process.resolve("stat"));
        // The second field is the name in brackets and may contain anything; the 14th and 15th are the times.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double cpu = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        double rss = number(process.resolve("status"), "VmRSS") / 1024.0;
        return new Usage(cpu, rss, threads(process.resolve("task")));
    }

    private static Map<String, Sleeps> threads(Path tasks) throws IOException {
        Map<String, Sleeps> threads = new HashMap<>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(tasks)) {
            for (Path task : each) {
                try {
                    threads.put(
                            task.getFileName().toString(),
                            new Sleeps(
                                    Files.readString(task.resolve("comm")).strip(),
                                    number(task.resolve("status"), "voluntary_ctxt_switches")));
                } catch (NoSuchFileException e) {
                    // It has ended since it was listed.
                }
            }
        }
        return threads;
    }

    private static long number(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("no " + name + " in " + status));
    }

    /** Sleeps since {@code before}; a thread that has ended meanwhile is not counted. */
    long sleepsSince(Usage before, boolean onlyAmpels) {
        return threads.entrySet().stream()
                .filter(thread -> !onlyAmpels || thread.getValue().isAmpels())
                .mapToLong(thread -> thread.getValue().count()
                        - before.threads
                                .getOrDefault(thread.getKey(), new Sleeps("", 0))
                                .count())
                .sum();
    }
}
