package app.ampel.face.screenlight;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.ScreenLight;
import app.ampel.face.window.kit.Sign;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import app.ampel.service.window.PlaceStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** The light on the screen, if the user wants one. It is there from {@link #open} to the link's close. */
public final class ScreenBus implements LightBus {

    private static final String HIDDEN = "light.hint.hidden";

    private final Found light;
    private final Found hiding;
    private final Executor toolkit;
    private final String title;
    private final PlaceStore place;
    private final LampDesktop desktop;
    private final Runnable opened;
    private volatile boolean possible = true;
    private volatile Runnable changed = () -> {};
    private volatile ScreenLight wish;
    private volatile boolean presenting;
    private volatile Sign state = Sign.QUESTION;
    private volatile boolean hidden;

    /** On the toolkit's thread. */
    private Optional<Lamp> lamp = Optional.empty();

    /**
     * @param name its name, for people
     * @param title of its window, for task bars and screen readers
     * @param toolkit runs tasks on JavaFX's thread, starting it first; refuses where there is none
     * @param opened called on that thread when somebody double-clicks the light
     */
    public ScreenBus(
            String name,
            String title,
            Executor toolkit,
            PlaceStore place,
            LampDesktop desktop,
            Runnable opened,
            ScreenLight wish) {
        this.light = found(name, Optional.empty());
        this.hiding = found(name, Optional.of(new Hint(HIDDEN, name)));
        this.title = title;
        this.toolkit = toolkit;
        this.place = place;
        this.desktop = desktop;
        this.opened = opened;
        this.wish = wish;
    }

    private static Found found(String name, Optional<Hint> hint) {
        return new Found("screen", new ScreenModel(name), name, "screen", Condition.OK, hint);
    }

    /** From now on the user wants it so. Any thread. */
    public void apply(ScreenLight now) {
        boolean comesOrGoes = now.shown() != wish.shown();
        wish = now;
        if (comesOrGoes) {
            changed.run();
        } else if (now.shown()) {
            tell(there -> there.apply(now));
        }
    }

    /** Others may see the screen, or no longer. Any thread. */
    public void presenting(boolean isPresenting) {
        if (presenting != isPresenting) {
            presenting = isPresenting;
            if (wish.shown()) {
                tell(there -> there.presenting(isPresenting));
            }
        }
    }

    /** What is known is this now. Any thread. */
    public void show(Sign now) {
        if (state != now) {
            state = now;
            if (wish.shown()) {
                tell(there -> there.show(now));
            }
        }
    }

    /** On the toolkit's thread. */
    private void hides(boolean now) {
        if (hidden != now) {
            hidden = now;
            changed.run();
        }
    }

    private void tell(Consumer<Lamp> what) {
        try {
            toolkit.execute(() -> lamp.ifPresent(what));
        } catch (RejectedExecutionException e) {
            // Without a toolkit there is no lamp either.
            possible = false;
        }
    }

    @Override
    public List<Found> list() {
        return possible && wish.shown() ? List.of(hidden ? hiding : light) : List.of();
    }

    @Override
    public LightLink open(Found found) throws LightException {
        CompletableFuture<Lamp> made = new CompletableFuture<>();
        try {
            toolkit.execute(() -> {
                try {
                    Lamp shown = new Lamp(title, wish, presenting, place, desktop, opened, this::hides);
                    shown.show(state);
                    lamp = Optional.of(shown);
                    made.complete(shown);
                } catch (RuntimeException e) {
                    made.completeExceptionally(e);
                }
            });
            return new Link(made.get(), toolkit);
        } catch (RejectedExecutionException | ExecutionException e) {
            possible = false;
            changed.run();
            throw new LightException(Condition.GONE, "no screen", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LightException(Condition.NOT_ANSWERING, "interrupted", e);
        }
    }

    @Override
    public void watch(Runnable listener) {
        changed = listener;
    }

    @Override
    public void close() {
        // Its link takes the window away.
    }

    private record Link(Lamp lamp, Executor toolkit) implements LightLink {

        @Override
        public void send(Report report) throws LightException {
            Colour colour = Colour.parse(report.text())
                    .orElseThrow(() -> new LightException(Condition.NOT_ANSWERING, "no colour: " + report.text()));
            onToolkit(() -> lamp.show(colour));
        }

        @Override
        public void close() {
            try {
                onToolkit(lamp::close);
            } catch (LightException e) {
                // The toolkit has taken the window with it.
            }
        }

        private void onToolkit(Runnable task) throws LightException {
            try {
                toolkit.execute(task);
            } catch (RejectedExecutionException e) {
                throw new LightException(Condition.GONE, "the toolkit has ended", e);
            }
        }
    }
}
