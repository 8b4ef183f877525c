package app.ampel.adapter.os.install;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An entry under Windows' {@code Run} key, through {@code reg.exe}. What the Task Manager has switched off stands under
 * {@code StartupApproved}, whose first byte is odd then.
 *
 * @param ask runs a program and gives back what it prints, empty when it is not there or fails
 */
record RunKey(String name, Function<List<String>, Optional<String>> ask) implements Autostart.Place {

    private static final String CURRENT = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\";
    private static final String RUN = CURRENT + "Run";
    private static final String APPROVED = CURRENT + "Explorer\\StartupApproved\\Run";

    /** What Windows reads of such an entry. */
    private static final int LONGEST = 260;

    private static final Pattern VALUE = Pattern.compile("REG_SZ\\s+\"?([^\"\\r\\n]+)");
    private static final Pattern BYTES = Pattern.compile("REG_BINARY\\s+[0-9A-Fa-f]([0-9A-Fa-f])");

    @Override
    public Optional<Autostart.Entry> read() {
        return query(RUN).map(said -> new Autostart.Entry(launcher(said), !isSwitchedOff()));
    }

    private Optional<String> query(String key) {
        return ask.apply(List.of("reg", "query", key, "/v", name));
    }

    private static Optional<Path> launcher(String said) {
        Matcher matcher = VALUE.matcher(said);
        try {
            return matcher.find() ? Optional.of(Path.of(matcher.group(1).strip())) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private boolean isSwitchedOff() {
        return query(APPROVED)
                .map(BYTES::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1).toLowerCase(Locale.ROOT), 16) % 2 == 1)
                .orElse(false);
    }

    @Override
    public void write(List<String> command) throws IOException {
        // A path cannot hold a quotation mark there.
        String value = command.stream().map(part -> "\"" + part + "\"").collect(Collectors.joining(" "));
        if (value.length() > LONGEST) {
            throw new IOException("too long for Windows: " + value.length());
        }
        // Java quotes an argument with blanks, but not the marks in it.
        run("reg", "add", RUN, "/v", name, "/t", "REG_SZ", "/d", value.replace("\"", "\\\""), "/f");
        if (isSwitchedOff()) {
            run("reg", "delete", APPROVED, "/v", name, "/f");
        }
    }

    @Override
    public void delete() throws IOException {
        if (query(RUN).isPresent()) {
            run("reg", "delete", RUN, "/v", name, "/f");
        }
    }

    private void run(String... command) throws IOException {
        if (ask.apply(List.of(command)).isEmpty()) {
            throw new IOException("reg " + command[1] + " failed");
        }
    }
}
