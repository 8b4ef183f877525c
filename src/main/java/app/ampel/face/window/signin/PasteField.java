package app.ampel.face.window.signin;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/** A line that hands over what is pasted as it was: the lines of a text tell its parts from one another. */
final class PasteField extends TextField {

    private final Consumer<String> pasted;

    /** @param pasted is told of every text from the clipboard, in its place */
    PasteField(String id, String name, Consumer<String> pasted) {
        this.pasted = pasted;
        setId(id);
        setAccessibleText(name);
    }

    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (isEditable() && clipboard.hasString()) {
            pasted.accept(clipboard.getString());
        }
    }
}
