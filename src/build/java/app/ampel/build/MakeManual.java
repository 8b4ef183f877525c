package app.ampel.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Describes the command line to those who do not run it: a manual page in each language, and completion for bash, zsh and
 * fish. All of it comes from the commands and their words as they are compiled.
 *
 * @param out laid out like {@code share} of an installation
 */
record MakeManual(Path out) {

    void make() throws IOException {
        CommandLine english = commands(Locale.ENGLISH);
        CommandLine german = commands(Locale.GERMAN);
        write("man/man1/ampel.1", new ManualPage(english).text());
        write("man/de/man1/ampel.1", new ManualPage(german).text());
        write("bash-completion/completions/ampel", AutoComplete.bash("ampel", english));
        write("zsh/site-functions/_ampel", new ZshCompletion(english).text());
        write("fish/vendor_completions.d/ampel.fish", new FishCompletion(english).text());
    }

    /** This program is compiled before Ampel is, so it meets the commands only when it runs. */
    private static CommandLine commands(Locale language) {
        try {
            return (CommandLine) Class.forName("app.ampel.face.cli.Cli")
                    .getMethod("model", Locale.class)
                    .invoke(null, language);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("there are no commands to describe", e);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = out.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
