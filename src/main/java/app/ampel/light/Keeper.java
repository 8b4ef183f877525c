package app.ampel.light;

import app.ampel.light.LightState.Condition;
import app.ampel.light.LightState.Hint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one light at what it should show: opens it, tells it, plays the effects it does not know, keeps its heart
 * beating, and begins anew when it fails. Lives on the desk's thread; whatever may block runs on a worker, one job at a
 * time, and what to do next is decided only when the job is done. So the newest command wins, and a light that hangs
 * holds up nobody but itself.
 */
final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    /** A serial light is asked for its name for 5 s. */
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(8);

    /** Three tries of half a second for a line of a serial light; others take milliseconds. */
    private static final Duration TAKES_WITHIN = Duration.ofSeconds(3);

    private static final Duration FLASH = Duration.ofMillis(400);
    private static final int FLASHES = 3;
    private static final Runnable NOTHING = () -> {};

    /** What a keeper needs of the desk. */
    interface Surroundings {
        Clockwork clockwork();

        Executor workers();

        /** Something that {@link Keeper#state} tells has changed. */
        void changed();

        /** The bus should be looked at again. */
        void lookAgain();
    }

    private interface Job {
        void run() throws LightException;
    }

    private final LightBus bus;
    private final Surroundings desk;
    private final Backoff backoff;

    private LightBus.Found found;
    private LightCommand wanted;
    private LightLink link;
    private boolean armed;
    private boolean busy;
    private boolean slow;
    private boolean outdated;
    private boolean everLit;
    private Runnable whenLeft;

    private Condition condition;
    private Optional<Hint> hint;
    private LightCommand shown = LightCommand.OFF;

    private final Playback playback;

    private boolean beating;
    private boolean beatDue;
    private Instant lastBeat = Instant.EPOCH;

    private Runnable cancelStep = NOTHING;
    private Runnable cancelBeat = NOTHING;
    private Runnable cancelLimit = NOTHING;

    Keeper(LightBus bus, LightBus.Found found, LightCommand wanted, Surroundings desk) {
        this.bus = bus;
        this.desk = desk;
        this.backoff = new Backoff(desk.clockwork());
        this.found = found;
        this.wanted = wanted;
        this.condition = found.condition();
        this.hint = found.hint();
        this.playback = new Playback(found.model().encode(wanted));
    }

    LightState state() {
        return new LightState(found.id(), found.name(), found.model().transport(), condition, shown, hint);
    }

    /** To be called once after construction. */
    void start() {
        if (found.condition() == Condition.NO_PERMISSION) {
            retryLater();
        } else {
            proceed();
        }
    }

    void show(LightCommand command) {
        if (command.equals(wanted)) {
            return;
        }
        wanted = command;
        if (!playback.isPassing()) {
            playWanted();
        }
    }

    /** Tells the light everything again, armed or not: it may have slept. */
    void wake() {
        backoff.reset();
        armed = false;
        playWanted();
    }

    void identify() {
        List<Report> white = model().encode(LightCommand.solid(Colour.WHITE)).reports();
        List<Report> dark = model().encode(LightCommand.OFF).reports();
        play(new Program(List.of(new Program.Step(white, FLASH), new Program.Step(dark, FLASH))), FLASHES);
    }

    /** The bus was looked at and this light is there. */
    void update(LightBus.Found now) {
        LightBus.Found before = found;
        found = now;
        boolean replugged = !now.plug().equals(before.plug());
        if (replugged || now.condition() == Condition.GONE) {
            drop();
        }
        if (now.condition() == Condition.OK) {
            if (replugged || before.condition() != Condition.OK) {
                backoff.reset();
            }
            proceed();
        } else if (link == null && !busy) {
            become(now.condition(), now.hint());
            if (now.condition() == Condition.NO_PERMISSION) {
                retryLater();
            }
        }
    }

    /** Switches the light off as well as it can and lets it go. {@code left} runs, on any thread, when it is dark. */
    void leave(Runnable left) {
        whenLeft = left;
        cancelTimers();
        if (!busy) {
            sayFarewell();
        }
    }

    // What to do next.

    private LightModel model() {
        return found.model();
    }

    private void playWanted() {
        play(model().encode(wanted), Playback.FOR_EVER);
    }

    private void play(Program next, int times) {
        cancelStep.run();
        playback.play(next, times);
        proceed();
    }

    private void proceed() {
        if (busy || whenLeft != null || found.condition() != Condition.OK) {
            return;
        }
        if (link == null) {
            if (!backoff.isWaiting()) {
                open();
            }
        } else if (playback.isDue()) {
            writeStep();
        } else if (beatDue) {
            beat();
        }
    }

    private void open() {
        LightBus.Found target = found;
        LightLink[] opened = new LightLink[1];
        work(OPENS_WITHIN, () -> opened[0] = bus.open(target), () -> {
            link = opened[0];
            armed = false;
            playWanted();
        });
    }

    private void writeStep() {
        Program.Step now = playback.now();
        List<Report> reports = new ArrayList<>(armed ? List.of() : model().arming());
        reports.addAll(now.reports());
        LightCommand command = playback.isPassing() ? shown : wanted;
        int written = playback.edition();
        LightLink to = link;
        work(
                TAKES_WITHIN,
                () -> {
                    for (Report report : reports) {
                        to.send(report);
                    }
                },
                () -> {
                    armed = true;
                    backoff.reset();
                    shown = command;
                    everLit |= !command.colour().isDark();
                    become(Condition.OK, Optional.empty());
                    if (written == playback.edition()) {
                        playback.written();
                        if (!now.hold().isZero()) {
                            cancelStep = desk.clockwork().after(now.hold(), this::nextStep);
                        }
                    }
                    keepBeating();
                    proceed();
                });
    }

    private void nextStep() {
        if (playback.advance()) {
            proceed();
        } else {
            playWanted();
        }
    }

    private void keepBeating() {
        boolean needed = model().heartbeat()
                .filter(heart -> heart.whileDark() || !wanted.colour().isDark() || playback.isPassing())
                .isPresent();
        if (needed && !beating) {
            beating = true;
            beatDue = true;
            lastBeat = desk.clockwork().now();
        } else if (!needed) {
            stopBeating();
        }
    }

    private void stopBeating() {
        beating = false;
        beatDue = false;
        cancelBeat.run();
    }

    private void beat() {
        Heartbeat heart = model().heartbeat().orElseThrow();
        LightLink to = link;
        boolean[] asTold = new boolean[1];
        work(TAKES_WITHIN, () -> asTold[0] = to.beat(heart.reports()), () -> {
            beatDue = false;
            lastBeat = desk.clockwork().now();
            if (beating) {
                cancelBeat = desk.clockwork().after(heart.period(), () -> beatIsDue(heart.period()));
            }
            if (asTold[0]) {
                proceed();
            } else {
                LOG.info("{} had forgotten what to show", found.id());
                wake();
            }
        });
    }

    /** After a pause much longer than planned the computer has slept, and the light may have lost its colour. */
    private void beatIsDue(Duration period) {
        beatDue = true;
        boolean slept = Duration.between(lastBeat, desk.clockwork().now()).compareTo(period.multipliedBy(3)) > 0;
        if (slept) {
            wake();
        } else {
            proceed();
        }
    }

    // Jobs that may block.

    private void work(Duration limit, Job job, Runnable done) {
        busy = true;
        slow = false;
        LightLink used = link;
        cancelLimit = desk.clockwork().after(limit, () -> tooSlow(used));
        desk.workers().execute(() -> {
            try {
                job.run();
                desk.clockwork().run(() -> finished(done, used));
            } catch (LightException e) {
                letGo(used);
                desk.clockwork().run(() -> failed(e));
            } catch (RuntimeException | Error e) {
                letGo(used);
                desk.clockwork().run(() -> failed(new LightException(Condition.NOT_ANSWERING, "unexpected", e)));
            }
        });
    }

    private static void letGo(LightLink used) {
        if (used != null) {
            used.close();
        }
    }

    private void tooSlow(LightLink used) {
        slow = true;
        shown = LightCommand.OFF;
        become(Condition.NOT_ANSWERING, hintFor(Condition.NOT_ANSWERING));
        if (used != null) {
            desk.workers().execute(used::close);
        }
    }

    private void finished(Runnable done, LightLink used) {
        if (slow && used != null) {
            failed(new LightException(Condition.NOT_ANSWERING, "took too long"));
            return;
        }
        busy = false;
        cancelLimit.run();
        if (whenLeft != null) {
            done.run();
            sayFarewell();
        } else if (outdated) {
            outdated = false;
            drop();
            proceed();
        } else {
            done.run();
        }
    }

    private void failed(LightException e) {
        busy = false;
        outdated = false;
        cancelLimit.run();
        link = null;
        cancelTimers();
        stopBeating();
        shown = LightCommand.OFF;
        if (whenLeft != null) {
            whenLeft.run();
            return;
        }
        if (condition != e.condition() || backoff.isFresh()) {
            LOG.info("{} is {}: {}", found.id(), e.condition().word(), e.getMessage());
        }
        become(e.condition(), hintFor(e.condition()));
        retryLater();
        if (e.condition() == Condition.GONE || e.condition() == Condition.NO_PERMISSION) {
            desk.lookAgain();
        }
    }

    private Optional<Hint> hintFor(Condition now) {
        return switch (now) {
            case OK, GONE, OFF -> Optional.empty();
            case NO_PERMISSION, UNKNOWN_MODEL -> found.hint();
            case IN_USE -> Optional.of(new Hint("light.hint.in-use", found.name()));
            case NOT_ANSWERING -> Optional.of(new Hint("light.hint.not-answering", found.name()));
        };
    }

    private void retryLater() {
        backoff.after(() -> {
            if (found.condition() == Condition.NO_PERMISSION) {
                desk.lookAgain();
            } else {
                proceed();
            }
        });
    }

    /** The handle belongs to a light that was pulled out, whether or not another one has come in its place. */
    private void drop() {
        if (busy) {
            outdated = link != null;
            return;
        }
        if (link != null) {
            LightLink old = link;
            link = null;
            desk.workers().execute(old::close);
            cancelStep.run();
            stopBeating();
            shown = LightCommand.OFF;
            become(found.condition(), found.hint());
        }
    }

    private void sayFarewell() {
        LightLink to = link;
        boolean mayStillBeLit = to == null
                && everLit
                && condition == Condition.NOT_ANSWERING
                && model().darkAfter().isEmpty();
        if (to == null && !mayStillBeLit) {
            whenLeft.run();
            return;
        }
        desk.workers().execute(new Farewell(bus, found, to, whenLeft));
    }

    private void cancelTimers() {
        cancelStep.run();
        cancelBeat.run();
        backoff.cancel();
    }

    private void become(Condition now, Optional<Hint> why) {
        condition = now;
        hint = why;
        desk.changed();
    }
}
