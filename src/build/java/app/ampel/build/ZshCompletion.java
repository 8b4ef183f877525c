package app.ampel.build;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh, by its own {@code _arguments}: a function for each command. */
final class ZshCompletion {

    private final Described root;
    private final List<String> lines = new ArrayList<>();

    ZshCompletion(CommandLine ampel) {
        this.root = Described.of(ampel);
    }

    String text() {
        lines.addAll(List.of("#compdef ampel", "# Made by Ampel's build from its commands."));
        root.all().forEach(this::function);
        lines.addAll(List.of("", "_ampel \"$@\""));
        return String.join("\n", lines) + "\n";
    }

    private static String function(Described command, String between) {
        String path = command.path("_");
        return path.isEmpty() ? "_ampel" : "_ampel" + between + path;
    }

    private void function(Described command) {
        lines.addAll(List.of("", function(command, "_") + "() {"));
        boolean more = !command.commands().isEmpty();
        if (more) {
            lines.add("  local curcontext=$curcontext state line ret=1");
            lines.add("  local -A opt_args");
            lines.add("  local -a commands");
        }
        lines.add("  _arguments " + (more ? "-C -s" : "-s") + " \\");
        for (OptionSpec option : command.options()) {
            command.names(option).forEach(name -> lines.add("    " + option(option, name) + " \\"));
        }
        int place = 1;
        for (PositionalParamSpec parameter : command.parameters()) {
            lines.add("    " + quoted(place + ":" + colons(parameter.paramLabel()) + ":" + values(parameter)) + " \\");
            place++;
        }
        if (more) {
            lines.add("    '1:command:->command' '*::argument:->argument' && ret=0");
            dispatch(command);
        } else {
            lines.add("    && return");
        }
        lines.add("}");
    }

    private void dispatch(Described command) {
        lines.addAll(List.of("  case $state in", "    command)", "      commands=("));
        for (Described below : command.commands()) {
            lines.add("        " + quoted(below.name() + ":" + Described.shortly(below.header())));
        }
        lines.addAll(List.of(
                "      )",
                "      _describe -t commands command commands && ret=0",
                "      ;;",
                "    argument)",
                "      case $words[1] in"));
        for (Described below : command.commands()) {
            lines.add("        " + below.name() + ") " + function(below, "_") + " && ret=0 ;;");
        }
        lines.addAll(List.of("      esac", "      ;;", "  esac", "  return ret"));
    }

    /** An option may come once, and long ones take their value after a space or an equals sign. */
    private static String option(OptionSpec option, String name) {
        String value = Described.takesValue(option) ? (name.startsWith("--") ? "=" : "+") : "";
        return quoted(
                name + value + "[" + Described.shortly(Described.text(option)).replaceAll("[\\[\\]\\\\]", "\\\\$0")
                        + "]" + (value.isEmpty() ? "" : ":" + colons(option.paramLabel()) + ":" + values(option)));
    }

    private static String values(ArgSpec argument) {
        return switch (Described.kind(argument)) {
            case WORDS -> "(" + String.join(" ", Described.candidates(argument)) + ")";
            case FOLDER -> "_directories";
            case FILE -> "_files";
            case TEXT -> " ";
        };
    }

    private static String colons(String text) {
        return text.replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
