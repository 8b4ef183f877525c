package app.ampel.light.model;

import app.ampel.light.LightModel;
import app.ampel.light.SerialProtocol;

/** The models of serial lights that the user adds. */
public final class SerialModels {

    private SerialModels() {}

    public static LightModel of(SerialProtocol protocol) {
        if (protocol instanceof SerialProtocol.Template template) {
            return new TemplateLight(template);
        }
        if (protocol instanceof SerialProtocol.MuteSync) {
            return new MuteSync();
        }
        return protocol instanceof SerialProtocol.Wled wled ? new Wled(wled.answers()) : new AmpelSerial();
    }
}
