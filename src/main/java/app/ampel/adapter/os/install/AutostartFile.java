package app.ampel.adapter.os.install;

import app.ampel.adapter.os.files.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry that is a file: of the XDG autostart specification on Linux, a launch agent on macOS.
 *
 * @param written the file's text for a command
 * @param understood what such a text says
 */
record AutostartFile(Path file, Function<List<String>, String> written, Function<String, Autostart.Entry> understood)
        implements Autostart.Place {

    private static final int LONGEST = 65536;

    private static final String ENV = "/usr/bin/env";

    /** What would end the line, and with it say something else than a word of the command. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\x{80}-\\x{9F}\\x{2028}\\x{2029}]");

    private static final Pattern EXEC = Pattern.compile("(?m)^Exec\\s*=\\s*(.*)$");
    private static final Pattern FIRST_WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
    private static final Pattern SWITCHED_OFF =
            Pattern.compile("(?mi)^(?:Hidden\\s*=\\s*true|X-GNOME-Autostart-enabled\\s*=\\s*false)\\s*$");
    private static final Pattern FIRST_ARGUMENT =
            Pattern.compile("<key>ProgramArguments</key>\\s*<array>\\s*<string>([^<]*)</string>");
    private static final Pattern DISABLED = Pattern.compile("<key>Disabled</key>\\s*<true/>");

    static AutostartFile xdg(String name, Map<String, String> env, Path userHome) {
        Path config = Folders.absolute(env, "XDG_CONFIG_HOME").orElseGet(() -> userHome.resolve(".config"));
        return new AutostartFile(
                config.resolve("autostart").resolve(name + ".desktop"),
                AutostartFile::desktopEntry,
                text -> new Autostart.Entry(
                        executable(text), !SWITCHED_OFF.matcher(text).find()));
    }

    static AutostartFile launchAgent(String name, Path userHome) {
        String label = "app.ampel." + name;
        return new AutostartFile(
                userHome.resolve("Library/LaunchAgents").resolve(label + ".plist"),
                command -> propertyList(label, command),
                text -> new Autostart.Entry(
                        firstArgument(text), !DISABLED.matcher(text).find()));
    }

    private static String desktopEntry(List<String> command) {
        return """
                [Desktop Entry]
                Type=Application
                Name=Ampel
                Comment=A light that shows your presence in Microsoft Teams
                Comment[de]=Ein Licht, das Ihre Präsenz in Microsoft Teams zeigt
                Exec=%s
                Icon=ampel
                Terminal=false
                X-GNOME-Autostart-enabled=true
                """.formatted(started(command).map(AutostartFile::quoted).collect(Collectors.joining(" ")));
    }

    /** GLib and systemd look for the program before they read %% as %, so a program with one is an argument of another. */
    private static Stream<String> started(List<String> command) {
        return command.get(0).contains("%") ? Stream.concat(Stream.of(ENV), command.stream()) : command.stream();
    }

    /** As the desktop entry specification asks: quoted, then escaped once more as any text in such a file. */
    private static String quoted(String argument) {
        String plain = argument.replace("%", "%%");
        return plain.matches("[A-Za-z0-9_./@:+,%-]+")
                ? plain
                : "\"" + plain.replaceAll("([\"`$\\\\])", "\\\\$1").replace("\\", "\\\\") + "\"";
    }

    private static Optional<Path> executable(String text) {
        Matcher line = EXEC.matcher(text);
        String command = line.find() ? line.group(1).replace("\\\\", "\\") : "";
        Matcher word =
                FIRST_WORD.matcher(command.startsWith(ENV + " ") ? command.substring(ENV.length() + 1) : command);
        if (!word.lookingAt()) {
            return Optional.empty();
        }
        String found = word.group(1) == null ? word.group(2) : word.group(1).replaceAll("\\\\([\"`$\\\\])", "$1");
        return absolute(found.replace("%%", "%"));
    }

    private static String propertyList(String label, List<String> command) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>%s</string>
                  <key>ProgramArguments</key>
                  <array>
                %s
                  </array>
                  <key>RunAtLoad</key>
                  <true/>
                </dict>
                </plist>
                """.formatted(
                        label,
                        command.stream()
                                .map(argument -> "    <string>" + escaped(argument) + "</string>")
                                .collect(Collectors.joining("\n")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Optional<Path> firstArgument(String text) {
        Matcher matcher = FIRST_ARGUMENT.matcher(text);
        return matcher.find()
                ? absolute(matcher.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&"))
                : Optional.empty();
    }

    private static Optional<Path> absolute(String path) {
        return path.startsWith("/") ? Optional.of(Path.of(path)) : Optional.empty();
    }

    @Override
    public Optional<Autostart.Entry> read() throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(understood.apply(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(List<String> command) throws IOException {
        if (command.stream().anyMatch(word -> CONTROL.matcher(word).find())) {
            throw new IOException("a control character in a path cannot be written");
        }
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), ".ampel", ".new");
        try {
            Files.writeString(fresh, written.apply(command));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    @Override
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
