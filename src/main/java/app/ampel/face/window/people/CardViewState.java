package app.ampel.face.window.people;

import app.ampel.face.window.kit.Look;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The answer to who is free, or one person who was asked for.
 *
 * @param title who, or that nobody is
 * @param state in words
 * @param texts why this one, how fresh it is, and what else there is to say
 * @param progress what is going on; may be empty
 * @param near who is nearest where nobody is free, or who is meant where a name is of several
 * @param acts what can be done
 */
record CardViewState(
        Kind kind,
        String initials,
        Look look,
        String title,
        String state,
        List<String> texts,
        String progress,
        List<Near> near,
        Set<Act> acts) {

    /** What it is of. */
    enum Kind {
        NOTHING,
        WORKING,
        FOUND,
        NOBODY,
        /** Asked for by name. */
        PERSON,
        AMBIGUOUS,
        FAILED
    }

    CardViewState {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(initials);
        Objects.requireNonNull(look);
        Objects.requireNonNull(title);
        Objects.requireNonNull(state);
        texts = List.copyOf(texts);
        Objects.requireNonNull(progress);
        near = List.copyOf(near);
        acts = Set.copyOf(acts);
    }

    /** Something that can be done. */
    enum Act {
        /** Chat, call, meeting. */
        REACH,
        COPY,
        SOMEBODY_ELSE,
        ADD,
        TELL_ME,
        SAVE,
        LETTER,
        CANCEL
    }

    boolean can(Act act) {
        return acts.contains(act);
    }

    /** Somebody to go on with. */
    record Near(String id, String initials, Optional<Look> look, String name, String state) {
        Near {
            Objects.requireNonNull(id);
            Objects.requireNonNull(initials);
            Objects.requireNonNull(look);
            Objects.requireNonNull(name);
            Objects.requireNonNull(state);
        }

        /** Without the person: it might be logged. */
        @Override
        public String toString() {
            return "Near";
        }
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "CardViewState[" + kind + "]";
    }
}
