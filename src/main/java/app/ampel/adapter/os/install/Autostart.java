package app.ampel.adapter.os.install;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.programs.RealPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starting Ampel, into the tray, when the user logs in: an entry of the user's own, for one home folder. Any thread;
 * blocks for some files or a small program.
 */
public final class Autostart {

    private static final Logger LOG = LoggerFactory.getLogger(Autostart.class);

    /** How it went. */
    public enum Outcome {
        DONE,
        /** This program runs from a place that may be gone tomorrow, such as its own build. */
        NOT_INSTALLED,
        /** The entry cannot be written or taken away. */
        FAILED
    }

    /** Where an operating system looks for what to start. */
    interface Place {

        /** What is there; empty when there is none. */
        Optional<Entry> read() throws IOException;

        /** Replaces what is there. */
        void write(List<String> command) throws IOException;

        /** Takes it away, if it is there. */
        void delete() throws IOException;
    }

    /**
     * What is there.
     *
     * @param launcher the program that it starts, as far as that can be read
     * @param on false: the user has switched it off in the desktop's own settings
     */
    public record Entry(Optional<Path> launcher, boolean on) {

        /** The program, when it is not there any more. */
        public Optional<Path> gone() {
            return launcher.filter(Files::notExists);
        }
    }

    private final Place place;
    private final Optional<Path> launcher;
    private final List<String> arguments;

    Autostart(Place place, Optional<Path> launcher, List<String> arguments) {
        this.place = place;
        this.launcher = launcher;
        this.arguments = List.copyOf(arguments);
    }

    /** Of this program, with the home folder that it runs in. */
    public static Autostart of(Installation installation, Folders folders) {
        boolean usual = folders.home().equals(Folders.usual().home());
        List<String> arguments =
                usual ? List.of("run") : List.of("--home", folders.home().toString(), "run");
        return new Autostart(place(usual ? "ampel" : "ampel-" + folders.hash()), installation.launcher(), arguments);
    }

    private static Place place(String name) {
        return switch (OperatingSystem.current()) {
            case LINUX -> AutostartFile.xdg(name, System.getenv(), userHome());
            case MACOS -> AutostartFile.launchAgent(name, userHome());
            case WINDOWS -> new RunKey(name, RealPrograms::output);
        };
    }

    private static Path userHome() {
        return Path.of(System.getProperty("user.home"));
    }

    /** Whether it can be switched on. */
    public boolean isPossible() {
        return launcher.isPresent();
    }

    /** Whether the next login starts Ampel. */
    public boolean isOn() {
        try {
            return place.read().filter(Entry::on).isPresent();
        } catch (IOException e) {
            LOG.info("Whether Ampel starts by itself cannot be read: {}", e.toString());
            return false;
        }
    }

    /** What the next login finds; empty when there is nothing. */
    public Optional<Entry> entry() throws IOException {
        return place.read();
    }

    /** Switches it on or off; what is so already is written again. */
    public Outcome set(boolean on) {
        if (on && launcher.isEmpty()) {
            return Outcome.NOT_INSTALLED;
        }
        try {
            if (on) {
                place.write(command());
            } else {
                place.delete();
            }
            return Outcome.DONE;
        } catch (IOException e) {
            LOG.warn("Starting with the session could not be switched {}: {}", on ? "on" : "off", e.toString());
            return Outcome.FAILED;
        }
    }

    /** Where the entry leads to a program that is gone, it leads to this one afterwards. Another one that is there stays. */
    public void repair() {
        try {
            boolean stale = place.read().filter(Entry::on).flatMap(Entry::gone).isPresent();
            if (stale && launcher.isPresent()) {
                place.write(command());
                LOG.info("Starting with the session leads here again");
            }
        } catch (IOException e) {
            LOG.info("Starting with the session could not be checked: {}", e.toString());
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(launcher.orElseThrow().toString());
        command.addAll(arguments);
        return command;
    }
}
