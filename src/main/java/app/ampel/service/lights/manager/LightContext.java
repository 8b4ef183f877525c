package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.Wanted;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What all who keep lights share: what is wanted of all lights now, by whom work is done and when, and who is told of it.
 * Changed by the manager alone. On the manager's thread.
 */
final class LightContext {

    /** Why all lights are dark and let go. */
    enum Suspension {
        /** The user wants another program to have them. */
        PAUSED,
        /** Somebody else sits before the screen. */
        AWAY,
        /** The computer sleeps or ends. */
        ASLEEP
    }

    private final Scheduler scheduler;
    private final RetryingWorkers workers;
    private final ConflictingPrograms programs;
    private final Runnable changed;
    private final Consumer<String> pressed;
    private final Set<Suspension> suspensions = EnumSet.noneOf(Suspension.class);
    private Wanted wanted = Wanted.of(LightCommand.OFF);
    private Optional<LightCommand> preview = Optional.empty();
    private LightSettings settings = LightSettings.NONE;
    private boolean closing;

    /**
     * @param changed told when the state of some light may have changed
     * @param pressed told the id of a light whose button was pressed, on any thread
     */
    LightContext(
            Scheduler scheduler,
            Executor workers,
            ConflictingPrograms programs,
            Runnable changed,
            Consumer<String> pressed) {
        this.scheduler = scheduler;
        this.workers = new RetryingWorkers(workers, scheduler);
        this.programs = programs;
        this.changed = changed;
        this.pressed = pressed;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    RetryingWorkers workers() {
        return workers;
    }

    ConflictingPrograms programs() {
        return programs;
    }

    /** The state of some light may have changed. */
    void changed() {
        changed.run();
    }

    /** The button of the light with that id was pressed. Any thread. */
    void pressed(String id) {
        pressed.accept(id);
    }

    /** What lights are to show now: a preview comes before anything else. */
    Wanted wanted() {
        return preview.map(Wanted::of).orElse(wanted);
    }

    void want(Wanted now) {
        wanted = now;
    }

    void preview(Optional<LightCommand> command) {
        preview = command;
    }

    LightSetting setting(LightBus.Found light) {
        return settings.of(light.kind());
    }

    void apply(LightSettings now) {
        settings = now;
    }

    /** Whether no light at all is to be kept now. */
    boolean isSuspended() {
        return !suspensions.isEmpty();
    }

    /** Whether that has changed something. */
    boolean suspend(Suspension why, boolean begins) {
        return begins ? suspensions.add(why) : suspensions.remove(why);
    }

    /** Whether nothing is to be begun any more. */
    boolean isClosing() {
        return closing;
    }

    void close() {
        closing = true;
    }
}
