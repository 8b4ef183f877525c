package app.ampel.domain.light.model.kuando;

import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.Heartbeat;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbInterface;
import app.ampel.domain.light.model.kit.Family;
import java.time.Duration;
import java.util.Optional;

/** A first Busylight whose reports are as long as those of its successors, and is taken to speak like them. */
public final class KuandoLync64 extends Family {

    private final KuandoBusylight successor = new KuandoBusylight();

    public KuandoLync64() {
        super(
                "kuando-lync-64",
                "Kuando Busylight for Lync (64 bytes)",
                Transport.HID_OUTPUT,
                Confidence.DISPUTED,
                KuandoLync.ID);
    }

    @Override
    public boolean isLamp(UsbInterface part) {
        return part.outputLength().orElse(0) >= KuandoBusylight.LENGTH;
    }

    @Override
    public Program encode(LightCommand command) {
        return successor.encode(command);
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return successor.heartbeat();
    }

    @Override
    public Optional<Duration> darkAfter() {
        return successor.darkAfter();
    }
}
