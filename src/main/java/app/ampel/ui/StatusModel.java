package app.ampel.ui;

import app.ampel.core.Intent;
import app.ampel.core.Snapshot;
import app.ampel.manual.Choice;
import app.ampel.words.Words;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The status page without its looks: a face to draw, and the verbs behind the buttons. One thread. */
public final class StatusModel {

    private final WindowHost host;
    private final Executor thread;
    private final StatusFaces faces;
    private final Wording wording;
    private final ReadOnlyObjectWrapper<StatusFace> face = new ReadOnlyObjectWrapper<>();
    private Optional<Snapshot> known = Optional.empty();
    private String notice = "";
    private boolean explaining;
    private int told;

    /** @param thread runs tasks on the thread that everything here is called on */
    public StatusModel(WindowHost host, Words words, ZoneId zone, Executor thread) {
        this.host = host;
        this.thread = thread;
        faces = new StatusFaces(words, zone);
        wording = new Wording(words);
    }

    /** Null until the first {@link #feed}. */
    public ReadOnlyObjectProperty<StatusFace> faceProperty() {
        return face.getReadOnlyProperty();
    }

    public StatusFace face() {
        return face.get();
    }

    /** Something has changed. */
    public void feed(Snapshot snapshot) {
        known = Optional.of(snapshot);
        tick();
    }

    /** Time has passed. */
    public void tick() {
        known.map(snapshot -> faces.of(snapshot, host.now(), host.manualDuration(), notice, explaining))
                .filter(fresh -> !fresh.equals(face.get()))
                .ifPresent(face::set);
    }

    /** Whether somebody wants to know where the colour comes from; its age changes every second. */
    public void explain(boolean isWanted) {
        explaining = isWanted;
        tick();
    }

    /** Sets it for as long as usual, or ends it. */
    public void toggleInACall() {
        boolean on = face.get() != null && face.get().inACall().on();
        tell(
                on
                        ? new Intent.ClearManual()
                        : new Intent.SetManual(Choice.IN_A_CALL, host.now().plus(host.manualDuration())));
    }

    public void extend() {
        tell(new Intent.ExtendManual(StatusFaces.STEP));
    }

    public void clear() {
        tell(new Intent.ClearManual());
    }

    public void signOut() {
        tell(new Intent.SignOut());
    }

    private void tell(Intent intent) {
        say("");
        int mine = ++told;
        host.tell(intent).whenComplete((now, thrown) -> {
            if (thrown != null) {
                thread.execute(() -> failed(mine, thrown));
            }
        });
    }

    private void failed(int which, Throwable thrown) {
        if (which == told) {
            say(wording.of(Wording.problem(thrown)));
        }
    }

    private void say(String words) {
        notice = words;
        tick();
    }
}
