package app.ampel.build;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish. */
final class FishCompletion {

    /**
     * Which command the words before the cursor name. Options of what has commands below it are skipped, with the values of
     * those that take one.
     */
    private static final String HEAD = """
            # Made by Ampel's build from its commands.

            function __ampel_at --description 'whether what is typed so far names just this command'
                set -l path
                set -l value 0
                set -l words (commandline -opc)
                set -e words[1]
                for word in $words
                    if test $value = 1
                        set value 0
                    else if contains -- $word %s
                        set value 1
                    else if not string match -q -- '-*' $word
                        contains -- (string join ' ' $path $word) %s
                        or break
                        set path $path $word
                    end
                end
                set -l at (string join ' ' $path)
                test "$at" = "$argv"
            end

            complete -c ampel -f
            """;

    private final Described root;
    private final List<String> lines = new ArrayList<>();

    FishCompletion(CommandLine ampel) {
        this.root = Described.of(ampel);
    }

    String text() {
        root.all().forEach(this::command);
        return String.format(HEAD, optionsBeforeCommands(), paths()) + String.join("\n", lines) + "\n";
    }

    private String paths() {
        return root.all().skip(1).map(command -> quoted(command.path(" "))).collect(Collectors.joining(" "));
    }

    private String optionsBeforeCommands() {
        return root.all()
                .filter(command -> !command.commands().isEmpty())
                .flatMap(command -> command.options().stream()
                        .filter(Described::takesValue)
                        .flatMap(option -> command.names(option).stream()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private void command(Described command) {
        String at = "complete -c ampel -n " + quoted("__ampel_at " + command.path(" "));
        for (Described below : command.commands()) {
            lines.add(at + " -a " + below.name() + described(below.header()));
        }
        for (PositionalParamSpec parameter : command.parameters()) {
            if (Described.kind(parameter) != Described.Kind.TEXT) {
                lines.add(at + values(parameter));
            }
        }
        for (OptionSpec option : command.options()) {
            for (String name : command.names(option)) {
                lines.add(at
                        + (name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                        + (Described.takesValue(option) ? " -r -f" + values(option) : "")
                        + described(Described.text(option)));
            }
        }
    }

    private static String values(ArgSpec argument) {
        return switch (Described.kind(argument)) {
            case WORDS -> " -a " + quoted(String.join(" ", Described.candidates(argument)));
            case FOLDER -> " -a '(__fish_complete_directories)'";
            case FILE -> " -F";
            case TEXT -> "";
        };
    }

    private static String described(String text) {
        return " -d " + quoted(Described.shortly(text));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
