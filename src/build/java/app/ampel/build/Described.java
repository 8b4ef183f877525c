package app.ampel.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One command as others are told of it: without what is hidden. */
record Described(CommandSpec spec) {

    /** What can follow where something of one's own is typed. */
    enum Kind {
        /** One of a few words. */
        WORDS,
        FOLDER,
        /** Such as the file that stands for a serial port. */
        FILE,
        /** Only the user knows. */
        TEXT
    }

    static Described of(CommandLine command) {
        return new Described(command.getCommandSpec());
    }

    /** This one and all below, each before those below it. */
    Stream<Described> all() {
        return Stream.concat(Stream.of(this), commands().stream().flatMap(Described::all));
    }

    List<Described> commands() {
        return spec.subcommands().values().stream()
                .map(Described::of)
                .filter(command -> !command.spec.usageMessage().hidden())
                .toList();
    }

    String name() {
        return spec.name();
    }

    /** What is typed for it after {@code ampel}, with {@code between} between the words. */
    String path(String between) {
        return spec.parent() == null
                ? ""
                : Stream.of(new Described(spec.parent()).path(between), name())
                        .filter(word -> !word.isEmpty())
                        .reduce((all, word) -> all + between + word)
                        .orElseThrow();
    }

    String header() {
        return String.join(" ", spec.usageMessage().header());
    }

    List<OptionSpec> options() {
        return spec.options().stream().filter(option -> !option.hidden()).toList();
    }

    List<PositionalParamSpec> parameters() {
        return spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .toList();
    }

    /** With those that take it back. */
    List<String> names(OptionSpec option) {
        List<String> names = new ArrayList<>(List.of(option.names()));
        spec.negatedOptionsMap().entrySet().stream()
                .filter(negated -> negated.getValue() == option)
                .map(Map.Entry::getKey)
                .forEach(names::add);
        return names;
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    static String text(ArgSpec argument) {
        return String.join(" ", argument.description()).replace("%n", " ");
    }

    /** The first sentence or less, for a list. */
    static String shortly(String text) {
        return text.split("[.;:](?: |$)", 2)[0];
    }

    static Kind kind(ArgSpec argument) {
        if (!candidates(argument).isEmpty()) {
            return Kind.WORDS;
        }
        return switch (argument.paramLabel()) {
            case "DIR" -> Kind.FOLDER;
            case "PORT" -> Kind.FILE;
            default -> Kind.TEXT;
        };
    }

    static List<String> candidates(ArgSpec argument) {
        return argument.completionCandidates() == null
                ? List.of()
                : StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                        .toList();
    }
}
