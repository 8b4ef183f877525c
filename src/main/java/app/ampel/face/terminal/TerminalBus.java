package app.ampel.face.terminal;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.lights.manager.LightLink;
import app.ampel.service.threads.Daemons;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one light in the terminal. It says a line when what it shows changes, and never animates. A terminal may stop reading
 * for as long as somebody likes, so lines are printed on a thread of its own, which then goes on with the newest.
 */
public final class TerminalBus implements LightBus {

    private static final Logger LOG = LoggerFactory.getLogger(TerminalBus.class);

    /** Time for the last line, where the terminal reads. */
    private static final long LAST_LINE_MILLIS = 1000;

    private static final long IDLE_SECONDS = 15;

    private final Found light;
    private final Consumer<String> out;
    private final ThreadPoolExecutor printing = printing();

    /** What is to be printed, if it has not been yet; null: nothing. */
    private final AtomicReference<String> newest = new AtomicReference<>();

    private String said;

    /** @param out takes whole lines without their end, on a thread of the bus's own; may block */
    public TerminalBus(TerminalRenderer renderer, Consumer<String> out) {
        this.light = new Found("terminal", new Model(renderer), "Terminal", "terminal", Condition.OK, Optional.empty());
        this.out = out;
        this.said = renderer.line(LightCommand.OFF);
    }

    @Override
    public List<Found> list() {
        return List.of(light);
    }

    @Override
    public LightLink open(Found found) {
        return new LightLink() {
            @Override
            public void send(Report report) {
                say(report.text());
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    private synchronized void say(String line) {
        if (!line.equals(said)) {
            said = line;
            if (newest.getAndSet(line) == null) {
                print();
            }
        }
    }

    private void print() {
        try {
            printing.execute(() -> out.accept(newest.getAndSet(null)));
        } catch (RejectedExecutionException e) {
            LOG.debug("The terminal's light has ended", e);
        }
    }

    private static ThreadPoolExecutor printing() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named("ampel-terminal"));
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    @Override
    public void watch(Runnable changed) {
        // It never comes nor goes.
    }

    /** Waits a moment for the last line. */
    @Override
    public void close() {
        printing.shutdown();
        try {
            if (!printing.awaitTermination(LAST_LINE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.info("The terminal does not read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Model(TerminalRenderer renderer) implements LightModel {
        @Override
        public String key() {
            return "terminal";
        }

        @Override
        public String name() {
            return "Terminal";
        }

        @Override
        public Transport transport() {
            return Transport.TERMINAL;
        }

        @Override
        public List<UsbId> ids() {
            return List.of();
        }

        @Override
        public Program encode(LightCommand command) {
            return Program.once(Report.text(Transport.TERMINAL, renderer.line(command)));
        }
    }
}
