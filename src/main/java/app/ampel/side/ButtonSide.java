package app.ampel.side;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.End;
import app.ampel.domain.status.Habits;
import app.ampel.domain.status.Request;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import java.util.function.Consumer;

/** The running program as the button of a light sees it: a press does what a click on "In a call" does. */
public record ButtonSide(World world, Engine engine) implements Consumer<String> {

    @Override
    public void accept(String lightId) {
        Habits habits = world.settings().settings().habits();
        engine.tell(new Intent.ToggleManual(Request.of(
                Choice.IN_A_CALL,
                End.after(habits.time(Choice.IN_A_CALL), world.clock().instant()))));
    }
}
