package app.ampel;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.notify.LinuxNotifications;
import app.ampel.domain.people.PresenceWaits;
import app.ampel.face.tray.EndingNotice;
import app.ampel.face.tray.IconStyle;
import app.ampel.face.tray.Menus;
import app.ampel.face.tray.ProgramCommands;
import app.ampel.face.tray.SignedOutNotice;
import app.ampel.face.tray.Tray;
import app.ampel.face.tray.TrayHint;
import app.ampel.face.tray.TrayPeople;
import app.ampel.face.tray.TrayRenderer;
import app.ampel.face.tray.TrayThread;
import app.ampel.face.tray.awt.AwtTray;
import app.ampel.face.tray.linux.LinuxTray;
import app.ampel.service.account.AccountService;
import app.ampel.service.engine.ClockTimeline;
import app.ampel.service.notifications.Notifications;
import app.ampel.service.overview.Overviews;
import app.ampel.service.people.PeopleService;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.status.StatusService;
import app.ampel.service.text.Messages;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The tray of a running Ampel, with what it needs of this desktop. */
final class Panel implements AutoCloseable {

    private final TrayThread thread = new TrayThread();
    private final Notifications notifications;
    private final Notifications answers;
    private final List<Notifications> available;
    private final Tray tray;
    private final SettingsStore settings;

    private Panel(
            Environment environment,
            SettingsStore settings,
            Messages words,
            Overviews overviews,
            StatusService status,
            AccountService account,
            Predicate<String> identify,
            ProgramCommands program,
            PeopleService people,
            Predicate<URI> links,
            TrayRenderer renderer,
            Supplier<Notifications> notices) {
        this.notifications = notices.get();
        this.answers = notices.get();
        this.available = Stream.generate(notices).limit(PresenceWaits.MOST).toList();
        this.settings = settings;
        ClockTimeline core = ClockTimeline.steady(environment.clock(), environment.speed(), thread);
        ClockTimeline real = ClockTimeline.steady(Clock.systemUTC(), 1, thread);
        TrayHint hint = new TrayHint(
                real,
                environment.folders().home().resolve("tray-hint"),
                System.getenv().getOrDefault("XDG_CURRENT_DESKTOP", ""),
                words,
                sentence -> notifications.show(new Notifications.Notice("Ampel", sentence, Optional.empty())));
        tray = new Tray(
                overviews,
                status,
                account,
                identify,
                program,
                () -> style(settings.settings().looks().icons()),
                new Menus(words, environment.zone()),
                renderer,
                core,
                thread,
                hint,
                new SignedOutNotice(core, notifications, words, program.signIn()),
                new EndingNotice(core, notifications, words, status::extend),
                new TrayPeople(people, real, thread, words, answers, available, links, program.openPeople()),
                real);
    }

    private static IconStyle style(Looks.Icons icons) {
        return switch (icons) {
            case COLOUR -> IconStyle.COLOUR;
            case MONO -> IconStyle.MONO;
        };
    }

    /**
     * @param words of the screen, see {@link Messages#onScreen}
     * @param identify has the light of an id blink
     * @param links opens a link to Teams; false where it does not, so that it is shown
     */
    static Panel ofThisComputer(
            Environment environment,
            SettingsStore settings,
            Messages words,
            Overviews overviews,
            StatusService status,
            AccountService account,
            Predicate<String> identify,
            ProgramCommands program,
            PeopleService people,
            Predicate<URI> links) {
        return switch (OperatingSystem.current()) {
            case LINUX ->
                new Panel(
                        environment,
                        settings,
                        words,
                        overviews,
                        status,
                        account,
                        identify,
                        program,
                        people,
                        links,
                        LinuxTray.ofThisSession(),
                        LinuxNotifications::ofThisSession);
            case MACOS, WINDOWS -> {
                AwtTray awt = new AwtTray();
                yield new Panel(
                        environment,
                        settings,
                        words,
                        overviews,
                        status,
                        account,
                        identify,
                        program,
                        people,
                        links,
                        awt,
                        () -> awt);
            }
        };
    }

    void start() {
        tray.start();
        settings.onChange(changed -> tray.refresh());
    }

    /** Whether it shows the icon; empty while that is not known yet. */
    Optional<Boolean> isShown() {
        return tray.isPlaced();
    }

    @Override
    public void close() {
        tray.close();
        notifications.close();
        answers.close();
        available.forEach(Notifications::close);
        thread.shutdownNow();
    }
}
