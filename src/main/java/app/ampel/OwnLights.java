package app.ampel;

import app.ampel.adapter.files.PlaceFile;
import app.ampel.adapter.os.files.Folders;
import app.ampel.face.cli.Console;
import app.ampel.face.cli.ConsoleReporter;
import app.ampel.face.screenlight.ScreenBus;
import app.ampel.face.terminal.TerminalBus;
import app.ampel.face.terminal.TerminalRenderer;
import app.ampel.face.terminal.TerminalStyle;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.kit.Look;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import app.ampel.service.threads.Dispatch;
import java.nio.charset.Charset;
import java.util.List;

/** The lights of a running Ampel that are no devices: in its terminal, and where there is a display, on the screen. */
record OwnLights(List<LightBus> buses, ScreenBus screen) {

    /** @param opened what a double click on the screen's does; may take long */
    static OwnLights of(
            Folders folders,
            SettingsStore settings,
            Messages words,
            boolean display,
            Toolkit toolkit,
            Console console,
            ConsoleReporter narrator,
            Threads threads,
            Runnable opened) {
        ScreenBus screen = new ScreenBus(
                words.say("light.screen.name"),
                words.say("light.screen.title"),
                toolkit,
                new PlaceFile(folders.screenLight(), threads.files()),
                new LampOnThisComputer(),
                () -> Dispatch.run(threads.beside(), opened),
                settings.settings().screenLight());
        settings.onChange(changed -> screen.apply(changed.screenLight()));
        LightBus terminal = terminal(console.words(), narrator);
        return new OwnLights(display ? List.of(terminal, screen) : List.of(terminal), screen);
    }

    private static LightBus terminal(Messages words, ConsoleReporter narrator) {
        TerminalRenderer renderer = new TerminalRenderer(
                TerminalStyle.of(System.getenv(), System.console() != null),
                new Phrases(words)::command,
                words,
                Charset.defaultCharset());
        return new TerminalBus(renderer, narrator::light);
    }

    /** What is known now: its sign is on the light; while the screen is presented, no light is on it. */
    void follow(Snapshot now) {
        screen.presenting(now.isPresenting());
        screen.show(Look.of(now).sign());
    }
}
