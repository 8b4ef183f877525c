package app.ampel.face.cli;

import app.ampel.domain.light.LightState;
import app.ampel.domain.light.Transport;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.ManualStatus;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.text.Phrases;
import app.ampel.service.text.Sentence;
import app.ampel.service.threads.Daemons;
import app.ampel.service.threads.Dispatch;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells in the terminal what happens while Ampel runs there: a line with the time for each change. Prints on a thread of
 * its own, because a terminal that is held or a pipe that nobody reads may take a line for ever; then the oldest lines
 * that wait are lost. Any thread; nothing here blocks.
 */
public final class ConsoleReporter implements AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** Of lines that wait for the terminal. */
    private static final int MOST = 256;

    private static final long PRINTED_WITHIN_MILLIS = 300;

    private final ThreadPoolExecutor printer;
    private final Console console;
    private final Clock clock;
    private final Sentence sentence;
    private String said = "";
    private Map<String, LightState> lights = Map.of();
    private Optional<ManualStatus> manual = Optional.empty();

    /** @param clock whose time stands before each line */
    public ConsoleReporter(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        this.printer = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST),
                Daemons.named("ampel-terminal"),
                new ThreadPoolExecutor.DiscardOldestPolicy());
        // Whoever has something to say need not find a thread for it.
        printer.prestartCoreThread();
        this.sentence = new Sentence(console.words(), console.zones());
    }

    /** Says what has changed since the last time, if anybody would notice. */
    public synchronized void report(Overview overview) {
        Snapshot now = overview.snapshot();
        lights(overview.lights());
        String latest = nothingYet(now.reading()) ? said : sentence.headline(now);
        if (!latest.equals(said)) {
            said = latest;
            say(latest);
        } else {
            keptAlive(now)
                    .ifPresent(until ->
                            say(console.say("narrator.kept-alive", TIME.format(until.atZone(console.zone())))));
        }
        manual = now.manual();
    }

    private static boolean nothingYet(PresenceReading reading) {
        return reading.kind() == PresenceReading.Kind.STALE && reading.last().isEmpty();
    }

    /** Lights that came, went, or have trouble. */
    private void lights(List<LightState> now) {
        Map<String, LightState> latest = new TreeMap<>();
        now.stream()
                .filter(light -> light.transport() != Transport.TERMINAL)
                .forEach(light -> latest.put(light.id(), light));
        latest.forEach((id, light) -> {
            LightState before = lights.get(id);
            if (before == null || before.condition() != light.condition()) {
                boolean fine = light.condition() == LightState.Condition.OK;
                say(fine ? console.say("narrator.light-there", Phrases.tame(light.title())) : sentence.light(light));
            }
        });
        lights.forEach((id, light) -> {
            if (!latest.containsKey(id)) {
                say(console.say("narrator.light-gone", Phrases.tame(light.title())));
            }
        });
        lights = latest;
    }

    private Optional<Instant> keptAlive(Snapshot now) {
        Optional<Instant> before = manual.flatMap(ManualStatus::leaseUntil);
        Optional<Instant> latest = now.manual().flatMap(ManualStatus::leaseUntil);
        return before.isPresent() && !before.equals(latest) ? latest : Optional.empty();
    }

    /** What the terminal's light shows. */
    public synchronized void light(String line) {
        say(line);
    }

    /** A line of somebody else's. */
    public synchronized void say(String line) {
        String timed = TIME.format(clock.instant().atZone(console.zone())) + "  " + line;
        Dispatch.run(printer, () -> console.print(timed));
    }

    /** Waits a moment for the last lines; what is said later is lost. */
    @Override
    public void close() {
        printer.shutdown();
        try {
            if (!printer.awaitTermination(PRINTED_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
                printer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
