package app.ampel.side;

import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.programs.Browser;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Registration;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.tray.linux.LinuxTray;
import java.util.Optional;

/** What a running program would know, found out without one. */
final class WithoutProgram {

    private WithoutProgram() {}

    /** From what is kept on this computer; Microsoft is not asked. */
    static AccountState account(Optional<Registration> registration, Microsoft microsoft) {
        if (registration.isEmpty()) {
            return AccountState.signedOut(Optional.of(Problem.of(Problem.Kind.NO_CLIENT_ID)));
        }
        try {
            return microsoft
                    .profile()
                    .map(AccountState::signedIn)
                    .orElseGet(() -> AccountState.signedOut(Optional.empty()));
        } catch (ProblemException e) {
            return AccountState.signedOut(Optional.of(e.problem()));
        }
    }

    /** Whether there is a place for the tray icon; empty where there is no desktop, or always one. */
    static Optional<Boolean> place() {
        boolean linux = OperatingSystem.current() == OperatingSystem.LINUX;
        return linux && Browser.ofThisComputer().hasDisplay() ? Optional.of(LinuxTray.hasPlace()) : Optional.empty();
    }
}
