package app.ampel.face.cli;

import app.ampel.adapter.os.files.Folders;
import app.ampel.face.control.Home;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A terminal to type commands in. */
final class Typed {

    final FakeProgram program = new FakeProgram();
    final List<URI> pages = new ArrayList<>();
    final List<String> copied = new ArrayList<>();
    boolean display;
    boolean colours;

    /** Whether nothing can be printed. */
    boolean full;

    /** What is typed when a command asks; null: nobody sits there. */
    Deque<String> typed;

    private final Folders folders;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Typed(Folders folders) {
        this.folders = folders;
    }

    /** Types one command; its exit code. */
    int ampel(String... arguments) {
        return cli().run(arguments);
    }

    Cli cli() {
        out.reset();
        err.reset();
        Console console = new Console(
                full ? OutputTest.full() : new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                colours,
                Home.words(),
                Clock.fixed(Snapshots.NOW, ZoneOffset.UTC),
                () -> ZoneId.of("Europe/Berlin"),
                page -> display && pages.add(page),
                text -> display && copied.add(text),
                Optional.ofNullable(typed).map(Typed::keyboard));
        return new Cli(
                console,
                program,
                home -> home.map(given -> new Folders(given, folders.machineSettings(), folders.socketFolders()))
                        .orElse(folders));
    }

    private static Supplier<Optional<String>> keyboard(Deque<String> lines) {
        return () -> Optional.ofNullable(lines.poll());
    }

    /** What the last command printed, without the last line's end. */
    String out() {
        return out.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** What it complained about. */
    String err() {
        return err.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
