package app.ampel.face.cli;

import app.ampel.service.text.Messages;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Where a command is typed: its two streams, its language and time zone, and what else is at hand there.
 *
 * @param zones the time zone of now
 * @param colours whether somebody looks at it who sees colours
 * @param open opens a page in the browser, false where there is none
 * @param copy puts a text on the clipboard, false where there is none
 * @param keyboard the next line that is typed, empty when there will be none; empty where nobody sits at a terminal
 */
public record Console(
        PrintStream out,
        PrintStream err,
        boolean colours,
        Messages words,
        Clock clock,
        Supplier<ZoneId> zones,
        Predicate<URI> open,
        Predicate<String> copy,
        Optional<Supplier<Optional<String>>> keyboard) {

    /** The terminal, or whatever else this process's streams lead to; the rest is as the record has it. */
    public static Console ofThisProcess(Supplier<ZoneId> zones, Predicate<URI> open, Predicate<String> copy) {
        return new Console(
                System.out,
                System.err,
                colours(System.console() != null, System.getenv()),
                Messages.in(Locale.getDefault()),
                Clock.systemUTC(),
                zones,
                open,
                copy,
                Optional.ofNullable(System.console()).map(console -> () -> Optional.ofNullable(console.readLine())));
    }

    /** A terminal that can, and nobody who has asked for none. */
    static boolean colours(boolean terminal, Map<String, String> env) {
        return terminal && env.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(env.get("TERM"));
    }

    /** The time zone of now: who travels takes the computer along. */
    public ZoneId zone() {
        return zones.get();
    }

    /** The same for what is no answer: all of it is said beside the answers. */
    Console onlyErrors() {
        return new Console(err, err, colours, words, clock, zones, open, copy, keyboard);
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** Prints a line at once: somebody may be reading along. */
    void print(String line) {
        out.println(line);
        out.flush();
    }

    /** Asks on a line of its own that is not ended. */
    Optional<String> ask(String question) {
        out.print(question + " ");
        out.flush();
        return keyboard.flatMap(Supplier::get);
    }

    void complain(String line) {
        err.println(line);
        err.flush();
    }

    /** In bold, where that can be seen. */
    String strong(String text) {
        return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
    }
}
