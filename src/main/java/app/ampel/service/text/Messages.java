package app.ampel.service.text;

import app.ampel.domain.problem.Problem;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Supplier;

/** Looks up sentences. Patterns follow {@link MessageFormat}: a single quote is written twice. Thread-safe. */
public final class Messages {

    private static final String SCREEN = "screen.";

    /** One language's. */
    private record Tongue(Locale locale, ResourceBundle bundle) {

        static Tongue of(Locale locale) {
            return new Tongue(
                    locale,
                    ResourceBundle.getBundle(
                            "app.ampel.service.text.words",
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        }
    }

    private final Supplier<Locale> wanted;
    private final boolean screen;
    private volatile Tongue last;

    private Messages(Supplier<Locale> wanted, boolean screen) {
        this.wanted = wanted;
        this.screen = screen;
        this.last = Tongue.of(wanted.get());
    }

    public static Messages in(Locale locale) {
        return following(() -> locale);
    }

    /** In whatever language is wanted at the moment when something is said; asked for each sentence, so be quick. */
    public static Messages following(Supplier<Locale> wanted) {
        return new Messages(wanted, false);
    }

    /**
     * The same words for tray and window: where a sentence names a command to type, the one under {@code screen.} and its
     * key is said instead.
     */
    public Messages onScreen() {
        return new Messages(wanted, true);
    }

    /** What they are said in now. */
    public Locale locale() {
        return wanted.get();
    }

    private Tongue tongue() {
        Locale locale = wanted.get();
        Tongue tongue = last;
        if (!tongue.locale().equals(locale)) {
            tongue = Tongue.of(locale);
            last = tongue;
        }
        return tongue;
    }

    /** The sentence under {@code key} with its arguments put in. A missing key is a mistake and fails at once. */
    public String say(String key, Object... arguments) {
        Tongue tongue = tongue();
        String here = screen && tongue.bundle().containsKey(SCREEN + key) ? SCREEN + key : key;
        return new MessageFormat(tongue.bundle().getString(here), tongue.locale()).format(arguments);
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
        return say(problem, "");
    }

    /** The same of somebody who is signed in and of whom Ampel goes on asking. */
    public String sayMeanwhile(Problem problem) {
        return say(problem, ".meanwhile");
    }

    /** The same of a command that has ended with it, so that nothing is tried any more. */
    public String sayAtTheEnd(Problem problem) {
        return say(problem, ".ended");
    }

    private String say(Problem problem, String moment) {
        String key = problem.kind().key();
        String sentence = tongue().bundle().containsKey(key + moment) ? say(key + moment) : say(key);
        return problem.code().isEmpty() ? sentence : sentence + " (" + problem.code() + ")";
    }
}
