package app.ampel.light.terminal;

import app.ampel.light.LightBus;
import app.ampel.light.LightCommand;
import app.ampel.light.LightLink;
import app.ampel.light.LightModel;
import app.ampel.light.LightState.Condition;
import app.ampel.light.Program;
import app.ampel.light.Report;
import app.ampel.light.Transport;
import app.ampel.light.UsbId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The one light in the terminal. It says a line when what it shows changes, and never animates. */
public final class TerminalBus implements LightBus {

    private final Found light;
    private final Consumer<String> out;
    private String said;

    /** @param out takes whole lines without their end, on a thread of the desk's */
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
            out.accept(line);
        }
    }

    @Override
    public void watch(Runnable changed) {
        // It never comes nor goes.
    }

    @Override
    public void close() {
        // Nothing is held.
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
