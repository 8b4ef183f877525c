package app.ampel.side;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.StatusRequest;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import java.util.function.Consumer;

/** The running program as the button of a light sees it: a press does what a click on "In a call" does. */
public record ButtonSide(World world, Engine engine) implements Consumer<String> {

    @Override
    public void accept(String lightId) {
        StatusDefaults habits = world.settings().settings().habits();
        engine.tell(new Intent.ToggleManual(StatusRequest.of(
                Choice.IN_A_CALL,
                Expiry.after(habits.time(Choice.IN_A_CALL), world.clock().instant()))));
    }
}
