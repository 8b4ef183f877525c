package app.ampel.face.cli;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.domain.account.Account;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.control.Failure;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.LightsService;
import app.ampel.service.people.PeopleService;
import app.ampel.service.settings.SettingsStore;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the command line needs of the rest of the program; nothing of it is loaded before it is called. */
public interface CommandPorts {

    /**
     * The program of a home.
     *
     * @param lock of this home, held; the program closes it at its end
     * @param face what of it is seen on a desktop
     */
    record RunOptions(Folders folders, InstanceLock lock, Face face) {}

    /** What of the running program is seen on a desktop. */
    enum Face {
        /** Nothing: terminal and lights only. */
        NONE,
        /** The tray; the window comes when somebody wants it. So it starts with the session. */
        TRAY,
        /** The window at once, as whoever clicks on a program's icon expects. */
        WINDOW
    }

    /**
     * The demo.
     *
     * @param home where the user wants its files; empty: somewhere temporary
     * @param speed how much faster than real the simulated day goes
     * @param exitAfter ends by itself after so much real time; empty: when it is stopped
     * @param headless without tray and window
     */
    record DemoOptions(
            Optional<Path> home,
            double speed,
            Optional<LocalTime> from,
            Optional<Duration> exitAfter,
            boolean headless) {}

    /** Whether what is printed goes into a pipe. */
    boolean isOutputPipe();

    /** Whether what is complained about is read by somebody at a terminal, as far as that can be known. */
    boolean isErrorTerminal();

    /** Tells whether anybody still reads what is printed; true where that cannot be known. */
    BooleanSupplier outputIsRead(Folders folders);

    /** Starts the log of a home, before anything is loaded that logs. */
    void startLog(Folders folders) throws IOException;

    /**
     * Connects to the running program of a home, if it is the user's own.
     *
     * @param foreign told what was passed over, because somebody else may be, or is, behind it
     * @return empty when none is running; the caller closes it
     */
    Optional<SocketChannel> connect(Folders folders, Consumer<Path> foreign);

    /** Runs until it is stopped. Blocks. The log has been started. */
    int run(RunOptions options) throws ProblemException;

    /** Runs the demo. Blocks. */
    int demo(DemoOptions options) throws ProblemException;

    /** The settings of a home whose instance lock is held. */
    SettingsStore settings(Folders folders, Clock clock);

    /** Removes what is kept of the last presence, and of other people, in a home whose instance lock is held. */
    void forgetPresence(Folders folders);

    /** The account of a home whose instance lock is held; the caller closes it. The log has been started. */
    Account openAccount(Folders folders, Registration registration) throws ProblemException;

    /**
     * Examines what can be examined without a running program. Blocks for some ten seconds. The log has been started,
     * where that was possible.
     */
    Diagnosis doctor(Folders folders, Fact.Program.Talk talk);

    /**
     * What one can do about lights without a running program. Only what is needed is loaded, the settings, too; who changes
     * them holds the instance lock.
     */
    LightsService lights(Folders folders);

    /** The same with settings that have been read. */
    LightsService lights(Folders folders, SettingsStore settings);

    /** What is done about people without a running program. */
    @FunctionalInterface
    interface PeopleWork<T> {
        T with(PeopleService people) throws Failure;
    }

    /**
     * Does {@code work} with other people's presence in a home whose instance lock is held, as whoever is signed in there. Blocks. The
     * log has been started.
     *
     * @param prompt told what the user has to do where more has to be granted
     * @throws ProblemException {@code NOT_SIGNED_IN} among others
     */
    <T> T people(Folders folders, SettingsStore settings, Consumer<SignInPrompt> prompt, PeopleWork<T> work)
            throws Failure, ProblemException;

    /** Every model of light that Ampel knows. */
    List<LightModel> models();

    /** The model with that key, name, or USB id such as {@code 27b8:01ed}. */
    Optional<LightModel> model(String keyNameOrId);
}
