package app.ampel.face.window.signin;

import app.ampel.service.text.Messages;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A letter to the administrator, without its looks: shown first, then copied or handed to the mail program. One thread. */
public final class LetterModel {

    private final Predicate<URI> open;
    private final Predicate<String> copy;
    private final Messages words;
    private final ReadOnlyObjectWrapper<LetterViewState> viewState = new ReadOnlyObjectWrapper<>(LetterViewState.NONE);
    private Optional<Letter> letter = Optional.empty();

    /**
     * @param open hands an address to the system, false where that is not possible
     * @param copy puts a text on the clipboard, false where there is none
     */
    public LetterModel(Predicate<URI> open, Predicate<String> copy, Messages words) {
        this.open = open;
        this.copy = copy;
        this.words = words;
    }

    ReadOnlyObjectProperty<LetterViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    public LetterViewState viewState() {
        return viewState.get();
    }

    public void begin(Letter fresh) {
        letter = Optional.of(fresh);
        show("");
    }

    void drop() {
        letter = Optional.empty();
        show("");
    }

    public void copy() {
        letter.ifPresent(it -> show(words.say(copy.test(it.text()) ? "ui.letter.copied" : "ui.letter.not-copied")));
    }

    /** One that is too long to be handed over goes by the clipboard. */
    void open() {
        letter.ifPresent(it -> {
            boolean whole = it.fits();
            boolean ready = whole || copy.test(it.text());
            boolean opened = ready && open.test(it.address(words.say("ui.letter.paste")));
            show(words.say(!opened ? "ui.letter.not-opened" : whole ? "ui.letter.opened" : "ui.letter.opened.paste"));
        });
    }

    private void show(String note) {
        viewState.set(letter.map(it -> new LetterViewState(it.subject(), it.body(), note))
                .orElse(LetterViewState.NONE));
    }
}
