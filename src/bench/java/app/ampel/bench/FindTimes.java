package app.ampel.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * The slowest of a hundred decisions, which an average hides: in this JVM, each measured on its own. Processor time of the thread
 * that decides, as whatever else the computer does meanwhile is none of it.
 */
final class FindTimes {

    private static final int WARM_UP = 5_000;
    private static final int TIMES = 5_000;
    private static final int PERCENT = 99;

    private FindTimes() {}

    static List<Row> rows() {
        FindBenchmark benchmark = new FindBenchmark();
        benchmark.gather();
        for (int i = 0; i < WARM_UP; i++) {
            benchmark.find();
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] milliseconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            benchmark.find();
            milliseconds[i] = (threads.getCurrentThreadCpuTime() - begin) / 1e6;
        }
        Arrays.sort(milliseconds);
        return List.of(Row.of("Find in a group of 600, p99, processor", milliseconds[TIMES * PERCENT / 100], "ms")
                .target("1 ms"));
    }
}
