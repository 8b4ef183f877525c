package app.ampel.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes what the compiler does not: {@code icons} and {@code theme} before it compiles Ampel, {@code classes} and
 * {@code manual} after it. The
 * build runs this with the names of what is due. What has not changed since the last time is not made again.
 */
public final class Make {

    /** This program; another one makes everything anew. */
    private static final Path SELF = Path.of("src/build");

    private Make() {}

    public static void main(String[] names) throws IOException, InterruptedException {
        for (String name : names) {
            switch (name) {
                case "icons" -> icons(Path.of("icons"), Path.of("target/icons"));
                case "theme" -> theme(Path.of("target/theme"));
                case "classes" -> classes(Path.of("target/ampel.classes"));
                case "manual" -> manual(Path.of("target/manual"));
                default -> throw new IllegalArgumentException("nobody knows how to make " + name);
            }
        }
    }

    /** Whether there was something to do. */
    static boolean icons(Path masters, Path out) throws IOException, InterruptedException {
        return new MadeFrom(out.resolve("made-from"), List.of(SELF, masters))
                .whenChanged(() -> new MakeIcons(masters, out).make());
    }

    private static void theme(Path out) throws IOException, InterruptedException {
        new MadeFrom(out.resolve("made-from"), List.of(SELF)).whenChanged(() -> MakeTheme.make(SELF, out));
    }

    private static void classes(Path list) throws IOException, InterruptedException {
        new MadeFrom(Path.of(list + ".made-from"), List.of(SELF, MakeClassList.OPTIONS, Path.of("target/classes")))
                .whenChanged(() -> MakeClassList.make(list));
    }

    private static void manual(Path out) throws IOException, InterruptedException {
        new MadeFrom(Path.of(out + ".made-from"), List.of(SELF, Path.of("target/classes")))
                .whenChanged(() -> new MakeManual(out).make());
    }
}
