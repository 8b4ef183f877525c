package app.ampel.face.window.people;

import app.ampel.domain.people.TeamsLink;
import app.ampel.service.text.Messages;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Opens links to Teams in the browser, and says what has come of it. Nothing is sent by it. */
final class TeamsLinkOpener {

    private final Predicate<URI> open;
    private final Predicate<String> copy;
    private final boolean demo;
    private final Messages words;

    /**
     * What there is to say.
     *
     * @param link to be shown, where it was not opened
     */
    record Saying(String text, Optional<URI> link) {

        static final Saying NOTHING = new Saying("", Optional.empty());

        Saying {
            Objects.requireNonNull(text);
            Objects.requireNonNull(link);
        }

        static Saying of(String text) {
            return new Saying(text, Optional.empty());
        }

        /** Without the link: it might be logged. */
        @Override
        public String toString() {
            return "Saying";
        }
    }

    /**
     * @param open hands a page to the browser, false where there is none
     * @param copy puts a text on the clipboard, false where there is none
     * @param demo whether the people are made up, so that there is nobody behind a link
     */
    TeamsLinkOpener(Predicate<URI> open, Predicate<String> copy, boolean demo, Messages words) {
        this.open = open;
        this.copy = copy;
        this.demo = demo;
        this.words = words;
    }

    Saying open(TeamsLink link) {
        boolean opened = !demo && "https".equals(link.address().getScheme()) && open.test(link.address());
        String text = words.say("ui.people.link." + (demo ? "demo" : opened ? "opened" : "not-opened"));
        if (!link.cutOff().isEmpty()) {
            text += " " + words.say("ui.people.link." + (copy.test(link.cutOff()) ? "rest" : "rest-lost"));
        }
        return new Saying(text, opened ? Optional.empty() : Optional.of(link.address()));
    }

    /** Puts a text on the clipboard. */
    Saying copy(String text) {
        return Saying.of(words.say(copy.test(text) ? "ui.people.copied" : "ui.letter.not-copied"));
    }
}
