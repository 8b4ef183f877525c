package app.ampel.service.lights;

import app.ampel.service.lights.LightState.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one light at what it should show: opens it, tells it, plays the effects it does not know, keeps its heart
 * beating, and begins anew when it fails. Lives on the desk's thread; whatever may block is {@link Work}, one job at a
 * time, and what to do next is decided only when the job is done. So the newest command wins, and a light that hangs
 * holds up nobody but itself.
 */
final class Keeper implements Work.Outcome {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    /** A serial light is asked for its name for 5 s. */
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(8);

    /** Three tries of half a second for a line of a serial light; others take milliseconds. */
    private static final Duration TAKES_WITHIN = Duration.ofSeconds(3);

    private final LightBus bus;
    private final Surroundings desk;
    private final GuardedClockwork clockwork;
    private final Runnable lookAgain;
    private final Work work;
    private final Heart heart;
    private final Backoff backoff;
    private final Playback playback;
    private final Standing standing;

    private LightBus.Found found;
    private Wanted offered;
    private LightCommand wanted;
    private LightSetting setting;
    private LightLink link;
    private boolean armed;
    private boolean outdated;
    private boolean everLit;
    private boolean pausing;
    private boolean unsure;
    private Runnable whenLeft;

    /** @param lookAgain the bus should be looked at again */
    Keeper(
            LightBus bus,
            LightBus.Found found,
            Wanted offered,
            LightSetting setting,
            Surroundings desk,
            Runnable lookAgain) {
        this.bus = bus;
        this.desk = desk;
        this.clockwork = new GuardedClockwork(desk.clockwork(), found.id(), this::stumbled);
        this.lookAgain = lookAgain;
        this.work = new Work(clockwork, desk.workers(), this);
        this.heart = new Heart(clockwork, this::proceed, this::wake);
        this.backoff = new Backoff(clockwork);
        this.found = found;
        this.offered = offered;
        this.wanted = offered.of(setting);
        this.setting = setting;
        this.standing = new Standing(found, desk::changed);
        this.playback = new Playback(program(wanted), clockwork, this::proceed, this::showWanted);
    }

    LightBus.Found found() {
        return found;
    }

    LightState state() {
        return standing.state(found, setting);
    }

    /** Runs {@code task} with it; what goes wrong is this light's own trouble, and it is told everything again. */
    void guarded(Runnable task) {
        clockwork.guarded(task);
    }

    /** To be called once after construction. */
    void start() {
        if (found.condition() == Condition.NO_PERMISSION) {
            retryLater();
        } else {
            proceed();
        }
    }

    void show(Wanted now) {
        offered = now;
        if (now.of(setting).equals(wanted)) {
            return;
        }
        wanted = now.of(setting);
        if (!playback.isPassing()) {
            showWanted();
        }
    }

    private void showWanted() {
        playWanted();
        proceed();
    }

    /** From now on the user wants that of it. */
    void use(LightSetting now) {
        LightSetting before = setting;
        setting = now;
        if (now.button() != before.button()) {
            drop(); // whoever listens is the link, from its opening on
        }
        LightCommand shown = wanted;
        wanted = offered.of(now, shown);
        boolean other = !now.adjustment().equals(before.adjustment()) || !wanted.equals(shown);
        if (other && !playback.isPassing()) {
            playWanted();
        }
        proceed();
    }

    void rival(Optional<String> program) {
        standing.rival(program);
    }

    /** Tells the light everything again, armed or not: it may have slept. */
    void wake() {
        startAnew();
        proceed();
    }

    private void startAnew() {
        backoff.reset();
        armed = false;
        playWanted();
    }

