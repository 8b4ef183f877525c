package app.ampel.service.doctor;

import app.ampel.domain.account.Account.TokenPlace;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Registration;
import app.ampel.domain.light.LightState;
import app.ampel.domain.naming.WireName;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Something that was found out about this Ampel and its surroundings. Values only; nothing is judged here. */
public sealed interface Fact {

    /**
     * What could not be found out, because asking failed in a way that nobody had thought of.
     *
     * @param what was thrown, by its name; never its text
     */
    record Failed(Check about, String what) implements Fact {}

    /** Whether there is a program of this home to ask. */
    record Program(Talk talk) implements Fact {
        public enum Talk {
            RUNNING,
            NOT_RUNNING,
            /** It has the home and gives no answer. */
            SILENT
        }
    }

    /**
     * What all of it runs on.
     *
     * @param desktop as the session calls it; may be empty
     * @param userHome the user's folder
     * @param user name of the account
     * @param host name of the computer; empty where it is not known
     */
    record Machine(String ampel, String java, String system, String desktop, String userHome, String user, String host)
            implements Fact {}

    /** @param registration empty: there is none to sign in with */
    record SignIn(Optional<Registration> registration, AccountState account) implements Fact {}

    record Tokens(TokenPlace place) implements Fact {}

    /**
     * What Graph has said last.
     *
     * @param now when this was true, by the clock of the answers
     * @param interval between two questions; empty while none is planned
     * @param overdue for how long the next question has been due and not been asked; empty while it lies ahead
     * @param manual what keeps a status set by hand from Teams
     */
    record Reading(
            PresenceReading reading,
            Instant now,
            Optional<Duration> interval,
            Optional<Duration> overdue,
            Optional<Problem> manual)
            implements Fact {}

    /**
     * What came of asking one host of Microsoft's now.
     *
     * @param problem empty: it answered
     * @param stage how far it got
     * @param proxy that led there
     * @param ahead how far this computer's clock is ahead of the host's; negative when behind, empty when it did not say
     */
    record Host(
            String name,
            Optional<Problem> problem,
            Stage stage,
            Duration took,
            Optional<ProxyInForce> proxy,
            Optional<Duration> ahead)
            implements Fact {

        /** The way to an answer. */
        public enum Stage implements WireName {
            LOOK_UP,
            CONNECT,
            SECURE,
            ANSWER
        }

        public Host {
            Objects.requireNonNull(name);
            Objects.requireNonNull(problem);
            Objects.requireNonNull(stage);
            Objects.requireNonNull(took);
            Objects.requireNonNull(proxy);
            Objects.requireNonNull(ahead);
        }
    }

    /** A variable that should name a proxy and does not. */
    record BrokenProxy(String variable) implements Fact {}

    /** @param remote whether somebody sees this computer from another one */
    record Lights(List<LightState> lights, boolean remote, boolean slow) implements Fact {
        public Lights {
            lights = List.copyOf(lights);
        }

        /** Where the system tells what is plugged in, if it is one that does. */
        public Lights(List<LightState> lights, boolean remote) {
            this(lights, remote, false);
        }
    }

    /** The rules that let a Linux user use USB lights. */
    record Rules(State state) implements Fact {
        public enum State implements WireName {
            NOT_NEEDED,
            CURRENT,
            OLD,
            MISSING
        }
    }

    /**
     * The place for the tray icon.
     *
     * @param desktop as the session calls it
     */
    record Panel(boolean there, String desktop) implements Fact {}

    /**
     * What is told of the user's session: not what was asked for, but what there is somebody for.
     *
     * @param sleep whether somebody tells before the computer sleeps
     */
    record Session(Lock lock, boolean sleep) implements Fact {

        /** How it is known whether the screen is locked. */
        public enum Lock implements WireName {
            /** Somebody tells. */
            TOLD,
            /** Nobody tells; a few programs that lock are known and looked for. */
            LOCKERS,
            /** Not at all. */
            NONE
        }
    }

    /**
     * What starts Ampel at the next login.
     *
     * @param there whether there is an entry
     * @param on false: the desktop's own settings have switched it off
     * @param gone the program that it leads to, when that is not there
     */
    record Autostart(boolean there, boolean on, Optional<String> gone) implements Fact {}

    /** @param notes what was ignored in the settings */
    record Settings(List<Message> notes) implements Fact {
        public Settings {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Ampel's folder.
     *
     * @param folder where it is
     * @param free bytes on its disk
     */
    record Home(String folder, boolean writable, boolean ownerOnly, long free) implements Fact {}

    /**
     * The end of the log.
     *
     * @param lines as they stand there, the newest last
     */
    record Log(boolean detailed, List<String> lines) implements Fact {
        public Log {
            lines = List.copyOf(lines);
        }
    }
}
