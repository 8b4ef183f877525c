package app.ampel;

import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.doctor.ExaminedComputer;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.install.Installation;
import app.ampel.adapter.os.programs.Browser;
import app.ampel.adapter.os.session.RemoteSession;
import app.ampel.domain.light.model.UdevRules;
import app.ampel.face.cli.Version;
import app.ampel.face.tray.linux.LinuxTray;
import app.ampel.service.doctor.Computer;
import app.ampel.service.doctor.DoctorQuestions;
import app.ampel.service.doctor.DoctorService;
import app.ampel.service.doctor.Examination.Question;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.LightsService;
import app.ampel.service.settings.SettingsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Puts the doctor together: of a running program, and of none. */
final class Doctors {

    private Doctors() {}

    /** @param beside runs what takes long */
    static DoctorService running(
            Folders folders,
            SettingsStore settings,
            Microsoft microsoft,
            LightsService lights,
            Autostart autostart,
            DoctorQuestions.Running program,
            Executor beside) {
        return doctor(folders, settings, microsoft, lights, autostart, beside, questions -> questions.running(program));
    }

    /** @param talk what came of asking for a running program */
    static DoctorService alone(
            Folders folders,
            SettingsStore settings,
            Microsoft microsoft,
            LightsService lights,
            Fact.Program.Talk talk) {
        return doctor(
                folders,
                settings,
                microsoft,
                lights,
                Autostart.of(Installation.of(Main.class), folders),
                Runnable::run,
                questions -> questions.alone(
                        talk,
                        () -> new Fact.Lights(lights.states(), RemoteSession.isThis(), lights.looksSlowly()),
                        Doctors::hasTray));
    }

    private static DoctorService doctor(
            Folders folders,
            SettingsStore settings,
            Microsoft microsoft,
            LightsService lights,
            Autostart autostart,
            Executor beside,
            Function<DoctorQuestions, List<Question>> questions) {
        Clock wall = Clock.systemUTC();
        Computer computer = new ExaminedComputer(
                folders,
                autostart,
                Doctors::version,
                new ExaminedComputer.Rules(Path.of(UdevRules.FILE), lights::rules),
                System.getenv());
        return new DoctorService(
                questions.apply(new DoctorQuestions(settings, microsoft, microsoft.reach(wall), computer)),
                wall::instant,
                computer,
                beside);
    }

    private static String version() {
        try {
            return Version.number();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a place for the tray icon; empty where there is no desktop, or always one. */
    private static Optional<Boolean> hasTray() {
        boolean linux = OperatingSystem.current() == OperatingSystem.LINUX;
        return linux && Browser.ofThisComputer().hasDisplay() ? Optional.of(LinuxTray.hasPlace()) : Optional.empty();
    }
}
