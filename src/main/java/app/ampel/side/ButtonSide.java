package app.ampel.side;

import app.ampel.core.Engine;
import app.ampel.core.Intent;
import app.ampel.manual.Choice;
import app.ampel.manual.End;
import app.ampel.manual.Habits;
import app.ampel.manual.Request;
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
