package app.ampel.face.window.signin;

import app.ampel.domain.account.Profile;
import app.ampel.face.window.kit.Look;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.service.account.FirstRunService;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import app.ampel.service.text.Sentence;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who has signed in, and what a first run chooses, without the page's looks. Nothing is kept before "Done". One thread. */
final class DoneModel {

    private final PageContext context;
    private final FirstRunService program;
    private final Messages words;
    private final Sentence sentence;
    private final Runnable leave;
    private final ReadOnlyObjectWrapper<DoneViewState> viewState = new ReadOnlyObjectWrapper<>();
    private Snapshot known;
    private Optional<Choices> choices = Optional.empty();
    private String trouble = "";
    private boolean busy;

    /** @param leave leads to the pages */
    DoneModel(PageContext context, FirstRunService program, Runnable leave) {
        this.context = context;
        this.program = program;
        this.words = context.words();
        this.sentence = new Sentence(words.onScreen(), context.zone());
        this.leave = leave;
        this.known = context.engine().snapshot();
        show();
    }

    ReadOnlyObjectProperty<DoneViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    DoneViewState viewState() {
        return viewState.get();
    }

    /** @param first whether there is something to be chosen */
    void begin(boolean first) {
        choices = Optional.of(Choices.usual(context.settings().settings().rules(), program.canStartWithSession()))
                .filter(usual -> first);
        trouble = "";
        show();
    }

    void feed(Snapshot now) {
        known = now;
        show();
    }

    void startWithSession(boolean start) {
        choose(now -> now.starting(start));
    }

    void redOnlyInCall(boolean only) {
        choose(now -> now.redOnlyInCall(only));
    }

    private void choose(Function<Choices, Choices> change) {
        choices = choices.map(change);
        show();
    }

    /** Keeps what was chosen and leads on. What could not be kept is said first. */
    void done() {
        if (busy) {
            return;
        }
        if (choices.isEmpty() || !trouble.isEmpty()) {
            leave.run();
            return;
        }
        busy = true;
        show();
        keep(choices.get())
                .whenComplete((started, thrown) -> context.thread()
                        .execute(() -> finished(Boolean.TRUE.equals(started), Optional.ofNullable(thrown))));
    }

    private CompletableFuture<Boolean> keep(Choices chosen) {
        return context.settings()
                .change(before -> before.withRules(chosen.over(before.rules())))
                .thenCompose(changed -> program.finish(chosen.startWithSession()));
    }

    private void finished(boolean started, Optional<Throwable> thrown) {
        busy = false;
        trouble = thrown.map(Wording::problem)
                .map(new Wording(words)::of)
                .orElseGet(() -> started ? "" : words.say("ui.done.start.failed"));
        show();
        if (trouble.isEmpty()) {
            leave.run();
        }
    }

    /** The window closes: what is shown counts. */
    void close() {
        if (!busy && trouble.isEmpty()) {
            choices.ifPresent(this::keep);
        }
    }

    private void show() {
        Optional<Profile> who = known.account().profile();
        viewState.set(new DoneViewState(
                who.map(Profile::name).map(Phrases::tame).orElse(""),
                who.map(Profile::username).map(Phrases::tame).orElse(""),
                who.map(Profile::organisation).map(Phrases::tame).orElse(""),
                Look.of(known),
                sentence.headline(known),
                choices,
                trouble,
                busy));
    }
}
