package app.ampel.policy;

import app.ampel.light.LightCommand;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What lights do while nobody is expected to look at them. */
public enum AtRest {
    /** As always. */
    FOLLOW,
    DIM,
    OFF;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AtRest> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

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
