package app.ampel.service.lights;

import java.util.Optional;
import java.util.function.Consumer;

/** Opens a light, and from then on listens to its button where the user has given it something to do. */
final class Opening implements Work.Job {

    private final LightBus bus;
    private final LightBus.Found found;
    private final Optional<Button> button;
    private final Consumer<String> pressed;
    private LightLink link;

    /** @param pressed told the light's id, on a thread of the link's */
    Opening(LightBus bus, LightBus.Found found, ButtonUse use, Consumer<String> pressed) {
        this.bus = bus;
        this.found = found;
        this.button = found.model().button().filter(it -> use != ButtonUse.NONE);
        this.pressed = pressed;
    }

    @Override
    public void run() throws LightException {
        link = bus.open(found);
        button.ifPresent(it -> link.listen(report -> {
            if (it.pressedBy(report)) {
                pressed.accept(found.id());
            }
        }));
    }

    /** The open light, once it has run. */
    LightLink link() {
        return link;
    }
}
