package app.ampel.face.window.lights;

import app.ampel.domain.light.ColourName;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.service.text.Messages;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody has filled in about a serial light, right or wrong.
 *
 * @param port the lasting id of its port; empty: none is chosen yet
 * @param states texts for single states, a line each: {@code busy=R}
 * @param baud as typed
 */
record AddLightForm(
        String port,
        Speaks speaks,
        String text,
        String off,
        String states,
        LineEnd lineEnd,
        String baud,
        boolean dtr,
        boolean rts,
        String expect) {

    /** What it may speak. */
    enum Speaks {
        AMPEL,
        WLED,
        /** One that cannot say what it is, so that it is not asked. */
        WLED_UNASKED,
        TEMPLATE
    }

    static final AddLightForm EMPTY = new AddLightForm(
            "",
            Speaks.AMPEL,
            "#{RR}{GG}{BB}",
            "",
            "",
            LineEnd.LF,
            Integer.toString(Template.USUAL_BAUD),
            true,
            false,
            "");

    AddLightForm {
        Objects.requireNonNull(port);
        Objects.requireNonNull(speaks);
        Objects.requireNonNull(lineEnd);
    }

    /** What is wrong with it, in words; empty when it can be tried. */
    Optional<String> wrong(Messages words) {
        if (port.isEmpty()) {
            return Optional.of(words.say("ui.add.no-port"));
        }
        return speaks == Speaks.TEMPLATE ? wrongTemplate(words) : Optional.empty();
    }

    private Optional<String> wrongTemplate(Messages words) {
        return Stream.of(
                        wrongText(text, words),
                        off.isEmpty() ? Optional.<String>empty() : wrongText(off, words),
                        wrongStates(words),
                        wrongRest(words))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> wrongText(String text, Messages words) {
        Optional<String> unknown = LineTemplate.unknownIn(text);
        if (unknown.isPresent()) {
            return Optional.of(words.say("add.wrong-placeholder", unknown.get()) + " "
                    + words.say("ui.add.placeholders", String.join(" ", LineTemplate.PLACEHOLDERS)));
        }
        return LineTemplate.isSendable(text)
                ? Optional.empty()
                : Optional.of(words.say("ui.add.wrong-text", LineTemplate.LONGEST));
    }

    private Optional<String> wrongStates(Messages words) {
        return states.lines()
                .filter(line -> !line.isBlank())
                .map(line -> wrongState(line, words))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> wrongState(String line, Messages words) {
        int equals = line.indexOf('=');
        String state = equals < 0 ? line.strip() : line.substring(0, equals).strip();
        if (!Template.STATES.contains(state)) {
            return Optional.of(words.say("add.wrong-state", state) + " "
                    + words.say(
                            "ui.add.states.all", ColourName.states().sorted().collect(Collectors.joining(", "))));
        }
        return equals < 0
                ? Optional.of(words.say("ui.add.no-text", state))
                : wrongText(line.substring(equals + 1), words);
    }

    private Optional<String> wrongRest(Messages words) {
        if (baud(baud).isEmpty()) {
            return Optional.of(words.say("add.wrong-baud", baud));
        }
        return expect.isEmpty() || Template.isPattern(expect)
                ? Optional.empty()
                : Optional.of(words.say("add.wrong-expect", expect));
    }

    private static Optional<Integer> baud(String typed) {
        return Optional.of(typed.strip())
                .filter(digits -> digits.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .filter(speed -> speed >= Template.SLOWEST && speed <= Template.FASTEST);
    }

    /** What the light speaks; only for a form in which nothing is wrong. */
    SerialProtocol protocol() {
        return switch (speaks) {
            case AMPEL -> new SerialProtocol.Ampel();
            case WLED -> new SerialProtocol.Wled();
            case WLED_UNASKED -> new SerialProtocol.Wled(false);
            case TEMPLATE -> template();
        };
    }

    private Template template() {
        Map<String, LineTemplate> texts = new TreeMap<>();
        states.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int equals = line.indexOf('=');
            texts.put(line.substring(0, equals).strip(), new LineTemplate(line.substring(equals + 1)));
        });
        return new Template(
                new LineTemplate(text),
                Optional.of(off).filter(it -> !it.isEmpty()).map(LineTemplate::new),
                texts,
                lineEnd,
                baud(baud).orElseThrow(),
                dtr,
                rts,
                Optional.of(expect).filter(it -> !it.isEmpty()));
    }
}
