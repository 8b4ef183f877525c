package app.ampel.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A manual page in roff, with the macros that man(7) has in groff and in mandoc; all in ASCII, for any locale. */
final class ManualPage {

    private final CommandLine ampel;
    private final Described root;
    private final ResourceBundle words;
    private final List<String> lines = new ArrayList<>();

    ManualPage(CommandLine ampel) {
        this.ampel = ampel;
        this.root = Described.of(ampel);
        this.words = root.spec().resourceBundle();
    }

    String text() {
        CommandSpec spec = root.spec();
        lines.add(".TH AMPEL 1 \"\" \"" + escaped(String.join(" ", spec.version())) + "\" \"\"");
        section("ampel.man.name");
        lines.add("ampel \\- " + escaped(root.header().replaceAll("\\.$", "")));
        section("ampel.man.synopsis");
        synopsis(ampel);
        section("ampel.man.description");
        prose(ampel.getHelp().description());
        section("usage.commandListHeading");
        root.all().skip(1).forEach(this::command);
        section("usage.optionListHeading");
        root.options().forEach(option -> option(root, option));
        heading(spec.usageMessage().exitCodeListHeading());
        spec.usageMessage().exitCodeList().forEach((code, meaning) -> {
            lines.add(".TP");
            lines.add(".B " + escaped(code));
            lines.add(escaped(meaning));
        });
        return String.join("\n", lines) + "\n";
    }

    private void section(String key) {
        heading(words.getString(key));
    }

    private void heading(String text) {
        String plain = String.format(text).strip().replaceAll(":$", "");
        lines.add(".SH " + escaped(plain.toUpperCase(Locale.ROOT)));
    }

    private void synopsis(CommandLine command) {
        String synopsis = command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
        String name = command.getCommandSpec().qualifiedName();
        lines.add(".B " + escaped(name));
        if (synopsis.length() > name.length()) {
            lines.add(escaped(synopsis.substring(name.length()).strip()));
        }
    }

    private void command(Described command) {
        CommandLine line = command.spec().commandLine();
        lines.add(".SS \"ampel " + escaped(command.path(" ")) + "\"");
        lines.add(escaped(command.header()));
        lines.add(".PP");
        synopsis(line);
        for (ArgSpec parameter : command.parameters()) {
            lines.add(".TP");
            lines.add(".I " + escaped(parameter.paramLabel()));
            lines.add(escaped(Described.text(parameter)));
        }
        command.options().stream().filter(option -> !option.inherited()).forEach(option -> option(command, option));
        prose(line.getHelp().footer());
    }

    private void option(Described command, OptionSpec option) {
        lines.add(".TP");
        String names = String.join(
                "\\fR, \\fB",
                command.names(option).stream().map(ManualPage::escaped).toList());
        lines.add("\\fB" + names + "\\fR"
                + (Described.takesValue(option) ? "=\\fI" + escaped(option.paramLabel()) + "\\fR" : ""));
        lines.add(escaped(Described.text(option)));
    }

    /** Sentences are filled; what is indented is an example and stays as it is. */
    private void prose(String text) {
        boolean example = false;
        boolean between = true;
        for (String line : Ansi.OFF.text(text).toString().split("\\R")) {
            boolean indented = line.startsWith(" ");
            if (example && !indented) {
                lines.addAll(List.of(".fi", ".RE"));
            }
            if (indented && !example) {
                lines.addAll(List.of(".RS 4", ".nf"));
            } else if (!indented && (between || example) && !line.isBlank()) {
                lines.add(".PP");
            }
            if (!line.isBlank()) {
                lines.add(escaped(line.strip()));
            }
            example = indented;
            between = line.isBlank();
        }
        if (example) {
            lines.addAll(List.of(".fi", ".RE"));
        }
    }

    /** So that it is shown as it is, wherever it stands in a line. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '"' -> escaped.append("\\(dq");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                case '\n' -> escaped.append(' ');
                default -> {
                    if (c < 128) {
                        escaped.appendCodePoint(c);
                    } else {
                        escaped.append(String.format("\\[u%04X]", c));
                    }
                }
            }
        });
        return escaped.indexOf(".") == 0 ? "\\&" + escaped : escaped.toString();
    }
}
