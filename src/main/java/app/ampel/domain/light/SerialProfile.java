package app.ampel.domain.light;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a serial light is spoken to: the settings of its port, which has 8 data bits, no parity and one stop bit, and what
 * it answers. Data only, so that one piece of code speaks to them all.
 *
 * @param dtr whether that line is raised when the port is opened
 * @param rts whether that line is raised when the port is opened
 * @param greeting empty: it is not asked who it is
 */
public record SerialProfile(int baud, boolean dtr, boolean rts, Optional<Greeting> greeting, Answers answers) {

    private static final int BITS = 10;

    public SerialProfile {
        if (baud <= 0) {
            throw new IllegalArgumentException("not a speed: " + baud);
        }
        Objects.requireNonNull(greeting);
        Objects.requireNonNull(answers);
    }

    /**
     * What is asked, over and over for some seconds, before anything else: opening the port resets many boards.
     *
     * @param hello its line end included
     * @param answer the line that is hoped for, or how it begins before a blank
     */
    public record Greeting(String hello, String answer) {}

    /** What comes back after a report. Lines that are none of it are events, echoes or noise, and do not count. */
    public sealed interface Answers {

        /** What is done about each: one more of them does not compile until every visitor has thought about it. */
        interface Visitor<R> {
            R none(None none);

            R word(Word word);

            R matching(Matching matching);

            R echo(Echo echo);
        }

        <R> R accept(Visitor<R> visitor);

        /** Nothing that is waited for. */
        record None() implements Answers {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.none(this);
            }
        }

        /**
         * A line of its own.
         *
         * @param good how the line begins that says that it has been done
         * @param bad how the line begins that says that it will not be done
         */
        record Word(String good, String bad) implements Answers {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.word(this);
            }
        }

        /**
         * A line of its own, as the user says.
         *
         * @param expression a regular expression that matches a part of it
         */
        record Matching(String expression) implements Answers {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.matching(this);
            }
        }

        /** {@code OK} and what was understood, as in Ampel's own line protocol; its state in answer to a heartbeat. */
        record Echo() implements Answers {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.echo(this);
            }
        }
    }

    /** How long so many bytes are on the wire, with their start and stop bits. */
    public Duration timeFor(int bytes) {
        return Duration.ofNanos(bytes * BITS * 1_000_000_000L / baud);
    }

    /** A light that answers nothing. */
    public static SerialProfile silent(int baud) {
        return new SerialProfile(baud, true, true, Optional.empty(), new Answers.None());
    }
}
