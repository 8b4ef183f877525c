package app.ampel.light;

/** Where a light is in its program. On the desk's thread. */
final class Playback {

    static final int FOR_EVER = -1;

    private Program program;
    private int step;
    private int turns = FOR_EVER;
    private int edition;
    private boolean due = true;

    Playback(Program program) {
        this.program = program;
    }

    /** From the beginning, that many times over. */
    void play(Program next, int times) {
        program = next;
        turns = times;
        step = 0;
        due = true;
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

    /** The step has yet to be written. */
    boolean isDue() {
        return due;
    }

    void written() {
        due = false;
    }

    /** On to the next step. False when that was the last one. */
    boolean advance() {
        step = (step + 1) % program.steps().size();
        if (step == 0 && isPassing() && --turns == 0) {
            return false;
        }
        due = true;
        return true;
    }
}
