package app.ampel.face.window;

import app.ampel.service.window.Place;
import app.ampel.service.window.PlaceStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps places for as long as it lives. */
public final class FakePlaces implements PlaceStore {

    public final Map<String, Place> places = new ConcurrentHashMap<>();

    @Override
    public Optional<Place> last(String monitors) {
        return Optional.ofNullable(places.get(monitors));
    }

    @Override
    public void keep(String monitors, Optional<Place> place) {
        place.ifPresentOrElse(it -> places.put(monitors, it), () -> places.remove(monitors));
    }
}
