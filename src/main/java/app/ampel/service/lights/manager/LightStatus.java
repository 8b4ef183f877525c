package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import java.util.Optional;

/** How a light stands, as people are told. On the manager's thread. */
final class LightStatus {

    private final Runnable changed;
    private Condition condition;
    private Optional<Hint> hint;
    private Optional<String> program = Optional.empty();
    private LightCommand shown = LightCommand.OFF;

    /** @param changed told when any of it may have changed */
    LightStatus(LightBus.Found found, Runnable changed) {
        this.condition = found.condition();
        this.hint = found.hint();
        this.changed = changed;
    }

    Condition condition() {
        return condition;
    }

    LightCommand shown() {
        return shown;
    }

    LightState state(LightBus.Found found, LightSetting setting) {
        Optional<Hint> why = condition == Condition.OK ? remark(found) : hint;
        return new LightState(
                found.id(),
                found.name(),
                found.model().transport(),
                condition,
                shown,
                why,
                setting.name(),
                found.kind(),
                found.hasButton());
    }

    /** That of a light that was let go. */
    static LightState off(LightBus.Found found, LightSetting setting) {
        return new LightState(
                found.id(),
                found.name(),
                found.model().transport(),
                Condition.OFF,
                LightCommand.OFF,
                Optional.empty(),
                setting.name(),
                found.kind(),
                found.hasButton());
    }

    /** What has to be known about a light that works. */
    private Optional<Hint> remark(LightBus.Found found) {
        return program.map(name -> new Hint(ConflictingPrograms.HINT, name))
                .or(() -> found.condition() == Condition.OK ? found.hint() : Optional.empty())
                .or(() -> Optional.of(new Hint("light.hint.untried", found.name()))
                        .filter(untried -> found.model().confidence().isUntried()));
    }

    /** It has taken {@code command}. */
    void sent(LightCommand command) {
        shown = command;
        set(Condition.OK, Optional.empty());
    }

    /** It cannot be spoken to. */
    void failed(Condition why, LightBus.Found found) {
        shown = LightCommand.OFF;
        set(why, hintFor(why, found));
    }

    /** It is as the bus has found it. */
    void found(LightBus.Found found) {
        shown = LightCommand.OFF;
        set(found.condition(), found.hint());
    }

    /** That program is said to set its colour, too. */
    void conflict(Optional<String> with) {
        program = with;
    }

    private void set(Condition now, Optional<Hint> why) {
        condition = now;
        hint = why;
        changed.run();
    }

    private static Optional<Hint> hintFor(Condition condition, LightBus.Found found) {
        return switch (condition) {
            case OK, GONE, OFF -> Optional.empty();
            case NO_PERMISSION, UNKNOWN_MODEL -> found.hint();
            case IN_USE -> Optional.of(new Hint("light.hint.in-use", found.name()));
            case NOT_ANSWERING ->
                Optional.of(new Hint(found.model().silenceHint().orElseGet(() -> silence(found)), found.name()));
        };
    }

    /** What is no device cannot be plugged in again. */
    private static String silence(LightBus.Found found) {
        return found.model().transport().isDevice() ? "light.hint.not-answering" : "light.hint.not-drawn";
    }
}
