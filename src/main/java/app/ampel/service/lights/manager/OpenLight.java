package app.ampel.service.lights.manager;

import app.ampel.domain.light.Button;
import app.ampel.domain.light.ButtonUse;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens a light, and from then on listens to its button where the user has given it something to do.
 *
 * @param pressed told the light's id, on a thread of the link's
 */
record OpenLight(LightBus bus, LightBus.Found light, ButtonUse use, Consumer<String> pressed)
        implements DeviceWorker.Job<LightLink> {

    @Override
    public LightLink run() throws LightException {
        LightLink link = bus.open(light);
        Optional<Button> button = light.model().button().filter(it -> use != ButtonUse.NONE);
        button.ifPresent(it -> link.listen(report -> {
            if (it.pressedBy(report)) {
                pressed.accept(light.id());
            }
        }));
        return link;
    }
}
