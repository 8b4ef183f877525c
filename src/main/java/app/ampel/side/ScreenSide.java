package app.ampel.side;

import app.ampel.adapter.os.session.ScreenShares;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.screenlight.ScreenBus;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.settings.Settings;
import app.ampel.service.text.Messages;
import app.ampel.service.threads.Dispatch;
import java.util.concurrent.Executor;

/** The light on the screen of a running Ampel, with what it hears of the settings and of the presence. */
public final class ScreenSide {

    private final ScreenBus bus;

    /**
     * @param files where its place is kept
     * @param beside where {@code opened} runs
     * @param opened what a double click does; may take long
     */
    public ScreenSide(World world, Toolkit toolkit, Executor files, Executor beside, Runnable opened) {
        Messages words = world.words();
        bus = new ScreenBus(
                words.say("light.screen.name"),
                words.say("light.screen.title"),
                toolkit,
                new LampPlace(world.folders().screenLight(), files),
                ScreenShares::keepOut,
                () -> Dispatch.run(beside, opened),
                world.settings().settings().screenLight());
        world.settings().onChange(this::use);
    }

    public ScreenBus bus() {
        return bus;
    }

    private void use(Settings settings) {
        bus.use(settings.screenLight());
    }

    public void watch(Snapshot now) {
        bus.presenting(isPresenting(now));
    }

    /** By what Teams says or by hand: either way somebody else looks at the screen. */
    static boolean isPresenting(Snapshot now) {
        boolean byHand = now.manual()
                .filter(manual ->
                        manual.choice() == Choice.PRESENTING && manual.state() != ManualStatus.State.OVERRIDDEN)
                .isPresent();
        return byHand
                || now.reading()
                        .last()
                        .map(PresenceReading.Last::presence)
                        .filter(presence -> presence.activity().equals(Activity.PRESENTING))
                        .isPresent();
    }
}
