package app.ampel.domain.policy;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.naming.WireName;

/** What lights do while nobody is expected to look at them. */
public enum IdleBehaviour implements WireName {
    /** As always. */
    FOLLOW,
    DIM,
    OFF;

    LightCommand of(LightCommand command) {
        return switch (this) {
            case FOLLOW -> command;
            // That is dim already.
            case DIM ->
                command.equals(Schemes.DIM_WHITE)
                        ? command
                        : command.in(command.colour().dimmedTo(LightPolicy.DIMMED_PERCENT));
            case OFF -> LightCommand.OFF;
        };
    }
}
