package app.ampel.face.tray;

import app.ampel.domain.account.SignInPrompt;
import app.ampel.service.account.AccountService;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.engine.Timeline;
import app.ampel.service.overview.Overview;
import app.ampel.service.overview.Overviews;
import app.ampel.service.status.StatusService;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the panel shows equal to what the core knows, and passes clicks on. Works on a thread of its own, so that no
 * panel holds up the core; of several snapshots in a row only the last is drawn, and nothing is when nothing changed.
 */
public final class Tray implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tray.class);

    private final Overviews overviews;
    private final StatusService status;
    private final AccountService account;
    private final Predicate<String> identify;
    private final ProgramCommands program;
    private final Supplier<IconStyle> style;
    private final Menus menus;
    private final TrayRenderer renderer;
    private final Timeline timeline;
    private final Executor thread;
    private final TrayHint hint;
    private final SignedOutNotice notice;
    private final EndingNotice ending;
    private final TrayPeople people;
    private final Timeline real;
    private Runnable unwatch = () -> {};
    private volatile Optional<Boolean> placed = Optional.empty();

    // All that follows belongs to the thread.
    private Optional<Overview> known = Optional.empty();
    private Optional<TrayMenu> shown = Optional.empty();
    private CompletableFuture<Snapshot> answer = CompletableFuture.completedFuture(null);
    private Optional<SignInPrompt> prompted = Optional.empty();
    private Runnable unplan = () -> {};

    /** Whether somebody may be looking at the menu, so that its lines stay where they are. */
    private boolean lookedAt;

    private Runnable unkeep = () -> {};

    /**
     * @param identify has the light of an id blink; false when there is none
     * @param style how the icon is drawn, by the settings; see {@link #refresh}
     * @param timeline the core's time, with tasks on {@code thread}
     * @param thread the tray's own, see {@link TrayThread}
     * @param hint told whether there is a panel
     * @param notice told what is known
     * @param ending told the same
     * @param people what it shows of others
     * @param real time as whoever sits before the screen has it, with tasks on {@code thread}
     */
    public Tray(
            Overviews overviews,
            StatusService status,
            AccountService account,
            Predicate<String> identify,
            ProgramCommands program,
            Supplier<IconStyle> style,
            Menus menus,
            TrayRenderer renderer,
            Timeline timeline,
            Executor thread,
            TrayHint hint,
            SignedOutNotice notice,
            EndingNotice ending,
            TrayPeople people,
            Timeline real) {
        this.overviews = overviews;
        this.status = status;
        this.account = account;
        this.identify = identify;
        this.program = program;
        this.style = style;
        this.menus = menus;
        this.renderer = renderer;
        this.timeline = timeline;
        this.thread = thread;
        this.hint = hint;
        this.notice = notice;
        this.ending = ending;
        this.people = people;
        this.real = real;
    }

    /** Begins. Returns at once. */
    public void start() {
        renderer.start(new TrayRenderer.Events() {
            @Override
            public void clicked(TrayAction action) {
                run(() -> {
                    letGoOfLines();
                    action.accept(new Click());
                });
            }

            @Override
            public void menu(MenuSign sign) {
                run(() -> lookedAt(sign));
            }

            @Override
            public void placed(boolean there) {
                placed = Optional.of(there);
                run(() -> hint.placed(there));
            }
        });
        Runnable knowing = overviews.watch(this::follow, this::run);
        Runnable picking = status.watch(next -> draw(), this::run);
        Runnable others = people.start(this::draw);
        unwatch = () -> {
            others.run();
            knowing.run();
            picking.run();
        };
    }

    /** Whether a panel shows the icon; empty while that is not known yet. Any thread. */
    public Optional<Boolean> isPlaced() {
        return placed;
    }

    private void follow(Overview overview) {
        known = Optional.of(overview);
        Snapshot latest = overview.snapshot();
        people.follow(latest.account().profile());
        draw();
        showQuestion(latest.account().prompt());
        notice.follow(latest);
        ending.follow(latest);
    }

    /** Draws what is different since the settings have changed. Returns at once. */
    public void refresh() {
        run(this::draw);
    }

    /** A click that needs the user's consent has asked for it: the question is in the window. */
    private void showQuestion(Optional<SignInPrompt> prompt) {
        boolean mine = !answer.isDone() || people.isAsking();
        if (prompt.isPresent() && !prompt.equals(prompted) && mine) {
            program.open().run();
        }
        prompted = prompt;
    }

    /** Where the lines stand may change while the menu opens, and then no more. */
    private void lookedAt(MenuSign sign) {
        if (sign == MenuSign.OPENING) {
            lookedAt = false;
            draw();
        }
        people.menu(sign);
        lookedAt = true;
        unkeep.run();
        unkeep = real.at(real.now().plus(MenuLook.LONGEST), this::letGoOfLines);
    }

    private void letGoOfLines() {
        unkeep.run();
        unkeep = () -> {};
        if (lookedAt) {
            lookedAt = false;
            draw();
        }
    }

    private void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The tray is closed", e);
        }
    }

    private void draw() {
        known.ifPresent(overview -> {
            Instant now = timeline.now();
            TrayMenu latest = menus.of(overview, now, status.next(), status.habits(), style.get(), people.item())
                    .alsoSaying(people.remarks());
            TrayMenu menu =
                    shown.filter(open -> lookedAt).map(latest::inTheRowsOf).orElse(latest);
            if (!shown.equals(Optional.of(menu))) {
                shown = Optional.of(menu);
                renderer.show(menu);
            }
            unplan.run();
            unplan = Menus.changesAt(overview.snapshot(), now)
                    .map(at -> timeline.at(at, this::draw))
                    .orElse(() -> {});
        });
    }

    /** What a click does. On the tray's thread. */
    private final class Click implements TrayAction.Visitor {

        @Override
        public void set(TrayAction.Set set) {
            whenAnswered(status.set(set.choice(), Optional.empty()));
        }

        @Override
        public void toggle(TrayAction.Toggle toggle) {
            whenAnswered(status.toggle(toggle.choice(), Optional.empty()));
        }

        @Override
        public void takeOver() {
            whenAnswered(status.takeOver());
        }

        @Override
        public void clear() {
            whenAnswered(status.clear());
        }

        @Override
        public void extend(TrayAction.Extend extend) {
            whenAnswered(status.extend(extend.by()));
        }

        @Override
        public void showLight(TrayAction.ShowLight show) {
            whenAnswered(status.showLight(show.override()));
        }

        @Override
        public void last(TrayAction.Last last) {
            whenAnswered(status.last(last.lasting()));
        }

        @Override
        public void where(TrayAction.Where where) {
            status.lightOnly(where.lightOnly());
        }

        @Override
        public void signIn() {
            program.signIn().run();
        }

        @Override
        public void cancelSignIn() {
            whenAnswered(account.cancelSignIn());
        }

        @Override
        public void signOut() {
            whenAnswered(account.signOut());
        }

        @Override
        public void identify(TrayAction.Identify identify) {
            Tray.this.identify.test(identify.lightId());
        }

        @Override
        public void chat(TrayAction.Chat chat) {
            people.chat(chat.id());
        }

        @Override
        public void find(TrayAction.Find find) {
            people.find(find.name());
        }

        @Override
        public void missed(TrayAction.Missed missed) {
            people.missed(missed.key());
        }

        @Override
        public void openPeople() {
            program.openPeople().run();
        }

        @Override
        public void open() {
            program.open().run();
        }

        @Override
        public void settings() {
            program.openSettings().run();
        }

        @Override
        public void quit() {
            program.quit().run();
        }
    }

    /** What came of it is in the next snapshot, in the sentence. */
    private void whenAnswered(CompletableFuture<Snapshot> latest) {
        answer = latest;
        answer.exceptionally(failure -> {
            LOG.info("A click could not be carried out: {}", failure.getMessage());
            return null;
        });
    }

    @Override
    public void close() {
        unwatch.run();
        renderer.close();
        run(() -> {
            unplan.run();
            unkeep.run();
            people.close();
        });
    }
}
