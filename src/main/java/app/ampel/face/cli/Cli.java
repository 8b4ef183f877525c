package app.ampel.face.cli;

import app.ampel.adapter.os.files.Folders;
import app.ampel.face.control.Complaints;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.face.control.Wish;
import app.ampel.service.text.Phrases;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Supplier;
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
    private final CommandPorts program;
    private final AmpelCommand ampel;
    private final Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();

    public Cli(Console console, CommandPorts program) {
        this(console, program, Folders::of);
    }

    Cli(Console console, CommandPorts program, AmpelCommand.HomeFinder homes) {
        this.console = console;
        this.program = program;
        this.ampel = new AmpelCommand(console, program, homes);
        all.put("run", () -> new CommandLine(new RunCommand(ampel, false)));
        all.put("status", () -> new CommandLine(new StatusCommand(ampel)));
        all.put("set", () -> new CommandLine(new SetCommand(ampel)));
        all.put("extend", () -> new CommandLine(new ExtendCommand(ampel)));
        all.put("toggle", () -> new CommandLine(new ToggleCommand(ampel)));
        all.put("clear", () -> new CommandLine(new PlainCommand(ampel, "clear")));
        all.put("light", () -> new CommandLine(new LightCommandLine(ampel)));
        all.put("lights", this::lights);
        all.put("people", () -> PeopleCommands.all(ampel));
        all.put("sign-in", () -> new CommandLine(new AccountCommands.SignIn(ampel)));
        all.put("account", () -> new CommandLine(new AccountCommands.Show(ampel)));
        all.put("sign-out", () -> new CommandLine(new AccountCommands.SignOut(ampel)));
        all.put("doctor", () -> new CommandLine(new DoctorCommand(ampel)));
        all.put("wall", () -> new CommandLine(new WallCommand(ampel)));
        all.put("stop", () -> new CommandLine(new PlainCommand(ampel, "stop")));
        all.put("demo", () -> new CommandLine(new DemoCommand(ampel)));
    }

    private CommandLine lights() {
        return new CommandLine(new LightsCommands.Show(ampel))
                .addSubcommand(new LightsCommands.Ports(ampel))
                .addSubcommand(new AddCommand(ampel))
                .addSubcommand(new LightsCommands.Forget(ampel))
                .addSubcommand(new LightsCommands.Identify(ampel))
                .addSubcommand(AdjustCommand.of(ampel, Wish.BRIGHTNESS, "percent"))
                .addSubcommand(AdjustCommand.of(ampel, Wish.CORRECT, "red", "green", "blue"))
                .addSubcommand(AdjustCommand.of(ampel, Wish.NAME, "name"))
                .addSubcommand(AdjustCommand.of(ampel, Wish.OFF))
                .addSubcommand(AdjustCommand.of(ampel, Wish.ON))
                .addSubcommand(AdjustCommand.of(ampel, Wish.BUTTON, "use"))
                .addSubcommand(AdjustCommand.of(ampel, Wish.CONFIRM))
                .addSubcommand(AdjustCommand.of(ampel, Wish.DOUBT))
                .addSubcommand(new UdevCommand(ampel))
                .addSubcommand(new ModelsCommand(ampel))
                .addSubcommand(new FramesCommand(ampel));
    }

    /** Making all commands takes longer than carrying out most of them, so the one that is typed is made alone. */
    CommandLine commands(List<String> arguments) {
        CommandLine commands = new CommandLine(ampel);
        Optional<String> typed = Typing.commandIn(arguments).filter(all::containsKey);
        all.forEach((name, make) -> {
            if (typed.isEmpty() || typed.get().equals(name)) {
                commands.addSubcommand(name, make.get());
            }
        });
        configure(commands);
        return commands;
    }

    private void configure(CommandLine commands) {
        Typing.plainly(commands);
        commands.setResourceBundle(ResourceBundle.getBundle("app.ampel.service.text.words"));
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
            failure.lines().forEach(line -> console.complain("  " + line));
            return failure.exit();
        });
    }

    /** All commands with their words: to be described, as the build does, and not to be run. */
    public static CommandLine model(Locale language) {
        CommandLine commands = new Cli(Console.ofThisProcess(ZoneId::systemDefault, page -> false, text -> false), null)
                .commands(List.of());
        commands.setResourceBundle(ResourceBundle.getBundle(
                "app.ampel.service.text.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        return commands;
    }

    /** Options in the order in which they are written down: a command's own first. */
    private static void unsorted(CommandLine command) {
        command.getCommandSpec().usageMessage().sortOptions(false);
        command.getSubcommands().values().forEach(Cli::unsorted);
    }

    /** Carries out one command; its exit code. What could not be printed is a failure, whatever came of the rest. */
    public int run(String... typed) {
        int exit = execute(List.of(typed));
        if (!console.out().checkError()) {
            return exit;
        }
        if (!program.isOutputPipe()) {
            console.complain(console.say("cli.unwritten"));
        }
        return exit == ExitCode.OK ? ExitCode.FAILED : exit;
    }

    private int execute(List<String> typed) {
        Typing typing = new Typing(console.words());
        List<String> arguments = Typing.asCommands(typed);
        CommandLine commands = commands(arguments);
        try {
            typing.requireLegible(arguments);
            return commands.execute(typing.read(commands, arguments).toArray(String[]::new));
        } catch (Failure e) {
            console.complain(e.sentence());
            return e.exit();
        }
    }

    private String sentence(ParameterException e) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String typed = unmatched.getUnmatched().get(0);
            return typed.startsWith("-")
                    ? Complaints.unknown(console.words(), "cli.unknown-option", typed, options(spec, typed))
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

    /** Those that look like it: long ones, and short ones where one was typed. */
    private static List<String> options(CommandSpec spec, String typed) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                names.add(typed.startsWith("--") ? option.longestName() : option.shortestName());
            }
        }
        return names;
    }
}
