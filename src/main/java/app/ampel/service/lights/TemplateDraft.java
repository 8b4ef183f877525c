package app.ampel.service.lights;

import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.SerialProtocol.Template;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a serial light is to be told in texts of the user's own, as it was typed, right or wrong. Pure.
 *
 * @param states texts for single states, such as {@code busy=R}; of two for one state the last counts
 */
public record TemplateDraft(
        String text,
        Optional<String> off,
        List<String> states,
        LineEnd lineEnd,
        String baud,
        boolean dtr,
        boolean rts,
        Optional<String> expect) {

    /**
     * The first thing that is wrong.
     *
     * @param typed what it is about; empty for a text
     */
    public record Mistake(Kind kind, String typed) {

        public enum Kind {
            /** Something in braces that stands for nothing. */
            PLACEHOLDER,
            /** A text that is empty, too long, or cannot be sent. */
            TEXT,
            /** No state and no colour. */
            STATE,
            /** A state without a text. */
            STATE_ALONE,
            BAUD,
            /** No regular expression. */
            EXPECT
        }
    }

    public TemplateDraft {
        Objects.requireNonNull(text);
        Objects.requireNonNull(off);
        states = List.copyOf(states);
        Objects.requireNonNull(lineEnd);
        Objects.requireNonNull(baud);
        Objects.requireNonNull(expect);
    }

    /** What is wrong; empty: nothing, and there is a {@link #template}. */
    public Optional<Mistake> mistake() {
        return Stream.of(
                        ofText(text),
                        off.flatMap(TemplateDraft::ofText),
                        states.stream().flatMap(pair -> ofState(pair).stream()).findFirst(),
                        speed().isPresent() ? nothing() : mistake(Mistake.Kind.BAUD, baud),
                        expect.filter(it -> !Template.isPattern(it)).flatMap(it -> mistake(Mistake.Kind.EXPECT, it)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Mistake> nothing() {
        return Optional.empty();
    }

    private static Optional<Mistake> mistake(Mistake.Kind kind, String typed) {
        return Optional.of(new Mistake(kind, typed));
    }

    private static Optional<Mistake> ofText(String text) {
        return LineTemplate.unknownIn(text)
                .flatMap(unknown -> mistake(Mistake.Kind.PLACEHOLDER, unknown))
                .or(() -> LineTemplate.isSendable(text) ? nothing() : mistake(Mistake.Kind.TEXT, ""));
    }

    private static Optional<Mistake> ofState(String pair) {
        int equals = pair.indexOf('=');
        String state = equals < 0 ? pair : pair.substring(0, equals);
        if (!Template.STATES.contains(state)) {
            return mistake(Mistake.Kind.STATE, state);
        }
        return equals < 0 ? mistake(Mistake.Kind.STATE_ALONE, state) : ofText(pair.substring(equals + 1));
    }

    private Optional<Integer> speed() {
        return Optional.of(baud)
                .filter(digits -> digits.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .filter(it -> it >= Template.SLOWEST && it <= Template.FASTEST);
    }

    /** What the light speaks; only where there is no mistake. */
    public Template template() {
        Map<String, LineTemplate> texts = new TreeMap<>();
        for (String pair : states) {
            int equals = pair.indexOf('=');
            texts.put(pair.substring(0, equals), new LineTemplate(pair.substring(equals + 1)));
        }
        return new Template(
                new LineTemplate(text),
                off.map(LineTemplate::new),
                texts,
                lineEnd,
                speed().orElseThrow(),
                dtr,
                rts,
                expect);
    }
}
