package app.ampel.service.doctor;

import app.ampel.domain.problem.Problem;
import java.util.List;
import java.util.Objects;

/**
 * A sentence that has yet to be put into a language.
 *
 * @param key of its pattern in words.properties
 * @param arguments texts, numbers, {@link java.time.Duration}s, {@link Problem}s, {@link Meanwhile}, {@link Private} texts, or sentences again
 */
public record Message(String key, List<Object> arguments) {

    /**
     * A text that is the user's own affair.
     *
     * @param instead what stands in its place where others may read it
     */
    public record Private(String text, String instead) {

        static final String HIDDEN = "[…]";

        public Private {
            Objects.requireNonNull(text);
            Objects.requireNonNull(instead);
        }

        public static Private of(String text) {
            return new Private(text, HIDDEN);
        }
    }

    /** A problem that has come up for somebody who is signed in and for whom Ampel goes on asking. */
    public record Meanwhile(Problem problem) {
        public Meanwhile {
            Objects.requireNonNull(problem);
        }
    }

    public Message {
        Objects.requireNonNull(key);
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** The same of somebody who is signed in. */
    static Message meanwhile(Problem problem) {
        return of("doctor.as-is", new Meanwhile(problem));
    }

    /** What the problem's own sentence says. */
    public static Message of(Problem problem) {
        return of("doctor.as-is", problem);
    }
}
