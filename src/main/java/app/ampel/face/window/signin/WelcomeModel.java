package app.ampel.face.window.signin;

import app.ampel.face.window.kit.Look;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Sign;
import app.ampel.face.window.kit.TeamsColour;
import app.ampel.service.account.FirstRunService;
import app.ampel.service.text.Messages;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The welcome page without its looks: a light that lives, and the demo. One thread. */
final class WelcomeModel {

    /** A day in a few colours. */
    private static final List<Look> DAY = List.of(
            new Look(TeamsColour.AVAILABLE, Sign.TICK, true),
            new Look(TeamsColour.BUSY, Sign.HANDSET, true),
            new Look(TeamsColour.AVAILABLE, Sign.TICK, true),
            new Look(TeamsColour.AWAY, Sign.CLOCK, true),
            new Look(TeamsColour.BUSY, Sign.BAR, true),
            new Look(TeamsColour.OUT_OF_OFFICE, Sign.ARROW, true));

    private static final int TICKS = 3;

    private final PageContext context;
    private final FirstRunService program;
    private final Messages words;
    private final ReadOnlyObjectWrapper<WelcomeViewState> viewState =
            new ReadOnlyObjectWrapper<>(new WelcomeViewState(DAY.get(0), "", false));
    private int ticks;

    WelcomeModel(PageContext context, FirstRunService program) {
        this.context = context;
        this.program = program;
        this.words = context.words();
    }

    ReadOnlyObjectProperty<WelcomeViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    WelcomeViewState viewState() {
        return viewState.get();
    }

    boolean isMoving() {
        return !context.looks().isMotionReduced();
    }

    void tick() {
        ticks++;
        viewState.set(new WelcomeViewState(
                DAY.get(ticks / TICKS % DAY.size()),
                viewState().demo(),
                viewState().starting()));
    }

    void startDemo() {
        say(words.say("ui.welcome.demo.starting"), true);
        program.startDemo()
                .whenComplete((started, thrown) -> context.thread()
                        .execute(() -> say(
                                words.say(
                                        Boolean.TRUE.equals(started)
                                                ? "ui.welcome.demo.started"
                                                : "ui.welcome.demo.not-started"),
                                false)));
    }

    private void say(String demo, boolean starting) {
        viewState.set(new WelcomeViewState(viewState().look(), demo, starting));
    }
}
