package app.ampel.adapter.files;

import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last good answer, kept over restarts so that a light shows something, dimmed, before the first poll. Status
 * messages are not kept: they are words to colleagues, not a state. Losing this file loses nothing that a poll does not
 * bring back, so nothing here fails: trouble is logged, once per kind. Any thread.
 */
public final class StateFile {

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final int VERSION = 1;

    private final Path file;
    private final BrokenFiles broken;
    private boolean saveFailed;

    public StateFile(Path file, Clock clock) {
        this.file = file;
        this.broken = new BrokenFiles(clock);
    }

    /** The last good answer of the last run. An unreadable file is set aside. */
    public synchronized Optional<PresenceTracker.Seen> load() {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            Optional<PresenceTracker.Seen> last =
                    BoundedFile.read(file).flatMap(Json::readObject).flatMap(StateFile::last);
            if (last.isEmpty()) {
                broken.move(file);
                LOG.warn("The state file could not be read and was set aside.");
            }
            return last;
        } catch (IOException e) {
            LOG.warn("The state file could not be read.", e);
            return Optional.empty();
        }
    }

    public synchronized void save(PresenceTracker.Seen last) {
        try {
            OwnerOnly.write(file, Json.indented(json(last)).getBytes(StandardCharsets.UTF_8));
            saveFailed = false;
        } catch (IOException e) {
            if (!saveFailed) {
                LOG.warn("The state file could not be written.", e);
            }
            saveFailed = true;
        }
    }

    /** For signing out: the next account has nothing to do with this one's presence. */
    public synchronized void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The state file could not be removed.", e);
        }
    }

    private static ObjectNode json(PresenceTracker.Seen last) {
        Presence presence = last.presence();
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        ObjectNode node = root.putObject("presence")
                .put("availability", presence.availability().word())
                .put("activity", presence.activity().word())
                .put("outOfOffice", presence.outOfOffice());
        presence.workLocation().ifPresent(place -> node.put("workLocation", place));
        node.put("sequenceNumber", presence.sequenceNumber());
        node.put("at", last.at().toString());
        return root;
    }

    private static Optional<PresenceTracker.Seen> last(ObjectNode root) {
        JsonNode node = root.path("presence");
        boolean good = root.path("version").asInt() == VERSION
                && node.path("availability").isTextual()
                && node.path("activity").isTextual();
        if (!good) {
            return Optional.empty();
        }
        try {
            Presence presence = new Presence(
                    new Availability(node.path("availability").textValue()),
                    new Activity(node.path("activity").textValue()),
                    node.path("outOfOffice").asBoolean(),
                    Optional.empty(),
                    Optional.ofNullable(node.path("workLocation").textValue()),
                    node.path("sequenceNumber").asText());
            return Optional.of(new PresenceTracker.Seen(
                    presence, Instant.parse(node.path("at").asText())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
