package app.ampel.service.doctor;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The program itself, and the computer and desktop around it. Pure. */
final class ComputerChecks {

    /** The log alone may grow to four. */
    private static final long LITTLE = 20_000_000;

    private static final String GNOME_EXTENSION = "https://extensions.gnome.org/extension/615/appindicator-support/";

    private ComputerChecks() {}

    static Stream<Finding> program(Evidence evidence) {
        return evidence.find(Fact.Program.class).stream().map(program -> switch (program.talk()) {
            case RUNNING -> Finding.ok(Check.PROGRAM, "doctor.program.running");
            case NOT_RUNNING ->
                Finding.note(Check.PROGRAM, "doctor.program.not-running").next(Step.Kind.START);
            case SILENT -> Finding.fault(Check.PROGRAM, Actor.YOU, "doctor.program.silent");
        });
    }

    static Stream<Finding> panel(Evidence evidence) {
        return evidence.find(Fact.Panel.class).stream().map(panel -> {
            if (panel.there()) {
                return Finding.ok(Check.TRAY, "doctor.tray.ok");
            }
            return panel.desktop().toLowerCase(Locale.ROOT).contains("gnome")
                    ? Finding.warning(Check.TRAY, Actor.YOU, "tray.hint.gnome")
                            .next(new Step(Step.Kind.OPEN_PAGE, GNOME_EXTENSION))
                    : Finding.note(Check.TRAY, "tray.hint");
        });
    }

    static Stream<Finding> session(Evidence evidence) {
        return evidence.find(Fact.Session.class).stream().flatMap(session -> {
            Optional<String> lock = switch (session.lock()) {
                case TOLD -> Optional.empty();
                case LOCKERS -> Optional.of("doctor.session.lockers");
                case NONE -> Optional.of("doctor.session.no-lock");
            };
            Optional<String> sleep = session.sleep() ? Optional.empty() : Optional.of("doctor.session.no-sleep");
            return lock.isEmpty() && sleep.isEmpty()
                    ? Stream.of(Finding.ok(Check.SESSION, "doctor.session.ok"))
                    : Stream.concat(lock.stream(), sleep.stream()).map(key -> Finding.note(Check.SESSION, key));
        });
    }

    static Stream<Finding> autostart(Evidence evidence) {
        return evidence.find(Fact.Autostart.class).stream().map(start -> {
            if (!start.there()) {
                return Finding.ok(Check.AUTOSTART, "doctor.autostart.off");
            }
            if (!start.on()) {
                return Finding.note(Check.AUTOSTART, "doctor.autostart.switched-off");
            }
            return start.gone()
                    .map(Message.Private::of)
                    .map(program -> Finding.warning(Check.AUTOSTART, Actor.YOU, "doctor.autostart.gone", program))
                    .orElseGet(() -> Finding.ok(Check.AUTOSTART, "doctor.autostart.on"));
        });
    }

    static Stream<Finding> settings(Evidence evidence) {
        return evidence.find(Fact.Settings.class).stream()
                .flatMap(settings -> settings.notes().isEmpty()
                        ? Stream.of(Finding.ok(Check.SETTINGS, "doctor.settings.ok"))
                        : settings.notes().stream()
                                .map(note -> new Finding(
                                        Check.SETTINGS,
                                        Severity.WARNING,
                                        note,
                                        Actor.YOU,
                                        Optional.of(Step.of(Step.Kind.OPEN_FOLDER)))));
    }

    static Stream<Finding> home(Evidence evidence) {
        return evidence.find(Fact.Home.class).stream().map(home -> {
            Message.Private folder = new Message.Private(home.folder(), "~");
            if (!home.writable()) {
                return Finding.fault(Check.HOME, Actor.YOU, "doctor.home.not-writable", folder);
            }
            if (home.free() < LITTLE) {
                return Finding.fault(Check.HOME, Actor.YOU, "doctor.home.full", folder, home.free() / 1_000_000);
            }
            return home.ownerOnly()
                    ? Finding.ok(Check.HOME, "doctor.home.ok", folder)
                    : Finding.warning(Check.HOME, Actor.YOU, "doctor.home.open", folder);
        });
    }

    static Stream<Finding> machine(Evidence evidence) {
        return evidence.find(Fact.Machine.class).stream()
                .map(it -> Finding.ok(Check.MACHINE, "doctor.machine", it.ampel(), it.java(), it.system()));
    }
}
