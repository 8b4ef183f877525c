package app.ampel.adapter.files;

import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.service.threads.Dispatch;
import app.ampel.service.window.Place;
import app.ampel.service.window.PlaceStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line for each set of monitors in a small file: its name, where, and how large; the last two only since the window has
 * its place kept, too. What cannot be read counts as never moved; what cannot be written is only logged. Belongs to the
 * toolkit's thread.
 */
public final class PlaceFile implements PlaceStore {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceFile.class);
    private static final int LONGEST = 10_000;
    /** Home, office, meeting rooms; the oldest go first. */
    private static final int MOST = 20;

    private static final String MAXIMIZED = "maximized";

    private final Path file;
    private final Executor files;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private boolean read;

    /** @param files where it is written */
    public PlaceFile(Path file, Executor files) {
        this.file = file;
        this.files = files;
    }

    @Override
    public Optional<Place> last(String monitors) {
        if (!read) {
            read = true;
            read();
        }
        return Optional.ofNullable(places.get(monitors));
    }

    private void read() {
        try {
            if (Files.exists(file) && Files.size(file) <= LONGEST) {
                Files.readString(file).lines().forEach(this::read);
            }
        } catch (IOException e) {
            LOG.info("The places in {} are not known: {}", file.getFileName(), e.toString());
        }
    }

    private void read(String line) {
        String[] words = line.strip().split(" ", -1);
        try {
            boolean maximized = words.length == 6 && words[5].equals(MAXIMIZED);
            if (words.length == 3 || words.length == 5 || maximized) {
                places.put(
                        words[0],
                        new Place(
                                Double.parseDouble(words[1]),
                                Double.parseDouble(words[2]),
                                words.length == 3 ? 0 : Double.parseDouble(words[3]),
                                words.length == 3 ? 0 : Double.parseDouble(words[4]),
                                maximized));
            }
        } catch (IllegalArgumentException e) {
            LOG.info("A place in {} is not known: {}", file.getFileName(), e.toString());
        }
    }

    @Override
    public void keep(String monitors, Optional<Place> place) {
        if (last(monitors).equals(place)) {
            return;
        }
        places.remove(monitors);
        place.ifPresent(it -> places.put(monitors, it));
        while (places.size() > MOST) {
            places.remove(places.keySet().iterator().next());
        }
        String text = places.entrySet().stream()
                .map(each -> each.getKey() + " " + line(each.getValue()) + "\n")
                .collect(Collectors.joining());
        Dispatch.run(files, () -> {
            try {
                OwnerOnly.write(file, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                LOG.warn("A place could not be kept in {}", file.getFileName(), e);
            }
        });
    }

    private static String line(Place place) {
        return place.x() + " " + place.y() + " " + place.width() + " " + place.height()
                + (place.maximized() ? " " + MAXIMIZED : "");
    }
}
