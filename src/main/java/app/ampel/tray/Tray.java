package app.ampel.tray;

import app.ampel.account.SignInPrompt;
import app.ampel.core.Intent;
import app.ampel.core.Snapshot;
import app.ampel.core.Timeline;
import app.ampel.manual.End;
import app.ampel.manual.Lasting;
import app.ampel.manual.ManualStatus;
import app.ampel.manual.Request;
import app.ampel.manual.Wish;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the panel shows equal to what the core knows, and passes clicks on. Works on a thread of its own, so that no
 * panel holds up the core; of several snapshots in a row only the last is drawn, and nothing is when nothing changed.
 */
public final class Tray implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tray.class);

    private final TrayHost host;
    private final Menus menus;
    private final TrayRenderer renderer;
    private final Timeline timeline;
    private final Executor thread;
    private final TrayHint hint;
    private final SignedOutNotice notice;
    private final EndingNotice ending;
    private Runnable unwatch = () -> {};
    private volatile Optional<Boolean> placed = Optional.empty();

    // All that follows belongs to the thread.
    private Optional<Snapshot> known = Optional.empty();
    private Optional<TrayMenu> shown = Optional.empty();
    private Next next = Next.USUAL;
    private CompletableFuture<Snapshot> answer = CompletableFuture.completedFuture(null);
    private Optional<SignInPrompt> prompted = Optional.empty();
    private Runnable unplan = () -> {};

    /**
     * @param timeline the core's time, with tasks on {@code thread}
     * @param thread the tray's own, see {@link TrayThread}
     * @param hint told whether there is a panel
     * @param notice told what is known
     * @param ending told the same
     */
    public Tray(
            TrayHost host,
            Menus menus,
            TrayRenderer renderer,
            Timeline timeline,
            Executor thread,
            TrayHint hint,
            SignedOutNotice notice,
            EndingNotice ending) {
        this.host = host;
        this.menus = menus;
        this.renderer = renderer;
        this.timeline = timeline;
        this.thread = thread;
        this.hint = hint;
        this.notice = notice;
        this.ending = ending;
    }

    /** Begins. Returns at once. */
    public void start() {
        renderer.start(new TrayRenderer.Events() {
            @Override
            public void clicked(TrayAction action) {
                run(() -> action.accept(new Click()));
            }

            @Override
            public void placed(boolean there) {
                placed = Optional.of(there);
                run(() -> hint.placed(there));
            }
        });
        unwatch = host.engine().watch(this::know, this::run);
    }

    /** Whether a panel shows the icon; empty while that is not known yet. Any thread. */
    public Optional<Boolean> isPlaced() {
        return placed;
    }

    private void know(Snapshot latest) {
        known = Optional.of(latest);
        draw();
        showQuestion(latest.account().prompt());
        notice.know(latest);
        ending.know(latest);
    }

    /** Draws what is different since the settings have changed. Returns at once. */
    public void refresh() {
        run(this::draw);
    }

    /** A click that needs the user's consent has asked for it: the question is in the window. */
    private void showQuestion(Optional<SignInPrompt> prompt) {
        if (prompt.isPresent() && !prompt.equals(prompted) && !answer.isDone()) {
            host.open();
        }
        prompted = prompt;
    }

    private void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The tray is closed", e);
        }
    }

    private void draw() {
        known.ifPresent(snapshot -> {
            Instant now = timeline.now();
            TrayMenu menu = menus.of(snapshot, now, next, host.habits(), host.iconStyle());
            if (!shown.equals(Optional.of(menu))) {
                shown = Optional.of(menu);
                renderer.show(menu);
            }
            unplan.run();
            unplan = Menus.changesAt(snapshot, now)
                    .map(at -> timeline.at(at, this::draw))
                    .orElse(() -> {});
        });
    }

    /** What a click does. On the tray's thread. */
    private final class Click implements TrayAction.Visitor {

        @Override
        public void tell(Intent intent) {
            Tray.this.tell(intent);
        }

        @Override
        public void set(TrayAction.Set set) {
            Tray.this.set(new Request(set.choice(), end(set), Optional.empty(), set.lightOnly(), false));
        }

        @Override
        public void last(TrayAction.Last last) {
            Tray.this.last(last.lasting());
        }

        @Override
        public void where(TrayAction.Where where) {
            next = new Next(next.lasting(), where.lightOnly());
            draw();
        }

        @Override
        public void signIn() {
            host.signIn();
        }

        @Override
        public void identify(TrayAction.Identify identify) {
            host.identify(identify.lightId());
        }

        @Override
        public void open() {
            host.open();
        }

        @Override
        public void settings() {
            host.openSettings();
        }

        @Override
        public void quit() {
            host.quit();
        }
    }

    private End end(TrayAction.Set set) {
        return set.lasting().end(set.choice(), timeline.now(), host.habits(), menus.zone());
    }

    private void set(Request request) {
        tell(new Intent.SetManual(request));
    }

    /** What is set now ends by the new time, too. */
    private void last(Lasting lasting) {
        next = new Next(lasting, next.lightOnly());
        known.flatMap(Snapshot::manual)
                .map(ManualStatus::wish)
                .map(Wish::request)
                .ifPresent(running -> {
                    End end = end(new TrayAction.Set(running.choice(), lasting, running.lightOnly()));
                    set(running.ending(end));
                });
        draw();
    }

    /** What came of it is in the next snapshot, in the sentence. */
    private void tell(Intent intent) {
        answer = host.engine().tell(intent);
        answer.exceptionally(failure -> {
            LOG.info("A click could not be carried out: {}", failure.getMessage());
            return null;
        });
    }

    @Override
    public void close() {
        unwatch.run();
        renderer.close();
        run(() -> unplan.run());
    }
}
