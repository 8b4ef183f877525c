package app.ampel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A process under measurement. Its output is read to the end, so that it never waits for us. */
final class Launched implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** The awaited line, and how long after the start it came. */
    private record Seen(double seconds, String line) {}

    private final long startedAt = System.nanoTime();
    private final List<String> command;
    private final Process process;
    private final CompletableFuture<Seen> seen = new CompletableFuture<>();

    private Launched(List<String> command, Process process) {
        this.command = command;
        this.process = process;
    }

    /** Without a display. */
    static Launched start(List<String> command, Path log, Predicate<String> awaited) throws IOException {
        return start(command, Map.of(), log, awaited);
    }

    /**
     * @param environment what it finds there beside the usual; no display but one that stands here
     * @param awaited the line of output that {@link #secondsToLine} and {@link #line} wait for
     */
    static Launched start(List<String> command, Map<String, String> environment, Path log, Predicate<String> awaited)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().putAll(environment);
        Launched launched = new Launched(command, builder.start());
        Thread reader = new Thread(() -> launched.read(awaited), "reader");
        reader.setDaemon(true);
        reader.start();
        return launched;
    }

    private void read(Predicate<String> awaited) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (awaited.test(line)) {
                    seen.complete(new Seen((System.nanoTime() - startedAt) / 1e9, line));
                }
            }
            seen.completeExceptionally(new IOException("the line never came"));
        } catch (IOException e) {
            seen.completeExceptionally(new UncheckedIOException(e));
        }
    }

    long pid() {
        return process.pid();
    }

    /** A figure of a program that has died on the way is none. */
    void expectAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("an early end of " + command);
        }
    }

    /** @param right whether the line is the one that it had to be */
    double secondsToLine(Predicate<String> right) throws IOException, InterruptedException {
        Seen first = first();
        if (!right.test(first.line())) {
            throw new IOException("\"" + first.line() + "\" is not what was expected of " + command);
        }
        return first.seconds();
    }

    String line() throws IOException, InterruptedException {
        return first().line();
    }

    private Seen first() throws IOException, InterruptedException {
        try {
            return seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("not what was expected of " + command, e);
        }
    }

    double secondsToEnd() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("no good end of " + command);
        }
        return (System.nanoTime() - startedAt) / 1e9;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
