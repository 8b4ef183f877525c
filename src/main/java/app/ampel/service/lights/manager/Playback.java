package app.ampel.service.lights.manager;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import java.time.Duration;
import java.util.List;

/** Where a light is in its program. On the manager's thread. */
final class Playback {

    private static final Duration FLASH = Duration.ofMillis(400);
    private static final int FLASHES = 3;
    private static final int FOR_EVER = -1;
    private static final Runnable NOTHING = () -> {};

    private final Scheduler scheduler;
    private final Runnable due;
    private final Runnable ended;

    private Program program;
    private int step;
    private int turns = FOR_EVER;
    private int edition;
    private boolean isDue = true;
    private Runnable cancel = NOTHING;

    /**
     * @param due the next step has yet to be sent
     * @param ended a program that passes has come to its end
     */
    Playback(Program program, Scheduler scheduler, Runnable due, Runnable ended) {
        this.program = program;
        this.scheduler = scheduler;
        this.due = due;
        this.ended = ended;
    }

    /** From the beginning, over and over. */
    void play(Program next) {
        play(next, FOR_EVER);
    }

    /** White, three times. */
    void flash(LightModel model) {
        List<Report> white = model.encode(LightCommand.solid(Colour.WHITE)).reports();
        List<Report> dark = model.encode(LightCommand.OFF).reports();
        play(new Program(List.of(new Program.Step(white, FLASH), new Program.Step(dark, FLASH))), FLASHES);
    }

    private void play(Program next, int times) {
        stop();
        program = next;
        turns = times;
        step = 0;
        isDue = true;
        edition++;
    }

    Program.Step now() {
        return program.steps().get(step);
    }

    /** Differs after every {@link #play}: what was begun before is of no account any more. */
    int edition() {
        return edition;
    }

    /** It comes to an end, and then what is wanted is shown again. */
    boolean isPassing() {
        return turns != FOR_EVER;
    }

    /** The step has yet to be sent. */
    boolean isDue() {
        return isDue;
    }

    /** The step has been sent, as it was in that edition. */
    void sent(int asOf) {
        if (asOf != edition) {
            return;
        }
        isDue = false;
        if (!now().hold().isZero()) {
            cancel = scheduler.after(now().hold(), this::advance);
        }
    }

    private void advance() {
        step = (step + 1) % program.steps().size();
        if (step == 0 && isPassing() && --turns == 0) {
            ended.run();
        } else {
            isDue = true;
            due.run();
        }
    }

    /** No further step becomes due. */
    void stop() {
        cancel.run();
    }
}
