package app.ampel.domain.light;

import app.ampel.domain.naming.WireName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a serial light that the user has added speaks. */
public sealed interface SerialProtocol {

    /** What each means: one more of them does not compile until every visitor has thought about it. */
    interface Visitor<R> {
        R ampel(Ampel ampel);

        R wled(Wled wled);

        R muteSync(MuteSync muteSync);

        R template(Template template);
    }

    <R> R accept(Visitor<R> visitor);

    /** The texts of the user's own, where it is told such. */
    default Optional<Template> asTemplate() {
        return Optional.empty();
    }

    /** As on the command line and in the settings. */
    String word();

    /** Ampel's own line protocol. */
    record Ampel() implements SerialProtocol {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ampel(this);
        }

        @Override
        public String word() {
            return "ampel";
        }
    }

    /**
     * WLED's JSON over its serial port.
     *
     * @param answers whether it is asked for its version before it is told anything; not all of them can answer
     */
    record Wled(boolean answers) implements SerialProtocol {

        /** One that says what it is. */
        public Wled() {
            this(true);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wled(this);
        }

        @Override
        public String word() {
            return "wled";
        }
    }

    /** What a MuteSync button speaks, for one that does not say its name: its ids are those of any board with that chip. */
    record MuteSync() implements SerialProtocol {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.muteSync(this);
        }

        @Override
        public String word() {
            return "mutesync";
        }
    }

    /** What is sent after each text. */
    enum LineEnd implements WireName {
        NONE(""),
        CR("\r"),
        LF("\n"),
        CRLF("\r\n");

        private final String characters;

        LineEnd(String characters) {
            this.characters = characters;
        }

        public String characters() {
            return characters;
        }
    }

    /**
     * Texts of the user's own.
     *
     * @param text for whatever has no text of its own
     * @param off when it is dark; empty: {@code text} with black
     * @param states texts for single states or colours, by the words of {@link ColourName}; a state counts for more
     * @param dtr whether that line is raised while the port is open; the same of {@code rts}
     * @param expect a regular expression, part of the line with which the light answers; empty: no answer is waited for
     */
    record Template(
            LineTemplate text,
            Optional<LineTemplate> off,
            Map<String, LineTemplate> states,
            LineEnd lineEnd,
            int baud,
            boolean dtr,
            boolean rts,
            Optional<String> expect)
            implements SerialProtocol {

        public static final int SLOWEST = 300;
        public static final int FASTEST = 2_000_000;
        public static final int USUAL_BAUD = 9600;

        /** Every word that may have a text of its own: colours and states. */
        public static final Set<String> STATES = Stream.concat(
                        Arrays.stream(ColourName.values()).map(ColourName::word), ColourName.states())
                .collect(Collectors.toUnmodifiableSet());

        public Template {
            Objects.requireNonNull(text);
            Objects.requireNonNull(off);
            states = Map.copyOf(states);
            Objects.requireNonNull(lineEnd);
            if (baud < SLOWEST
                    || baud > FASTEST
                    || !STATES.containsAll(states.keySet())
                    || !expect.map(Template::isPattern).orElse(true)) {
                throw new IllegalArgumentException("not a template");
            }
        }

        public static boolean isPattern(String expression) {
            try {
                return !expression.isBlank()
                        && expression.length() <= LineTemplate.LONGEST
                        && Pattern.compile(expression) != null;
            } catch (PatternSyntaxException e) {
                return false;
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.template(this);
        }

        @Override
        public Optional<Template> asTemplate() {
            return Optional.of(this);
        }

        @Override
        public String word() {
            return "template";
        }

        /** All texts that it may be told while it is lit. */
        public Stream<LineTemplate> texts() {
            return Stream.concat(Stream.of(text), states.values().stream());
        }

        /** The text for that command, not yet filled in. */
        public LineTemplate templateFor(LightCommand command) {
            if (command.colour().isDark()) {
                return off.orElse(text);
            }
            LineTemplate ofColour =
                    states.getOrDefault(ColourName.nearest(command.colour()).word(), text);
            return states.getOrDefault(ColourName.stateOf(command), ofColour);
        }

        /**
         * As much of a command as the light is told: of an effect that its text names not the speed, and where the text
         * has no channels either, nothing of an effect.
         */
        public LightCommand heard(LightCommand command) {
            LineTemplate chosen = templateFor(command);
            if (chosen.hasEffect()) {
                return new LightCommand(command.colour(), command.effect());
            }
            return chosen.hasChannels() ? command : LightCommand.solid(command.colour());
        }

        /**
         * What is sent for that command, its line end included.
         *
         * @param shown as in {@link LineTemplate#fill}
         */
        public byte[] line(LightCommand command, Colour shown) {
            byte[] text = templateFor(command).bytes(command, shown);
            byte[] end = lineEnd.characters().getBytes(StandardCharsets.US_ASCII);
            byte[] line = Arrays.copyOf(text, text.length + end.length);
            System.arraycopy(end, 0, line, text.length, end.length);
            return line;
        }
    }
}
