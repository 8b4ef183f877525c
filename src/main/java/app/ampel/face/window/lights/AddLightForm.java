package app.ampel.face.window.lights;

import app.ampel.domain.light.ColourName;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.service.lights.TemplateDraft;
import app.ampel.service.lights.TemplateDraft.Mistake;
import app.ampel.service.text.Messages;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

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
        return speaks == Speaks.TEMPLATE
                ? template().mistake().map(mistake -> wrong(mistake, words))
                : Optional.empty();
    }

    private static String wrong(Mistake mistake, Messages words) {
        String typed = mistake.typed();
        return switch (mistake.kind()) {
            case PLACEHOLDER ->
                words.say("add.wrong-placeholder", typed) + " "
                        + words.say("ui.add.placeholders", String.join(" ", LineTemplate.PLACEHOLDERS));
            case TEXT -> words.say("ui.add.wrong-text", LineTemplate.LONGEST);
            case STATE ->
                words.say("add.wrong-state", typed) + " "
                        + words.say(
                                "ui.add.states.all",
                                ColourName.states().sorted().collect(Collectors.joining(", ")));
            case STATE_ALONE -> words.say("ui.add.no-text", typed);
            case BAUD -> words.say("add.wrong-baud", typed);
            case EXPECT -> words.say("add.wrong-expect", typed);
        };
    }

    /** What the light speaks; only for a form in which nothing is wrong. */
    SerialProtocol protocol() {
        return switch (speaks) {
            case AMPEL -> new SerialProtocol.Ampel();
            case WLED -> new SerialProtocol.Wled();
            case WLED_UNASKED -> new SerialProtocol.Wled(false);
            case TEMPLATE -> template().template();
        };
    }

    private TemplateDraft template() {
        return new TemplateDraft(
                text,
                Optional.of(off).filter(it -> !it.isEmpty()),
                states.lines()
                        .filter(line -> !line.isBlank())
                        .map(AddLightForm::state)
                        .toList(),
                lineEnd,
                baud.strip(),
                dtr,
                rts,
                Optional.of(expect).filter(it -> !it.isEmpty()));
    }

    /** People leave blanks around a state; those around a text are its own. */
    private static String state(String line) {
        int equals = line.indexOf('=');
        return equals < 0 ? line.strip() : line.substring(0, equals).strip() + line.substring(equals);
    }
}
