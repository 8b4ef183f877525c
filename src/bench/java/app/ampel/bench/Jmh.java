package app.ampel.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The pure functions, each in a JVM of its own with the flags of the shipped program. */
final class Jmh {

    private final Path jvmOptions;
    private final Path log;

    Jmh(Path jvmOptions, Path log) {
        this.jvmOptions = jvmOptions;
        this.log = log;
    }

    List<Row> rows() throws RunnerException {
        List<Row> rows = new ArrayList<>();
        Collection<RunResult> results = new Runner(options()).run();
        for (RunResult result : results) {
            rows.add(Row.of(name(result), result.getPrimaryResult().getScore(), "µs"));
        }
        return rows;
    }

    private Options options() {
        return new OptionsBuilder()
                .include("app\\.ampel\\..*Benchmark\\.")
                .param("model", EncodeBenchmark.models().toArray(String[]::new))
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("@" + jvmOptions)
                .output(log.toString())
                .shouldFailOnError(true)
                .build();
    }

    /** {@code app.ampel.service.engine.DecisionBenchmark.decide} becomes {@code Decision.decide}, with its parameters. */
    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String[] parts = benchmark.split("\\.");
        StringBuilder name = new StringBuilder(parts[parts.length - 2].replace("Benchmark", ""))
                .append('.')
                .append(parts[parts.length - 1]);
        for (String key : result.getParams().getParamsKeys()) {
            name.append(' ').append(result.getParams().getParam(key));
        }
        return name.toString();
    }
}
