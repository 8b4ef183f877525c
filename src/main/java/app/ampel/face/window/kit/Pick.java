package app.ampel.face.window.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** One of some values, picked from a list or typed. */
public final class Pick<T> extends ComboBox<T> {

    private static final double WIDTH = 200;

    private final Function<T, String> text;
    private Function<String, Optional<T>> reader = typed -> Optional.empty();
    private Runnable misread = () -> {};
    private boolean drawing;

    /**
     * @param name for screen readers
     * @param picked told what somebody has picked
     */
    public Pick(String id, String name, Function<T, String> text, Consumer<T> picked) {
        this.text = text;
        setId(id);
        setAccessibleText(name);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setConverter(new Converter());
        valueProperty().addListener((property, before, now) -> {
            if (!drawing && now != null) {
                picked.accept(now);
            }
        });
    }

    /**
     * Lets other values be typed.
     *
     * @param misread told when what was typed is none
     */
    public Pick<T> typed(Function<String, Optional<T>> reader, Runnable misread) {
        this.reader = reader;
        this.misread = misread;
        setEditable(true);
        return this;
    }

    public void show(List<T> options, T value) {
        drawing = true;
        if (!getItems().equals(options)) {
            getItems().setAll(options);
        }
        setValue(value);
        drawing = false;
    }

    private final class Converter extends StringConverter<T> {

        @Override
        public String toString(T value) {
            return value == null ? "" : text.apply(value);
        }

        /** What cannot be read changes nothing. */
        @Override
        public T fromString(String typed) {
            T now = getValue();
            if (typed.equals(toString(now))) {
                return now;
            }
            Optional<T> same = getItems().stream()
                    .filter(option -> text.apply(option).equalsIgnoreCase(typed.strip()))
                    .findFirst();
            Optional<T> read = same.or(() -> reader.apply(typed));
            if (read.isEmpty()) {
                misread.run();
                getEditor().setText(toString(now));
            }
            return read.orElse(now);
        }
    }
}
