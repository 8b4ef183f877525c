package app.ampel.face.window.people;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.people.WatchList;
import app.ampel.face.window.kit.Look;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The watch list as it is shown, or what stands in its way.
 *
 * @param barrier empty: nothing does
 * @param intro what there is to say while there is nobody; else empty
 * @param count how many of them are free
 * @param searches names of those that were saved
 * @param lists names of the user's own
 * @param trouble why what is shown is not fresh; else empty
 */
record PeopleViewState(
        Optional<Barrier> barrier,
        String intro,
        String count,
        WatchList.Order order,
        List<Line> lines,
        List<String> searches,
        List<String> lists,
        String trouble) {

    PeopleViewState {
        Objects.requireNonNull(barrier);
        Objects.requireNonNull(intro);
        Objects.requireNonNull(count);
        Objects.requireNonNull(order);
        lines = List.copyOf(lines);
        searches = List.copyOf(searches);
        lists = List.copyOf(lists);
        Objects.requireNonNull(trouble);
    }

    /** What can be done about a barrier. */
    enum Step implements WireName {
        SIGN_IN,
        SETTINGS,
        CONSENT,
        LETTER,
        CANCEL
    }

    /**
     * Why there is no watch list.
     *
     * @param still what works all the same, or what went wrong; may be empty
     */
    record Barrier(String text, String still, List<Step> steps) {
        Barrier {
            Objects.requireNonNull(text);
            Objects.requireNonNull(still);
            steps = List.copyOf(steps);
        }
    }

    /** What a line is of. */
    enum Kind {
        PERSON,
        /** Nobody is there any more. */
        GONE,
        /** Taken off the list just now. */
        REMOVED,
        /** Not on the list, but might be. */
        SUGGESTED
    }

    /**
     * Somebody.
     *
     * @param state in words
     * @param look empty where the state is not shown
     * @param detail the rest, in one line
     * @param spoken all of it, for screen readers and for who points at it
     * @param awaited whether one is told when this person is free
     * @param undoable whether a removed one can be put back
     */
    record Line(
            String id,
            Kind kind,
            String initials,
            Optional<Look> look,
            String name,
            String state,
            String detail,
            String spoken,
            boolean awaited,
            boolean undoable) {

        Line {
            Objects.requireNonNull(id);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(initials);
            Objects.requireNonNull(look);
            Objects.requireNonNull(name);
            Objects.requireNonNull(state);
            Objects.requireNonNull(detail);
            Objects.requireNonNull(spoken);
        }

        /** Without the person: it might be logged. */
        @Override
        public String toString() {
            return "Line[" + kind + "]";
        }
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "PeopleViewState";
    }
}
