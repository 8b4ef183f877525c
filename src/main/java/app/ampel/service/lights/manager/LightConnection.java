package app.ampel.service.lights.manager;

import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Report;
import app.ampel.domain.retry.BackOff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one light: opened when it is needed, closed when it fails, was plugged in anew or is let go, and tried again
 * later and later. Whatever may block is a {@link DeviceWorker}'s, one job at a time, and what to do next is asked only when
 * the job is done. So the newest command wins, and a light that hangs holds up nobody but itself. On the manager's thread.
 */
final class LightConnection implements DeviceWorker.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(LightConnection.class);

    /** A serial light is asked for its name for 5 s. */
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(8);

    /** Three tries of half a second for a line of a serial light; others take milliseconds. */
    private static final Duration TAKES_WITHIN = Duration.ofSeconds(3);

    private static final BackOff PAUSE = BackOff.constant(RetryingWorkers.PAUSE);

    /** Whoever decides what the light is sent. */
    interface User {
        /** The light may be free: whatever is due is to be done. */
        void executeNext();

        /** What the light was sent is of no account any more: all of it is due again. */
        void repeat();

        /** The light is out of reach: nothing becomes due. */
        void stop();
    }

    private final LightBus bus;
    private final LightContext context;
    private final Runnable scan;
    private final User user;
    private final GuardedScheduler scheduler;
    private final LightStatus status;
    private final DeviceWorker worker;
    private final RetryTimer retry;
    private final RetryTimer pause;

    private LightBus.Found found;
    private LightLink link;
    private boolean armed;
    private boolean outdated;
    private boolean everLit;
    private boolean unconfirmed;
    private Runnable released;

    /** @param scan the bus should be looked at again */
    LightConnection(LightBus bus, LightBus.Found found, LightContext context, Runnable scan, User user) {
        this.bus = bus;
        this.found = found;
        this.context = context;
        this.scan = scan;
        this.user = user;
        this.scheduler = new GuardedScheduler(context.scheduler(), found.id(), this::taskFailed);
        this.status = new LightStatus(found, context::changed);
        this.worker = new DeviceWorker(scheduler, context.workers(), this);
        this.retry = new RetryTimer(scheduler);
        this.pause = new RetryTimer(scheduler);
    }

    LightBus.Found found() {
        return found;
    }

    LightStatus status() {
        return status;
    }

    /** What goes wrong in its tasks is this light's own trouble, and it is told everything again. */
    GuardedScheduler scheduler() {
        return scheduler;
    }

    void start() {
        if (found.condition() == Condition.NO_PERMISSION) {
            retryLater();
        } else {
            user.executeNext();
        }
    }

    /** Whether something may be done with it now, opening included. */
    boolean isReady() {
        return !worker.isBusy() && released == null && found.condition() == Condition.OK;
    }

    boolean isOpen() {
        return link != null;
    }

    /** The light may have forgotten all it was told, how it is armed included. */
    void reset() {
        retry.reset();
        armed = false;
    }

    /** The bus was looked at and this light is there. */
    void update(LightBus.Found now) {
        LightBus.Found before = found;
        found = now;
        boolean replugged = !now.attachment().equals(before.attachment());
        if (replugged || now.condition() == Condition.GONE) {
            discard();
        }
        if (now.condition() == Condition.OK) {
            if (replugged || before.condition() != Condition.OK) {
                retry.reset();
            }
            user.executeNext();
        } else if (link == null && !worker.isBusy()) {
            status.found(now);
            if (now.condition() == Condition.NO_PERMISSION) {
                retryLater();
            }
        }
    }

    /** Opens it, unless it was tried too short a time ago, and from then on listens to a button that has a use. */
    void open(ButtonUse use) {
        if (!retry.isWaiting()) {
            OpenLight job = new OpenLight(bus, found, use, context::pressed);
            worker.submit(OPENS_WITHIN, null, job, opened -> {
                link = opened;
                armed = false;
                user.repeat();
            });
        }
    }

    /**
     * Sends all of it, after what arms the light.
     *
     * @param lit whether it shines then
     * @param sent runs when the light has taken it
     */
    void send(List<Report> reports, boolean lit, Runnable sent) {
        List<Report> all = new ArrayList<>(armed ? List.of() : found.model().arming());
        all.addAll(reports);
        everLit |= lit;
        LightLink to = link;
        DeviceWorker.Job<Void> job = () -> {
            to.send(all);
            return null;
        };
        worker.submit(TAKES_WITHIN, to, job, nothing -> {
            armed = true;
            retry.reset();
            sent.run();
        });
    }

    /** Sends a heartbeat; {@code taken} is told whether the light still shows what it was told. */
    void beat(List<Report> reports, Consumer<Boolean> taken) {
        LightLink to = link;
        worker.submit(TAKES_WITHIN, to, () -> to.beat(reports), taken);
    }

    /** The handle is of no use any more: the light was pulled out, or shall be opened in another way. */
    void discard() {
        if (worker.isBusy()) {
            outdated = true;
        } else if (link != null) {
            worker.close(link);
            link = null;
            user.stop();
            status.found(found);
        }
    }

    /** Switches the light off as well as it can and lets it go. {@code whenDark} runs, on any thread, when it is dark. */
    void release(Runnable whenDark) {
        released = whenDark;
        stop();
        if (!worker.isBusy()) {
            switchOff();
        }
    }

    private void stop() {
        user.stop();
        retry.cancel();
    }

    private void switchOff() {
        // Whatever went wrong with it: as long as the bus has it, it may be dark in the end.
        boolean mayStillBeLit = everLit
                && found.condition() == Condition.OK
                && found.model().darkAfter().isEmpty();
        if (link == null && !mayStillBeLit) {
            released.run();
        } else {
            context.workers().execute(new SwitchOff(bus, found, link, released));
        }
    }

    @Override
    public void tooSlow() {
        status.failed(Condition.NOT_ANSWERING, found);
    }

    @Override
    public void succeeded(Runnable then) {
        then.run();
        if (outdated) {
            outdated = false;
            discard();
        }
        executeNextOrSwitchOff();
    }

    @Override
    public void closed() {
        outdated = false;
        executeNextOrSwitchOff();
    }

    private void executeNextOrSwitchOff() {
        if (worker.isBusy()) {
            return;
        }
        if (released == null) {
            user.executeNext();
        } else {
            stop();
            switchOff();
        }
    }

    @Override
    public void failed(LightException why) {
        if (status.condition() != why.condition() || retry.isFresh()) {
            LOG.info("{} is {}: {}", found.id(), why.condition().word(), why.getMessage());
        }
        link = null;
        user.stop();
        status.failed(why.condition(), found);
    }

    @Override
    public void ended() {
        outdated = false;
        if (released != null) {
            switchOff();
            return;
        }
        retryLater();
        if (status.condition() == Condition.GONE || status.condition() == Condition.NO_PERMISSION) {
            scan.run();
        }
    }

    private void retryLater() {
        // Where a light hangs nobody else is opened meanwhile; where it may not be opened, plugging in tells.
        boolean cheap = found.condition() == Condition.OK && !worker.wasSlow();
        retry.after(cheap ? RetryTimer.CHEAP : RetryTimer.DEAR, () -> {
            if (found.condition() == Condition.NO_PERMISSION) {
                scan.run();
            } else {
                user.executeNext();
            }
        });
    }

    @Override
    public void refused() {
        LOG.info("{} has to wait: there is no thread for it", found.id());
        pause.after(PAUSE, this::resume);
    }

    /** Soon it is told everything again, whatever it shows. */
    private void taskFailed() {
        unconfirmed = true;
        if (released == null) {
            pause.after(PAUSE, this::resume);
        } else if (!worker.isBusy()) {
            released.run();
        }
    }

    private void resume() {
        if (released != null) {
            return; // what there was to do is done, or under way
        }
        if (unconfirmed) {
            unconfirmed = false;
            reset();
            user.repeat();
        }
        user.executeNext();
    }
}
