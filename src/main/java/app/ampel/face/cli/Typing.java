package app.ampel.face.cli;

import app.ampel.domain.naming.Legible;
import app.ampel.face.control.Failure;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * How a line is read. A word is what was typed and nothing else: whatever picocli would make of it besides (the content of
 * a file, the value of a variable, a guess at an option's rest) is switched off here, for every command at once.
 */
final class Typing {

    private static final String HOME = "--home";
    private static final String END_OF_OPTIONS = "--";
    private static final String HELP = "help";
    private static final String VERSION = "version";

    private final Messages words;

    Typing(Messages words) {
        this.words = words;
    }

    /** Each of picocli's switches is decided here, also those that it has off by itself; for all commands below, too. */
    static void plainly(CommandLine commands) {
        // @word is @word, never what stands in a file.
        commands.setExpandAtFiles(false)
                // ${…} is text.
                .setInterpolateVariables(false)
                .setTrimQuotes(false)
                // Names are typed whole and as they are.
                .setAbbreviatedOptionsAllowed(false)
                .setAbbreviatedSubcommandsAllowed(false)
                .setOptionsCaseInsensitive(false)
                .setSubcommandsCaseInsensitive(false)
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setPosixClusteredShortOptionsAllowed(false)
                // Nothing is dropped, and nothing is taken for something else.
                .setUnmatchedArgumentsAllowed(false)
                .setUnmatchedOptionsArePositionalParams(false)
                .setStopAtUnmatched(false)
                .setStopAtPositional(false)
                .setOverwrittenOptionsAllowed(false)
                .setToggleBooleanFlags(false)
                .setSeparator("=")
                .setEndOfOptionsDelimiter(END_OF_OPTIONS)
                // What may be an option's value is settled by read() below; a value such as -5m is for the command.
                .setUnmatchedOptionsAllowedAsOptionParameters(true)
                .setAllowOptionsAsOptionParameters(true)
                .setAllowSubcommandsAsOptionParameters(true)
                .setDefaultValueProvider(null)
                .setUsageHelpAutoWidth(false);
        commands.getSubcommands().values().forEach(Typing::plainly);
    }

    /** {@code ampel help set} is {@code ampel set --help}, and {@code ampel version} is {@code ampel --version}. */
    static List<String> asCommands(List<String> typed) {
        int at = command(typed);
        if (at < 0 || !Set.of(HELP, VERSION).contains(typed.get(at))) {
            return typed;
        }
        List<String> arguments = new ArrayList<>(typed);
        arguments.add("--" + arguments.remove(at));
        return arguments;
    }

    /** The command: the first word that is no option. */
    static Optional<String> commandIn(List<String> typed) {
        int at = command(typed);
        return at < 0 ? Optional.empty() : Optional.of(typed.get(at));
    }

    private static int command(List<String> typed) {
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (word.equals(HOME)) {
                i++;
            } else if (!word.startsWith(HOME + "=") && !word.equals(END_OF_OPTIONS)) {
                return i;
            }
        }
        return -1;
    }

    /** Refuses what was not typed as a whole; nothing is begun with it. */
    void requireLegible(List<String> typed) throws Failure {
        for (String word : typed) {
            if (!Legible.is(word)) {
                throw Failure.usage(words.say("cli.illegible", Phrases.tame(word)));
            }
        }
    }

    /**
     * The words for picocli. What stands after {@code =} is an option's value, whatever it looks like; a value apart from
     * its option neither looks like another option nor is a command. {@code --} before a command says nothing.
     */
    List<String> read(CommandLine commands, List<String> typed) throws Failure {
        CommandSpec spec = commands.getCommandSpec();
        List<String> arguments = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            boolean ends = word.equals(END_OF_OPTIONS);
            if (ends && spec.subcommands().isEmpty()) {
                arguments.addAll(typed.subList(i, typed.size()));
                return arguments;
            }
            if (!ends) {
                arguments.add(word);
            }
            Optional<OptionSpec> option = option(spec, word);
            if (option.isPresent()) {
                once(option.get(), seen);
                if (takesNext(option.get(), word, typed.subList(i + 1, typed.size()), spec)) {
                    arguments.add(typed.get(++i));
                }
            } else if (spec.subcommands().containsKey(word)) {
                spec = spec.subcommands().get(word).getCommandSpec();
            } else if (word.equals(HELP) && !spec.subcommands().isEmpty()) {
                arguments.set(arguments.size() - 1, "--" + HELP);
            }
        }
        return arguments;
    }

    private static Optional<OptionSpec> option(CommandSpec spec, String word) {
        String name = name(word);
        OptionSpec option = spec.optionsMap().get(name);
        return Optional.ofNullable(
                option != null ? option : spec.negatedOptionsMap().get(name));
    }

    private static String name(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private void once(OptionSpec option, Set<String> seen) throws Failure {
        if (!seen.add(option.longestName()) && !option.isMultiValue()) {
            throw Failure.usage(words.say("cli.twice", option.longestName()));
        }
    }

    private boolean takesNext(OptionSpec option, String word, List<String> rest, CommandSpec spec) throws Failure {
        boolean attached = !name(word).equals(word);
        boolean flag = option.arity().max() == 0;
        if (flag && attached) {
            throw Failure.usage(words.say("cli.no-value", name(word)));
        }
        if (flag || attached) {
            return false;
        }
        String value = rest.isEmpty() ? END_OF_OPTIONS : rest.get(0);
        if (value.startsWith("--")
                || spec.optionsMap().containsKey(value)
                || spec.subcommands().containsKey(value)) {
            String key = rest.isEmpty() || value.equals(END_OF_OPTIONS) ? "cli.missing" : "cli.missing-before";
            throw Failure.usage(words.say(key, option.paramLabel(), spec.qualifiedName(), word, Phrases.tame(value)));
        }
        return true;
    }
}