    void identify() {
        playback.flash(model());
        proceed();
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
        } else if (link == null && !work.isBusy()) {
            standing.isAs(now);
            if (now.condition() == Condition.NO_PERMISSION) {
                retryLater();
            }
        }
    }

    /** Switches the light off as well as it can and lets it go. {@code left} runs, on any thread, when it is dark. */
    void leave(Runnable left) {
        whenLeft = left;
        rest();
        if (!work.isBusy()) {
            sayFarewell();
        }
    }

    // What to do next.

    private LightModel model() {
        return found.model();
    }

    private Program program(LightCommand command) {
        return model().play(setting.adjustment().of(command));
    }

    private void playWanted() {
        playback.play(program(wanted));
    }

    private void proceed() {
        if (work.isBusy() || whenLeft != null || found.condition() != Condition.OK) {
            return;
        }
        if (link == null) {
            if (!backoff.isWaiting()) {
                open();
            }
        } else if (playback.isDue()) {
            writeStep();
        } else if (heart.isDue()) {
            beat();
        }
    }

    private void open() {
        Opening opening = new Opening(bus, found, setting.button(), desk::pressed);
        work.run(OPENS_WITHIN, null, opening, () -> {
            link = opening.link();
            armed = false;
            playWanted();
        });
    }

    private void writeStep() {
        List<Report> reports = new ArrayList<>(armed ? List.of() : model().arming());
        reports.addAll(playback.now().reports());
        LightCommand command = playback.isPassing() ? standing.shown() : wanted;
        int edition = playback.edition();
        LightLink to = link;
        everLit |= !command.colour().isDark();
        Work.Job job = () -> {
            for (Report report : reports) {
                to.send(report);
            }
        };
        work.run(TAKES_WITHIN, to, job, () -> {
            armed = true;
            backoff.reset();
            standing.shows(command);
            playback.written(edition);
            heart.keep(model().heartbeat(), !wanted.colour().isDark() || playback.isPassing());
        });
    }

    private void beat() {
        Heartbeat heartbeat = model().heartbeat().orElseThrow();
        LightLink to = link;
        boolean[] asTold = new boolean[1];
        work.run(TAKES_WITHIN, to, () -> asTold[0] = to.beat(heartbeat.reports()), () -> {
            heart.beaten(heartbeat.period());
            if (!asTold[0]) {
                LOG.info("{} had forgotten what to show", found.id());
                startAnew();
            }
        });
    }

    // What came of the work.

    @Override
    public void tooSlow() {
        standing.fails(Condition.NOT_ANSWERING, found);
    }

    @Override
    public void done(Runnable then) {
        then.run();
        if (outdated) {
            outdated = false;
            drop();
        }
        goOn();
    }

    @Override
    public void closed() {
        outdated = false;
        goOn();
    }

    @Override
    public void refused() {
        LOG.info("{} has to wait: there is no thread for it", found.id());
        pause();
    }

    /** Something went wrong that nobody has foreseen: soon it is told everything again, whatever it shows. */
    private void stumbled() {
        unsure = true;
        if (whenLeft == null) {
            pause();
        } else if (!work.isBusy()) {
            whenLeft.run();
        }
    }

    private void pause() {
        if (!pausing) {
            desk.clockwork().after(RetryingWorkers.PAUSE, () -> clockwork.guarded(this::afterPause));
            pausing = true;
        }
    }

    private void afterPause() {
        pausing = false;
        if (whenLeft != null) {
            return; // what there was to do is done, or under way
        }
        if (unsure) {
            unsure = false;
            startAnew();
        }
        proceed();
    }

    private void goOn() {
        if (work.isBusy()) {
            return;
        }
        if (whenLeft == null) {
            proceed();
        } else {
            rest();
            sayFarewell();
        }
    }

    @Override
    public void failed(LightException why) {
        if (standing.condition() != why.condition() || backoff.isFresh()) {
            LOG.info("{} is {}: {}", found.id(), why.condition().word(), why.getMessage());
        }
        link = null;
        playback.stop();
        heart.stop();
        standing.fails(why.condition(), found);
    }

    @Override
    public void over() {
        outdated = false;
        if (whenLeft != null) {
            sayFarewell();
            return;
        }
        retryLater();
        if (standing.condition() == Condition.GONE || standing.condition() == Condition.NO_PERMISSION) {
            lookAgain.run();
        }
    }

    private void retryLater() {
        // Where a light hangs nobody else is opened meanwhile; where it may not be opened, plugging in tells.
        boolean cheap = found.condition() == Condition.OK && !work.wasSlow();
        backoff.after(cheap, () -> {
            if (found.condition() == Condition.NO_PERMISSION) {
                lookAgain.run();
            } else {
                proceed();
            }
        });
    }

    /** The handle is of no use any more: the light was pulled out, or shall be opened in another way. */
    private void drop() {
        if (work.isBusy()) {
            outdated = true;
        } else if (link != null) {
            work.close(link);
            link = null;
            playback.stop();
            heart.stop();
            standing.isAs(found);
        }
    }

    private void rest() {
        playback.stop();
        heart.stop();
        backoff.cancel();
    }

    private void sayFarewell() {
        // Whatever went wrong with it: as long as the bus has it, it may be dark in the end.
        boolean mayStillBeLit = everLit
                && found.condition() == Condition.OK
                && model().darkAfter().isEmpty();
        if (link == null && !mayStillBeLit) {
            whenLeft.run();
        } else {
            desk.workers().execute(new Farewell(bus, found, link, whenLeft));
        }
    }
}
