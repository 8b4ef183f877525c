package app.ampel.adapter.files;

import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.domain.status.SavedStatus;
import app.ampel.domain.status.StatusOverride;
import app.ampel.domain.status.StatusStore;
import app.ampel.service.json.Json;
import app.ampel.service.threads.Dispatch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was set by hand, kept so that the next start can go on with it or clear it, however this one ends. With it stands
 * when it was written by two clocks: where the computer's clock is put right before the next start, spans of time stay as
 * long as they are. Trouble is logged, once. Any thread; {@link #keep} writes on the thread for files.
 */
public final class SavedStatusFile implements StatusStore {

    private static final Logger LOG = LoggerFactory.getLogger(SavedStatusFile.class);
    private static final int VERSION = 1;

    /** Clocks are read one after the other. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;
    private final Clock clock;
    private final Supplier<Duration> up;
    private final Supplier<Optional<String>> boot;
    private final Executor files;
    private final BrokenFiles broken;
    private boolean saveFailed;

    /**
     * @param up how long the computer has been up, sleep included
     * @param boot which start of the computer this is; empty where that cannot be known
     */
    public SavedStatusFile(
            Path file, Clock clock, Supplier<Duration> up, Supplier<Optional<String>> boot, Executor files) {
        this.file = file;
        this.clock = clock;
        this.up = up;
        this.boot = boot;
        this.files = files;
        this.broken = new BrokenFiles(clock);
    }

    /** An unreadable file is set aside. */
    public synchronized Optional<SavedStatus> load() {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            Optional<SavedStatus> kept =
                    BoundedFile.read(file).flatMap(Json::readObject).flatMap(this::read);
            if (kept.isEmpty()) {
                broken.move(file);
                LOG.warn("The file of the status set by hand could not be read and was set aside.");
            }
            return kept;
        } catch (IOException e) {
            LOG.warn("The file of the status set by hand could not be read.", e);
            return Optional.empty();
        }
    }

    private Optional<SavedStatus> read(ObjectNode root) {
        if (root.path("version").asInt() != VERSION) {
            return Optional.empty();
        }
        try {
            StatusOverride manual = SavedStatusJson.read(root.path("manual"));
            return Optional.of(new SavedStatus(
                    manual.corrected(correctionSince(root)), root.path("owner").asText()));
        } catch (RuntimeException e) {
            LOG.debug("Not what was written", e);
            return Optional.empty();
        }
    }

    /** By how much the clock was put right since, as far as the computer has been up all the while. */
    private Duration correctionSince(JsonNode root) {
        boolean sameBoot = boot.get()
                .filter(id -> id.equals(root.path("boot").textValue()))
                .isPresent();
        if (!sameBoot) {
            return Duration.ZERO;
        }
        Duration byWall = Duration.between(Instant.parse(root.path("at").asText()), clock.instant());
        Duration byUptime = up.get().minus(Duration.parse(root.path("up").asText()));
        Duration correction = byWall.minus(byUptime);
        return correction.abs().compareTo(TOLERANCE) > 0 ? correction : Duration.ZERO;
    }

    @Override
    public void keep(SavedStatus kept, Consumer<Boolean> then) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        root.put("at", clock.instant().toString()).put("up", up.get().toString());
        boot.get().ifPresent(id -> root.put("boot", id));
        root.put("owner", kept.owner());
        root.set("manual", SavedStatusJson.write(kept.manual()));
        boolean handedOver = Dispatch.run(files, () -> then.accept(save(root)));
        if (!handedOver) {
            then.accept(false);
        }
    }

    private synchronized boolean save(ObjectNode root) {
        try {
            OwnerOnly.write(file, Json.indented(root).getBytes(StandardCharsets.UTF_8));
            saveFailed = false;
            return true;
        } catch (IOException | RuntimeException | Error e) {
            if (!saveFailed) {
                LOG.warn("The file of the status set by hand could not be written.", e);
            }
            saveFailed = true;
            return false;
        }
    }
}
