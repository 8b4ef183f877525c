package app.ampel.face.control;

import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.LightSetting;
import app.ampel.service.lights.LightChange;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.List;
import java.util.Optional;

/**
 * What the user wants of one light, as it was typed.
 *
 * @param sentence says what it now is; its first argument is the light
 */
public record Wish(LightChange change, String sentence, List<String> values) {

    public static final String BRIGHTNESS = "brightness";
    public static final String CORRECT = "correct";
    public static final String NAME = "name";
    public static final String OFF = "off";
    public static final String ON = "on";
    public static final String BUTTON = "button";
    public static final String CONFIRM = "confirm";
    public static final String DOUBT = "doubt";

    /** Checked here, for the command line and the socket alike. */
    public static Wish of(String what, List<String> values, Messages words) throws Failure {
        int expected = switch (what) {
            case BRIGHTNESS, NAME, BUTTON -> 1;
            case CORRECT -> 3;
            case OFF, ON, CONFIRM, DOUBT -> 0;
            default -> throw Failure.usage(words.say("control.wrong", "what"));
        };
        if (values.size() != expected) {
            throw Failure.usage(words.say("control.wrong", "values"));
        }
        return switch (what) {
            case BRIGHTNESS -> brightness(values, words);
            case CORRECT -> correct(values, words);
            case NAME -> name(values.get(0), words);
            case BUTTON -> button(values.get(0), words);
            case CONFIRM, DOUBT ->
                new Wish(LightChange.confirmed(what.equals(CONFIRM)), "lights.now." + what, List.of());
            default -> new Wish(LightChange.off(what.equals(OFF)), "lights.now." + what, List.of());
        };
    }

    private static Wish brightness(List<String> values, Messages words) throws Failure {
        int percent = percent(values.get(0), 1, words);
        return new Wish(LightChange.brightness(percent), "lights.now.brightness", List.of(Integer.toString(percent)));
    }

    private static Wish correct(List<String> values, Messages words) throws Failure {
        int red = percent(values.get(0), 0, words);
        int green = percent(values.get(1), 0, words);
        int blue = percent(values.get(2), 0, words);
        return new Wish(
                LightChange.correction(red, green, blue),
                "lights.now.correct",
                List.of(Integer.toString(red), Integer.toString(green), Integer.toString(blue)));
    }

    private static Wish name(String text, Messages words) throws Failure {
        Optional<String> name = LightSetting.name(text);
        if (name.isEmpty() && !text.isBlank()) {
            throw Failure.usage(words.say("lights.wrong-name"));
        }
        return new Wish(
                LightChange.name(name),
                name.isPresent() ? "lights.now.name" : "lights.now.nameless",
                name.stream().toList());
    }

    private static Wish button(String word, Messages words) throws Failure {
        ButtonUse use = new Values(words).oneOf(ButtonUse.class, word, "lights.wrong-button");
        return new Wish(LightChange.button(use), "lights.now.button." + use.word(), List.of());
    }

    private static int percent(String text, int least, Messages words) throws Failure {
        String digits = text.strip().replaceFirst("\\s*%$", "");
        int value = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
        if (value < least || value > 100) {
            throw Failure.usage(words.say("lights.wrong-percent", Phrases.tame(text), Integer.toString(least)));
        }
        return value;
    }
}
