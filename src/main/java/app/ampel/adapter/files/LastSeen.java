package app.ampel.adapter.files;

import app.ampel.domain.presence.PresenceStore;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Writes the last good answer to the {@link StateFile}: when it looks different, else every five minutes, so that a disk
 * is not woken by every poll. Writes on {@code files}, one at a time. Called on one thread.
 */
public final class LastSeen implements PresenceStore {

    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(5);

    private final StateFile file;
    private final Executor files;
    private Optional<PresenceTracker.Seen> written = Optional.empty();

    public LastSeen(StateFile file, Executor files) {
        this.file = file;
        this.files = files;
    }

    @Override
    public void keep(PresenceTracker.Seen seen) {
        boolean known = written.filter(before -> before.presence().looksLike(seen.presence()))
                .filter(before -> before.at().plus(AT_LEAST_EVERY).isAfter(seen.at()))
                .isPresent();
        if (!known) {
            boolean handedOver = Dispatch.run(files, () -> file.save(seen));
            written = Optional.of(seen).filter(taken -> handedOver);
        }
    }

    @Override
    public void forget() {
        written = Optional.empty();
        Dispatch.run(files, file::forget);
    }
}
