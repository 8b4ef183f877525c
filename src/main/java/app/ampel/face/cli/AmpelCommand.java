package app.ampel.face.cli;

import app.ampel.adapter.os.files.Folders;
import app.ampel.face.control.Failure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code ampel}: without a command it is {@code ampel run}, with the window. */
@Command(name = "ampel", versionProvider = Version.class)
final class AmpelCommand implements Callable<Integer> {

    private final Console console;
    private final CommandPorts program;
    private final HomeFinder homes;

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "ampel.home", order = 100)
    private String home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "ampel.help",
            order = 101)
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "ampel.version",
            order = 102)
    private boolean version;

    /** Finds the folders for what the user has said, if anything. */
    @FunctionalInterface
    interface HomeFinder {
        Folders folders(Optional<Path> home);
    }

    AmpelCommand(Console console, CommandPorts program, HomeFinder homes) {
        this.console = console;
        this.program = program;
        this.homes = homes;
    }

    /** What was typed after {@code --home}. */
    Optional<Path> home() throws Failure {
        try {
            return Optional.ofNullable(home).map(Path::of);
        } catch (InvalidPathException e) {
            throw Failure.usage(console.say("cli.wrong-home"));
        }
    }

    Session session() throws Failure {
        try {
            return new Session(console, program, homes.folders(home()));
        } catch (InvalidPathException e) {
            throw Failure.usage(console.say("cli.wrong-home"));
        }
    }

    @Override
    public Integer call() throws Exception {
        return new RunCommand(this, true).call();
    }
}
