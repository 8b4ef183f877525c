package app.ampel.adapter.files;

import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.service.lights.ScreenLightPlace;
import app.ampel.service.threads.Dispatch;
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
 * A line for each set of monitors in a small file: its name, and two numbers. What cannot be read counts as never moved;
 * what cannot be written is only logged. Belongs to the toolkit's thread.
 */
public final class ScreenLightPlaceFile implements ScreenLightPlace {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenLightPlaceFile.class);
    private static final int LONGEST = 10_000;
    /** Home, office, meeting rooms; the oldest go first. */
    private static final int MOST = 20;

    private final Path file;
    private final Executor files;
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private boolean read;

    /** @param files where it is written */
    public ScreenLightPlaceFile(Path file, Executor files) {
        this.file = file;
        this.files = files;
    }

    @Override
    public Optional<Spot> last(String monitors) {
        if (!read) {
            read = true;
            read();
        }
        return Optional.ofNullable(spots.get(monitors));
    }

    private void read() {
        try {
            if (Files.exists(file) && Files.size(file) <= LONGEST) {
                Files.readString(file).lines().forEach(this::read);
            }
        } catch (IOException e) {
            LOG.info("Where the light on the screen was is not known: {}", e.toString());
        }
    }

    private void read(String line) {
        String[] words = line.strip().split(" ", -1);
        try {
            if (words.length == 3) {
                Spot spot = new Spot(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
                if (Double.isFinite(spot.x()) && Double.isFinite(spot.y())) {
                    spots.put(words[0], spot);
                }
            }
        } catch (NumberFormatException e) {
            LOG.info("A place of the light on the screen is not known: {}", e.toString());
        }
    }

    @Override
    public void keep(String monitors, Optional<Spot> spot) {
        last(monitors);
        spots.remove(monitors);
        spot.ifPresent(it -> spots.put(monitors, it));
        while (spots.size() > MOST) {
            spots.remove(spots.keySet().iterator().next());
        }
        String text = spots.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().x() + " "
                        + each.getValue().y() + "\n")
                .collect(Collectors.joining());
        Dispatch.run(files, () -> {
            try {
                OwnerOnly.write(file, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                LOG.warn("The place of the light on the screen could not be kept", e);
            }
        });
    }
}
