package app.ampel.domain.light;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a light of the user's own wants to be told, with placeholders in braces for what differs from one command to the
 * next. Two braces stand for one. A backslash begins a byte that is no letter: {@code \\x11}, {@code \\n}, {@code \\r},
 * {@code \\t}; two of them stand for one.
 */
public record LineTemplate(String text) {

    public static final int LONGEST = 200;

    private static final Pattern PART =
            Pattern.compile("\\{\\{|\\}\\}|\\{[^{}\\\\]*\\}?|\\}|\\\\x\\p{XDigit}{2}|\\\\.?", Pattern.DOTALL);

    /** What stands after a backslash, and what it stands for. */
    private static final Map<String, String> ESCAPES = Map.of("\\\\", "\\", "\\n", "\n", "\\r", "\r", "\\t", "\t");

    private static final String BYTE = "\\x";
    private static final int HEX = 16;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final Map<String, Function<Colour, String>> CHANNELS = Map.of(
            "{r}", shown -> Integer.toString(shown.red()),
            "{g}", shown -> Integer.toString(shown.green()),
            "{b}", shown -> Integer.toString(shown.blue()),
            "{RR}", shown -> hex(shown.red()),
            "{GG}", shown -> hex(shown.green()),
            "{BB}", shown -> hex(shown.blue()));

    private static final String EFFECT = "{effect}";

    private static final Map<String, Function<LightCommand, String>> WORDS = Map.of(
            "{colour}",
            command -> command.colour().isDark()
                    ? "off"
                    : ColourName.nearest(command.colour()).word(),
            "{state}",
            ColourName::stateOf,
            EFFECT,
            command -> command.effect().word());

    /** All that there are, with their braces. */
    public static final List<String> PLACEHOLDERS =
            List.of("{r}", "{g}", "{b}", "{RR}", "{GG}", "{BB}", "{colour}", "{state}", EFFECT);

    public LineTemplate {
        if (unknownIn(text).isPresent() || !isSendable(text)) {
            throw new IllegalArgumentException("not a template: " + text);
        }
    }

    /** The first thing in braces or after a backslash that stands for nothing, or a brace without its other one. */
    public static Optional<String> unknownIn(String text) {
        return PART.matcher(text)
                .results()
                .map(part -> part.group())
                .filter(part -> !isBrace(part) && !isByte(part) && !PLACEHOLDERS.contains(part))
                .findFirst();
    }

    /** Whether it is neither blank nor too long, and free of control characters. */
    public static boolean isSendable(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && !CONTROL.matcher(text).find();
    }

    private static boolean isBrace(String part) {
        return part.equals("{{") || part.equals("}}");
    }

    private static boolean isByte(String part) {
        return ESCAPES.containsKey(part) || part.startsWith(BYTE) && part.length() == 4;
    }

    private static String hex(int channel) {
        return String.format(Locale.ROOT, "%02X", channel);
    }

    /**
     * As people read it: bytes stay as they are written.
     *
     * @param shown the colour of the moment, which differs from the command's while an effect is played
     */
    public String fill(LightCommand command, Colour shown) {
        return PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(word(part.group(), command, shown)));
    }

    /** As it is sent, letters in UTF-8. */
    public byte[] bytes(LightCommand command, Colour shown) {
        StringBuilder bytes = new StringBuilder(); // a character each
        int end = 0;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            bytes.append(utf8(text.substring(end, part.start())));
            bytes.append(isByte(part.group()) ? meant(part.group()) : utf8(word(part.group(), command, shown)));
            end = part.end();
        }
        bytes.append(utf8(text.substring(end)));
        return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String meant(String part) {
        return part.startsWith(BYTE)
                ? Character.toString(Integer.parseInt(part.substring(BYTE.length()), HEX))
                : ESCAPES.get(part);
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String word(String part, LightCommand command, Colour shown) {
        if (isByte(part)) {
            return part;
        }
        if (isBrace(part)) {
            return part.substring(1);
        }
        Function<Colour, String> channel = CHANNELS.get(part);
        return channel == null ? WORDS.get(part).apply(command) : channel.apply(shown);
    }

    /** Whether a dimmer colour gives another text. */
    public boolean hasChannels() {
        return CHANNELS.keySet().stream().anyMatch(this::has);
    }

    /** Whether the light is told the effect, and plays it itself. */
    public boolean hasEffect() {
        return has(EFFECT);
    }

    private boolean has(String placeholder) {
        return PART.matcher(text).results().anyMatch(part -> part.group().equals(placeholder));
    }
}
