package app.ampel;

import app.ampel.desktop.OwnerOnly;
import app.ampel.light.screen.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two numbers in a small file. What cannot be read counts as never moved; what cannot be written is only logged. */
record LampPlace(Path file, Executor files) implements Place {

    private static final Logger LOG = LoggerFactory.getLogger(LampPlace.class);
    private static final int LONGEST = 100;

    @Override
    public Optional<Spot> last() {
        try {
            if (Files.notExists(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            String[] numbers = Files.readString(file).strip().split(" ", -1);
            if (numbers.length != 2) {
                return Optional.empty();
            }
            Spot spot = new Spot(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
            return Optional.of(spot).filter(it -> Double.isFinite(it.x()) && Double.isFinite(it.y()));
        } catch (IOException | NumberFormatException e) {
            LOG.info("Where the light on the screen was is not known: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void keep(Spot spot) {
        files.execute(() -> {
            try {
                OwnerOnly.write(file, (spot.x() + " " + spot.y() + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                LOG.warn("The place of the light on the screen could not be kept", e);
            }
        });
    }
}
