package app.ampel.face.window.status;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.service.account.AccountService;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.status.StatusService;
import app.ampel.service.text.Messages;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The status page without its looks: a face to draw, and the verbs behind the buttons. One thread. */
public final class StatusModel {

    private final AccountService account;
    private final StatusService status;
    private final Supplier<StatusDefaults> habits;
    private final Supplier<Instant> now;
    private final Executor thread;
    private final StatusViewStates viewStates;
    private final Messages words;
    private final Wording wording;
    private final ReadOnlyObjectWrapper<StatusViewState> viewState = new ReadOnlyObjectWrapper<>();
    private Optional<Overview> known = Optional.empty();
    private String note = "";
    private String notice = "";
    private boolean explaining;
    private int told;

    public StatusModel(PageContext context, StatusService status) {
        account = context.account();
        this.status = status;
        habits = () -> context.settings().settings().habits();
        now = context.now();
        thread = context.thread();
        words = context.words();
        viewStates = new StatusViewStates(words, context.zone());
        wording = new Wording(words);
    }

    /** Null until the first {@link #feed}. */
    public ReadOnlyObjectProperty<StatusViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    public StatusViewState viewState() {
        return viewState.get();
    }

    /** Something has changed. */
    public void feed(Overview now) {
        known = Optional.of(now);
        tick();
    }

    /** Time has passed. */
    public void tick() {
        known.map(it -> viewStates.of(it, now.get(), status.next(), note, habits.get(), notice, explaining))
                .filter(fresh -> !fresh.equals(viewState.get()))
                .ifPresent(viewState::set);
    }

    /** Whether somebody wants to know where the colour comes from; its age changes every second. */
    public void explain(boolean isWanted) {
        explaining = isWanted;
        tick();
    }

    /** Sets it for as long as picked, or ends it. */
    public void toggleInACall() {
        boolean on = viewState.get() != null && viewState.get().inACall().on();
        answered(status.toggle(Choice.IN_A_CALL, Optional.of(note)));
        if (!on) {
            noteIsGone();
        }
    }

    public void set(Choice choice) {
        answered(status.set(choice, Optional.of(note)));
        noteIsGone();
    }

    /** It was meant for this one; it stands in the remarks now. */
    private void noteIsGone() {
        if (!status.next().lightOnly()) {
            note("");
        }
    }

    /** How long the next status lasts; what is set now ends by it, too. */
    public void last(DurationOption lasting) {
        answered(status.last(lasting));
    }

    /** Whether Teams is told of the next status. */
    public void lightOnly(boolean only) {
        status.lightOnly(only);
        tick();
    }

    /** The note to colleagues as it is typed; it goes out with the next status, or by {@link #sendNote}. */
    public void note(String text) {
        note = text;
        tick();
    }

    /** Puts the note to what is set; Microsoft takes none from Ampel that belongs to nothing. */
    public void sendNote() {
        if (known.flatMap(now -> now.snapshot().manual()).isPresent()) {
            answered(status.note(Optional.of(note)));
            note("");
        } else if (!note.isBlank()) {
            say(words.say("ui.note.alone"));
        }
    }

    public void takeOver() {
        answered(status.takeOver());
    }

    public void extend() {
        answered(status.extend());
    }

    public void clear() {
        answered(status.clear());
    }

    /** Lets the lights show the presence again. */
    public void follow() {
        answered(status.showLight(LightOverride.AUTO));
    }

    public void signOut() {
        answered(account.signOut());
    }

    private void answered(CompletableFuture<Snapshot> answer) {
        say("");
        int mine = ++told;
        answer.whenComplete((now, thrown) -> {
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
