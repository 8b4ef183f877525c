package app.ampel.words;

import app.ampel.problem.Problem;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Looks up sentences. Patterns follow {@link MessageFormat}: a single quote is written twice. Thread-safe. */
public final class Words {

    private static final String SCREEN = "screen.";

    private final ResourceBundle bundle;
    private final Locale locale;
    private final boolean screen;

    private Words(ResourceBundle bundle, Locale locale, boolean screen) {
        this.bundle = bundle;
        this.locale = locale;
        this.screen = screen;
    }

    public static Words in(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "app.ampel.words.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Words(bundle, locale, false);
    }

    /**
     * The same words for tray and window: where a sentence names a command to type, the one under {@code screen.} and its
     * key is said instead.
     */
    public Words onScreen() {
        return new Words(bundle, locale, true);
    }

    /** Whose dates and numbers go with the words. */
    public Locale locale() {
        return locale;
    }

    /** The sentence under {@code key} with its arguments put in. A missing key is a mistake and fails at once. */
    public String say(String key, Object... arguments) {
        String here = screen && bundle.containsKey(SCREEN + key) ? SCREEN + key : key;
        return new MessageFormat(bundle.getString(here), locale).format(arguments);
    }

    /** The sentence under {@code key}, or {@code otherwise} where there is none: for words that Microsoft may invent. */
    public String sayOr(String key, String otherwise) {
        try {
            return say(key);
        } catch (MissingResourceException e) {
            return otherwise;
        }
    }

    /** What happened and who has to act; the foreign code, where there is one, stands at the end in brackets. */
    public String say(Problem problem) {
        String sentence = say(problem.kind().key());
        return problem.code().isEmpty() ? sentence : sentence + " (" + problem.code() + ")";
    }
}
