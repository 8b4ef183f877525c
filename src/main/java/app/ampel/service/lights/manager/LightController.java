package app.ampel.service.lights.manager;

import app.ampel.domain.light.Heartbeat;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Wanted;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one light at what it should show: sends it that, plays the effects it does not know, and keeps its heartbeats
 * going. How the light is reached is the {@link LightConnection}'s concern. On the manager's thread.
 */
final class LightController implements LightConnection.User {

    private static final Logger LOG = LoggerFactory.getLogger(LightController.class);

    private final LightConnection connection;
    private final LightStatus status;
    private final HeartbeatTimer heartbeat;
    private final Playback playback;

    private Wanted offered;
    private LightCommand wanted;
    private LightSetting setting;

    /** @param scan the bus should be looked at again */
    LightController(
            LightBus bus,
            LightBus.Found found,
            Wanted offered,
            LightSetting setting,
            LightContext context,
            Runnable scan) {
        this.connection = new LightConnection(bus, found, context, scan, this);
        this.status = connection.status();
        this.heartbeat = new HeartbeatTimer(connection.scheduler(), this::executeNext, this::wake);
        this.offered = offered;
        this.wanted = offered.of(setting);
        this.setting = setting;
        this.playback = new Playback(program(wanted), connection.scheduler(), this::executeNext, this::showWanted);
    }

    LightBus.Found found() {
        return connection.found();
    }

    LightState state() {
        return status.state(found(), setting);
    }

    /** Runs {@code task} with it; what goes wrong is this light's own trouble, and it is told everything again. */
    void guarded(Runnable task) {
        connection.scheduler().guarded(task);
    }

    /** To be called once after construction. */
    void start() {
        connection.start();
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
        repeat();
        executeNext();
    }

    /** From now on the user wants that of it. */
    void apply(LightSetting now) {
        LightSetting before = setting;
        setting = now;
        if (now.button() != before.button()) {
            connection.discard(); // whoever listens is the link, from its opening on
        }
        LightCommand shown = wanted;
        wanted = offered.of(now, shown);
        boolean other = !now.adjustment().equals(before.adjustment()) || !wanted.equals(shown);
        if (other && !playback.isPassing()) {
            repeat();
        }
        executeNext();
    }

    /** That program is said to set its colour, too. */
    void conflict(Optional<String> program) {
        status.conflict(program);
    }

    /** Tells the light everything again, armed or not: it may have slept. */
    void wake() {
        connection.reset();
        repeat();
        executeNext();
    }

    void identify() {
        playback.flash(model());
        executeNext();
    }

    /** The bus was looked at and this light is there. */
    void update(LightBus.Found now) {
        connection.update(now);
    }

    /** Switches the light off as well as it can and lets it go. {@code released} runs, on any thread, when it is dark. */
    void release(Runnable released) {
        connection.release(released);
    }

    private LightModel model() {
        return found().model();
    }

    private Program program(LightCommand command) {
        return model().play(setting.adjustment().of(command));
    }

    @Override
    public void repeat() {
        playback.play(program(wanted));
    }

    @Override
    public void stop() {
        playback.stop();
        heartbeat.stop();
    }

    @Override
    public void executeNext() {
        if (!connection.isReady()) {
            return;
        }
        if (!connection.isOpen()) {
            connection.open(setting.button());
        } else if (playback.isDue()) {
            sendStep();
        } else if (heartbeat.isDue()) {
            sendHeartbeat();
        }
    }

    private void sendStep() {
        LightCommand command = playback.isPassing() ? status.shown() : wanted;
        int edition = playback.edition();
        connection.send(playback.now().reports(), !command.colour().isDark(), () -> {
            status.sent(command);
            playback.sent(edition);
            heartbeat.keep(model().heartbeat(), !wanted.colour().isDark() || playback.isPassing());
        });
    }

    private void sendHeartbeat() {
        Heartbeat next = model().heartbeat().orElseThrow();
        connection.beat(next.reports(), asTold -> {
            heartbeat.sent(next.period());
            if (!asTold) {
                LOG.info("{} had forgotten what to show", found().id());
                connection.reset();
                repeat();
            }
        });
    }
}
