package app.ampel.face.window.colours;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.face.window.kit.Action;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that the page of colours shows.
 *
 * @param schemes what can be chosen, one of them on
 * @param rows one for each kind of presence
 * @param info what has just happened, or what there is to know
 * @param hints which states may be mixed up
 * @param notice what did not work
 */
public record ColoursViewState(
        List<Card> schemes, List<Row> rows, Action undo, Action redo, String info, List<String> hints, String notice) {

    /**
     * One scheme.
     *
     * @param strip what it shows for the kinds of presence
     */
    public record Card(String name, String text, String detail, List<LightCommand> strip, boolean on) {
        public Card {
            Objects.requireNonNull(name);
            Objects.requireNonNull(text);
            Objects.requireNonNull(detail);
            strip = List.copyOf(strip);
        }
    }

    /**
     * One kind of presence.
     *
     * @param others further states that belong to it, empty when there are none
     * @param said what it shows, in words
     * @param glow how bright its lamp is just now, 0 to 1
     * @param open whether it is being changed
     */
    public record Row(
            PresenceKind kind,
            String title,
            String others,
            LightCommand shown,
            String said,
            double glow,
            boolean open) {
        public Row {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(title);
            Objects.requireNonNull(others);
            Objects.requireNonNull(shown);
            Objects.requireNonNull(said);
            if (!(glow >= 0 && glow <= 1)) {
                throw new IllegalArgumentException("a glow is 0 to 1: " + glow);
            }
        }
    }

    public ColoursViewState {
        schemes = List.copyOf(schemes);
        rows = List.copyOf(rows);
        Objects.requireNonNull(undo);
        Objects.requireNonNull(redo);
        Objects.requireNonNull(info);
        hints = List.copyOf(hints);
        Objects.requireNonNull(notice);
    }

    /** The one that is being changed. */
    Optional<Row> open() {
        return rows.stream().filter(Row::open).findFirst();
    }
}
