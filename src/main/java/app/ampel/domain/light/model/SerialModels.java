package app.ampel.domain.light.model;

import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.SerialProtocol;

/** The models of serial lights that the user adds. */
public final class SerialModels implements SerialProtocol.Visitor<LightModel> {

    private SerialModels() {}

    public static LightModel of(SerialProtocol protocol) {
        return protocol.accept(new SerialModels());
    }

    @Override
    public LightModel ampel(SerialProtocol.Ampel ampel) {
        return new AmpelSerial();
    }

    @Override
    public LightModel wled(SerialProtocol.Wled wled) {
        return new Wled(wled.answers());
    }

    @Override
    public LightModel muteSync(SerialProtocol.MuteSync muteSync) {
        return new MuteSync();
    }

    @Override
    public LightModel template(SerialProtocol.Template template) {
        return new TemplateLight(template);
    }
}
