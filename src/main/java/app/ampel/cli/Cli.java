package app.ampel.cli;

import app.ampel.desktop.Folders;
import app.ampel.sentence.Phrases;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: all commands, put together. */
public final class Cli {

    private final Console console;
    private final CommandLine commands;

    public Cli(Console console, Program program) {
        this(console, program, Folders::of);
    }

    Cli(Console console, Program program, AmpelCommand.HomeFinder homes) {
        this.console = console;
        AmpelCommand ampel = new AmpelCommand(console, program, homes);
        CommandLine lights = new CommandLine(new LightsCommands.Show(ampel))
                .addSubcommand(new LightsCommands.Ports(ampel))
                .addSubcommand(new LightsCommands.Add(ampel))
                .addSubcommand(new LightsCommands.Forget(ampel))
                .addSubcommand(new LightsCommands.Identify(ampel))
                .addSubcommand(new FramesCommand(ampel));
        this.commands = new CommandLine(ampel)
                .addSubcommand(new RunCommand(ampel))
                .addSubcommand(new StatusCommand(ampel))
                .addSubcommand(new SetCommand(ampel))
                .addSubcommand("clear", new PlainCommand(ampel, "clear"))
                .addSubcommand(new LightCommandLine(ampel))
                .addSubcommand(lights)
                .addSubcommand(new AccountCommands.SignIn(ampel))
                .addSubcommand(new AccountCommands.Show(ampel))
                .addSubcommand(new AccountCommands.SignOut(ampel))
                .addSubcommand("stop", new PlainCommand(ampel, "stop"))
                .addSubcommand(new DemoCommand(ampel));
        configure();
    }

    private void configure() {
        commands.setResourceBundle(ResourceBundle.getBundle("app.ampel.words.words"));
        commands.setOut(new PrintWriter(console.out(), true));
        commands.setErr(new PrintWriter(console.err(), true));
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF));
        unsorted(commands);
        commands.setParameterExceptionHandler((e, arguments) -> {
            console.complain(sentence(e));
            return ExitCode.USAGE;
        });
        commands.setExecutionExceptionHandler((e, command, result) -> {
            Failure failure = Failure.of(e, console.words());
            console.complain(failure.sentence());
            return failure.exit();
        });
    }

    /** Options in the order in which they are written down: a command's own first. */
    private static void unsorted(CommandLine command) {
        command.getCommandSpec().usageMessage().sortOptions(false);
        command.getSubcommands().values().forEach(Cli::unsorted);
    }

    /** Carries out one command; its exit code. */
    public int run(String... arguments) {
        return commands.execute(arguments);
    }

    private String sentence(ParameterException e) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String typed = unmatched.getUnmatched().get(0);
            return typed.startsWith("-")
                    ? Complaints.unknown(console.words(), "cli.unknown-option", typed, options(spec))
                    : unknownWord(typed, spec);
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            String what = missing.getMissing().get(0).paramLabel();
            return console.say("cli.missing", what, spec.qualifiedName());
        }
        return console.say("cli.cannot-read", spec.qualifiedName());
    }

    private String unknownWord(String typed, CommandSpec spec) {
        if (spec.subcommands().isEmpty()) {
            return console.say("cli.one-too-many", Phrases.tame(typed), spec.qualifiedName());
        }
        return Complaints.unknown(
                console.words(),
                "cli.unknown-command",
                typed,
                spec.subcommands().keySet());
    }

    private static List<String> options(CommandSpec spec) {
        List<String> names = new ArrayList<>();
        spec.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .forEach(names::add);
        return names;
    }
}
