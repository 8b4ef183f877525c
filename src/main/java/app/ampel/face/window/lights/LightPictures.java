package app.ampel.face.window.lights;

import app.ampel.domain.light.Effect;
import app.ampel.domain.light.Glow;
import app.ampel.domain.light.LightCommand;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Plays the effects of lights on their pictures. One thread. */
final class LightPictures {

    /** An effect, and how long it has been played. */
    private record Played(LightCommand what, Duration since) {}

    private final BooleanSupplier calm;
    private Map<String, Played> played = Map.of();

    /** @param calm whether nothing shall move */
    LightPictures(BooleanSupplier calm) {
        this.calm = calm;
    }

    /** From now on these are shown; what has not changed goes on where it was. */
    void show(List<LightsViewState.Card> cards) {
        Map<String, Played> now = new HashMap<>();
        cards.forEach(card -> {
            Played before = played.get(card.id());
            boolean goesOn = before != null && before.what().equals(card.shown());
            now.put(card.id(), goesOn ? before : new Played(card.shown(), Duration.ZERO));
        });
        played = now;
    }

    /** Whether one changes by time alone. */
    boolean isPlaying() {
        return !calm.getAsBoolean()
                && played.values().stream().anyMatch(it -> it.what().effect() != Effect.SOLID);
    }

    void tick(Duration passed) {
        played.replaceAll((id, it) -> new Played(it.what(), it.since().plus(passed)));
    }

    /** How bright the picture of that light is just now, see {@link Glow#share}. */
    double glow(String id) {
        Played it = played.get(id);
        return it == null || calm.getAsBoolean() ? 1 : Glow.share(it.what(), it.since());
    }
}
