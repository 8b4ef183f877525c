package app.ampel.service.lights.manager;

import app.ampel.domain.light.Button;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.Heartbeat;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Speaks words: the colour, then on and off for a blink, which it does not know by itself. */
record FakeModel(boolean arms, Optional<Heartbeat> heartbeat, Optional<Button> button) implements LightModel {

    static final Duration HALF = Duration.ofMillis(500);

    FakeModel() {
        this(false, Optional.empty(), Optional.empty());
    }

    static FakeModel withHeart(boolean whileDark) {
        return new FakeModel(
                true,
                Optional.of(new Heartbeat(List.of(word("beat")), Duration.ofSeconds(5), whileDark)),
                Optional.empty());
    }

    /** Its button is pressed when a report begins with 1. */
    static FakeModel withButton() {
        return new FakeModel(false, Optional.empty(), Optional.of(report -> report.length > 0 && report[0] == 1));
    }

    private static Report word(String text) {
        return Report.text(Transport.SERIAL, text);
    }

    @Override
    public String key() {
        return "fake";
    }

    @Override
    public String name() {
        return "Fake";
    }

    @Override
    public Transport transport() {
        return Transport.SERIAL;
    }

    @Override
    public List<UsbId> ids() {
        return List.of();
    }

    @Override
    public Program encode(LightCommand command) {
        Report colour = word(command.colour().toString());
        if (command.effect() == Effect.BLINK) {
            return new Program(
                    List.of(new Program.Step(List.of(colour), HALF), new Program.Step(List.of(word("#000000")), HALF)));
        }
        return Program.once(colour);
    }

    @Override
    public List<Report> arming() {
        return arms ? List.of(word("arm")) : List.of();
    }

    @Override
    public List<Report> farewell() {
        return List.of(word("bye"));
    }
}
