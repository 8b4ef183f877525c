package app.ampel.domain.light.model.kit;

import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Speed;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import java.util.List;

/** What every model says about itself; the bytes are for those below. */
public abstract class Family implements LightModel {

    private final String key;
    private final String name;
    private final Transport transport;
    private final Confidence confidence;
    private final List<UsbId> ids;

    protected Family(String key, String name, Transport transport, Confidence confidence, UsbId... ids) {
        this.key = key;
        this.name = name;
        this.transport = transport;
        this.confidence = confidence;
        this.ids = List.of(ids);
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Transport transport() {
        return transport;
    }

    @Override
    public final Confidence confidence() {
        return confidence;
    }

    @Override
    public final List<UsbId> ids() {
        return ids;
    }

    /** What the light plays alone has one speed; any other is played for it, by colours that stand still. */
    @Override
    public Program play(LightCommand command) {
        return command.speed() == Speed.USUAL
                ? encode(command)
                : Played.atSpeed(
                        command, shade -> encode(LightCommand.solid(shade)).reports(), pace());
    }
}
