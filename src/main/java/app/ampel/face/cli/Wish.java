package app.ampel.face.cli;

import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.LightSetting;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the user wants of one light, as it was typed.
 *
 * @param change of its setting
 * @param sentence says what it now is; its first argument is the light
 */
record Wish(UnaryOperator<LightSetting> change, String sentence, List<String> values, boolean needsButton) {

    static final String BRIGHTNESS = "brightness";
    static final String CORRECT = "correct";
    static final String NAME = "name";
    static final String OFF = "off";
    static final String ON = "on";
    static final String BUTTON = "button";
    static final String CONFIRM = "confirm";
    static final String DOUBT = "doubt";

    /** Checked here, for the command line and the socket alike. */
    static Wish of(String what, List<String> values, Messages words) throws Failure {
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
                new Wish(
                        setting -> setting.withConfirmed(what.equals(CONFIRM)), "lights.now." + what, List.of(), false);
            default -> new Wish(setting -> setting.withOff(what.equals(OFF)), "lights.now." + what, List.of(), false);
        };
    }

    private static Wish brightness(List<String> values, Messages words) throws Failure {
        int percent = percent(values.get(0), 1, words);
        return new Wish(
                setting -> setting.with(setting.adjustment().withBrightness(percent)),
                "lights.now.brightness",
                List.of(Integer.toString(percent)),
                false);
    }

    private static Wish correct(List<String> values, Messages words) throws Failure {
        int red = percent(values.get(0), 0, words);
        int green = percent(values.get(1), 0, words);
        int blue = percent(values.get(2), 0, words);
        return new Wish(
                setting -> setting.with(setting.adjustment().withCorrection(red, green, blue)),
                "lights.now.correct",
                List.of(Integer.toString(red), Integer.toString(green), Integer.toString(blue)),
                false);
    }

    private static Wish name(String text, Messages words) throws Failure {
        Optional<String> name = LightSetting.name(text);
        if (name.isEmpty() && !text.isBlank()) {
            throw Failure.usage(words.say("lights.wrong-name"));
        }
        return new Wish(
                setting -> setting.withName(name),
                name.isPresent() ? "lights.now.name" : "lights.now.nameless",
                name.stream().toList(),
                false);
    }

    private static Wish button(String word, Messages words) throws Failure {
        ButtonUse use = new Values(words).oneOf(ButtonUse.class, word, "lights.wrong-button");
        return new Wish(
                setting -> setting.with(use), "lights.now.button." + use.word(), List.of(), use != ButtonUse.NONE);
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
