package app.ampel.face.window.status;

import app.ampel.core.Intent;
import app.ampel.core.LightOverride;
import app.ampel.core.Snapshot;
import app.ampel.face.window.kit.WindowHost;
import app.ampel.face.window.kit.Wording;
import app.ampel.manual.Choice;
import app.ampel.manual.Lasting;
import app.ampel.manual.ManualStatus;
import app.ampel.manual.Request;
import app.ampel.manual.Wish;
import app.ampel.words.Words;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The status page without its looks: a face to draw, and the verbs behind the buttons. One thread. */
public final class StatusModel {

    private final WindowHost host;
    private final Executor thread;
    private final StatusViewStates faces;
    private final Wording wording;
    private final Supplier<ZoneId> zone;
    private final ReadOnlyObjectWrapper<StatusViewState> face = new ReadOnlyObjectWrapper<>();
    private Optional<Snapshot> known = Optional.empty();
    private NextStatus next = NextStatus.USUAL;
    private String notice = "";
    private boolean explaining;
    private int told;

    /** @param thread runs tasks on the thread that everything here is called on */
    public StatusModel(WindowHost host, Words words, Supplier<ZoneId> zone, Executor thread) {
        this.host = host;
        this.thread = thread;
        faces = new StatusViewStates(words, zone);
        wording = new Wording(words);
        this.zone = zone;
    }

    /** Null until the first {@link #feed}. */
    public ReadOnlyObjectProperty<StatusViewState> faceProperty() {
        return face.getReadOnlyProperty();
    }

    public StatusViewState face() {
        return face.get();
    }

    /** Something has changed. */
    public void feed(Snapshot snapshot) {
        known = Optional.of(snapshot);
        tick();
    }

    /** Time has passed. */
    public void tick() {
        known.map(snapshot ->
                        faces.of(snapshot, host.now(), next, host.settings().habits(), notice, explaining))
                .filter(fresh -> !fresh.equals(face.get()))
                .ifPresent(face::set);
    }

    /** Whether somebody wants to know where the colour comes from; its age changes every second. */
    public void explain(boolean isWanted) {
        explaining = isWanted;
        tick();
    }

    /** Sets it for as long as picked, or ends it. */
    public void toggleInACall() {
        if (face.get() != null && face.get().inACall().on()) {
            clear();
        } else {
            set(Choice.IN_A_CALL);
        }
    }

    public void set(Choice choice) {
        Request request = next.request(choice, host.now(), host.settings().habits(), zone.get());
        if (request.note().isPresent()) {
            // It was meant for this one; it stands in the remarks now.
            next = next.noting("");
        }
        tell(new Intent.SetManual(request));
    }

    /** How long the next status lasts; what is set now ends by it, too. */
    public void last(Lasting lasting) {
        next = next.lasting(lasting);
        running()
                .ifPresent(request -> tell(new Intent.SetManual(request.ending(lasting.end(
                        request.choice(), host.now(), host.settings().habits(), zone.get())))));
        tick();
    }

    /** Whether Teams is told of the next status. */
    public void lightOnly(boolean only) {
        next = next.lightOnly(only);
        tick();
    }

    /** The note to colleagues as it is typed; it goes out with the next status, or by {@link #sendNote}. */
    public void note(String text) {
        next = next.noting(text);
        tick();
    }

    /** Puts the note to what is set. */
    public void sendNote() {
        running().ifPresent(request -> {
            Intent noted = new Intent.NoteManual(Optional.of(next.note()));
            next = next.noting("");
            tell(noted);
        });
    }

    private Optional<Request> running() {
        return known.flatMap(Snapshot::manual).map(ManualStatus::wish).map(Wish::request);
    }

    public void takeOver() {
        tell(new Intent.TakeOverManual());
    }

    public void extend() {
        tell(new Intent.ExtendManual(StatusViewStates.STEP));
    }

    public void clear() {
        tell(new Intent.ClearManual());
    }

    /** Lets the lights show the presence again. */
    public void follow() {
        tell(new Intent.ShowLight(LightOverride.AUTO));
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
