package app.ampel.adapter.files;

import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.domain.people.SavedPeople;
import app.ampel.service.json.Json;
import app.ampel.service.people.PeopleStore;
import app.ampel.service.threads.Dispatch;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ids and names of other people, as somebody has put them on lists, in a file of its owner only: each account in a member of its own.
 * Trouble is logged once, without anybody in it. Any thread; what changes the file happens on the thread for files.
 */
public final class PeopleFile implements PeopleStore {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleFile.class);
    private static final int VERSION = 1;
    private static final String ACCOUNTS = "accounts";

    /** Whoever was here longest goes first. */
    private static final int MOST_ACCOUNTS = 5;

    private final Path file;
    private final Executor files;
    private final BrokenFiles broken;
    private boolean failed;

    public PeopleFile(Path file, Clock clock, Executor files) {
        this.file = file;
        this.files = files;
        this.broken = new BrokenFiles(clock);
    }

    @Override
    public synchronized Optional<SavedPeople> load(String owner) {
        try {
            Optional<ObjectNode> root = root();
            Optional<ObjectNode> mine = root.map(all -> all.path(ACCOUNTS).path(owner))
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast);
            return mine.isPresent() ? read(owner, mine.get()) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            complain("read", e);
            return Optional.empty();
        }
    }

    /** What is not as it was written is set aside, with all that is in it. */
    private Optional<SavedPeople> read(String owner, ObjectNode mine) throws IOException {
        try {
            return Optional.of(SavedPeopleJson.read(owner, mine));
        } catch (RuntimeException e) {
            broken.move(file);
            LOG.warn("The file of people could not be understood and was set aside.");
            return Optional.empty();
        }
    }

    /** Empty: there is none, or none any more. */
    private Optional<ObjectNode> root() throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Optional<ObjectNode> root = BoundedFile.read(file)
                .flatMap(Json::readObject)
                .filter(it -> it.path("version").asInt() == VERSION);
        if (root.isEmpty()) {
            broken.move(file);
            LOG.warn("The file of people could not be understood and was set aside.");
        }
        return root;
    }

    @Override
    public void keep(SavedPeople saved, Consumer<Boolean> then) {
        if (!Dispatch.run(files, () -> then.accept(save(saved)))) {
            then.accept(false);
        }
    }

    private synchronized boolean save(SavedPeople saved) {
        try {
            ObjectNode root =
                    root().orElseGet(() -> JsonNodeFactory.instance.objectNode().put("version", VERSION));
            ObjectNode accounts = root.get(ACCOUNTS) instanceof ObjectNode there ? there : root.putObject(ACCOUNTS);
            accounts.remove(saved.owner());
            if (!saved.isEmpty()) {
                accounts.set(saved.owner(), SavedPeopleJson.write(saved));
            }
            Iterator<String> oldest = accounts.fieldNames();
            while (accounts.size() > MOST_ACCOUNTS) {
                oldest.next();
                oldest.remove();
            }
            OwnerOnly.write(file, Json.indented(root).getBytes(StandardCharsets.UTF_8));
            failed = false;
            return true;
        } catch (IOException | RuntimeException | Error e) {
            complain("written", e);
            return false;
        }
    }

    private void complain(String what, Throwable why) {
        if (!failed) {
            LOG.warn(
                    "The file of people could not be {}: {}",
                    what,
                    why.getClass().getName());
        }
        failed = true;
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public void forget() {
        if (!Dispatch.run(files, this::erase)) {
            erase();
        }
    }

    /** At once, on this thread: as where no program runs. With what was set aside, as that has names in it, too. */
    public synchronized void erase() {
        try {
            Files.deleteIfExists(file);
            for (Path aside : BrokenFiles.kept(file)) {
                Files.delete(aside);
            }
        } catch (IOException e) {
            complain("erased", e);
        }
    }
}
