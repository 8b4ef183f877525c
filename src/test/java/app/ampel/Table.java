package app.ampel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may know whom: the table of CONTRIBUTING.md as data. A package that is not there may not exist. */
final class Table {

    private Table() {}

    /** Each package below the root, and which others it may know. The root itself, with Main, knows everything. */
    static final Map<String, Set<String>> PACKAGES = packages();

    /** Which wings each wing may know. What stands in no wing, the root and the demo, is held by its row alone. */
    static final Map<String, Set<String>> WINGS = Map.of(
            "domain", Set.of(),
            "service", Set.of("domain"),
            "adapter", Set.of("service", "domain"),
            "face", Set.of("service", "domain"));

    /**
     * The tray is drawn by a service on the desktop's bus, and there is one way to get at a bus. A command without a running
     * program works on the files of a home itself, and holds its lock meanwhile.
     */
    static final Set<String> ACROSS_WINGS = Set.of("face.tray.linux -> adapter.os.bus", "face.cli -> adapter.os.files");

    private static Map<String, Set<String>> packages() {
        Map<String, Set<String>> knows = new TreeMap<>();
        Matcher rows = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| [^|]+ \\| ([^|]*) ?\\|$")
                .matcher(section());
        while (rows.find()) {
            knows.put(rows.group(1), others(rows.group(2)));
        }
        return knows;
    }

    private static String section() {
        try {
            String page = Files.readString(Path.of("CONTRIBUTING.md"));
            return page.substring(page.indexOf("## Packages"), page.indexOf("## Style"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code domain}: {@code naming}, {@code status}; {@code service}: {@code text}. */
    private static Set<String> others(String cell) {
        return Pattern.compile(";")
                .splitAsStream(cell)
                .map(String::strip)
                .filter(wing -> !wing.isEmpty())
                .map(wing -> wing.split(":"))
                .flatMap(wing -> Stream.of(wing[1].split(",")).map(name -> wing[0].strip() + "." + name.strip()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What {@link Library#home} says for a library that every package may use. */
    static final String EVERYWHERE = "..";

    /** Somebody else's code: how its packages begin, and where Ampel may use it. */
    record Library(String prefix, boolean withAllBelow, Set<String> home) {

        Library(String prefix, Set<String> home) {
            this(prefix, true, home);
        }

        boolean owns(String packageName) {
            return packageName.equals(prefix) || withAllBelow && packageName.startsWith(prefix + ".");
        }

        boolean mayBeUsedIn(String room) {
            return home.contains(EVERYWHERE) || home.contains(room);
        }
    }

    /** The first that matches counts. */
    static final List<Library> LIBRARIES = List.of(
            new Library("org.slf4j", Set.of(EVERYWHERE)),
            new Library("ch.qos.logback", Set.of("adapter.os.log")),
            new Library(
                    "com.fasterxml.jackson",
                    Set.of(
                            "service.json",
                            "service.settings",
                            "adapter.files",
                            "face.cli",
                            "face.control",
                            "adapter.graph.signin",
                            "demo")),
            new Library("com.microsoft.aad.msal4jextensions", Set.of("adapter.graph.signin")),
            new Library("com.microsoft.aad.msal4j", Set.of("adapter.graph.signin")),
            // Exactly what packaging/graph-sdk.xml lets into the shipped program; the SDK's other packages have no
            // home.
            new Library("com.microsoft.graph.models", Set.of("adapter.graph", "adapter.graph.people")),
            new Library("com.microsoft.graph.serviceclient", Set.of("adapter.graph", "adapter.graph.people")),
            new Library("com.microsoft.graph.core", Set.of("adapter.graph")),
            new Library("com.microsoft.graph.users", false, Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph.users.item", false, Set.of("adapter.graph", "adapter.graph.people")),
            new Library("com.microsoft.graph.users.item.presence", Set.of("adapter.graph")),
            new Library("com.microsoft.graph.users.item.people", false, Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph.users.item.memberof", false, Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph.users.item.memberof.graphgroup", false, Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph.communications", false, Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph.communications.getpresencesbyuserid", Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph.groups", false, Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph.groups.item", false, Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph.groups.item.owners", false, Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph.groups.item.owners.graphuser", false, Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph.groups.item.transitivemembers", false, Set.of("adapter.graph.people")),
            new Library(
                    "com.microsoft.graph.groups.item.transitivemembers.graphuser",
                    false,
                    Set.of("adapter.graph.people")),
            new Library("com.microsoft.graph", Set.of()),
            new Library("com.microsoft.kiota", Set.of("adapter.graph", "adapter.graph.people")),
            new Library("okhttp3", Set.of("adapter.http", "adapter.graph", "adapter.graph.signin", "demo")),
            new Library("okio", Set.of("adapter.graph", "demo")),
            new Library("org.hid4java", Set.of("adapter.light.hid")),
            // Who runs the program, and who is at the other end of a socket.
            new Library("com.sun.security.auth.module", Set.of("adapter.os")),
            new Library("jdk.net", Set.of("adapter.os")),
            new Library("com.sun.jna", Set.of("adapter.os", "adapter.os.session", "adapter.light.hid")),
            new Library("com.fazecast.jSerialComm", Set.of("adapter.light.serial")),
            new Library("picocli", Set.of("face.cli")),
            new Library(
                    "org.freedesktop.dbus",
                    Set.of("adapter.os.bus", "adapter.os.notify", "adapter.os.session", "face.tray.linux")),
            new Library("org.h2.mvstore", Set.of("adapter.files.history")),
            new Library("com.sun.net.httpserver", Set.of("adapter.http", "adapter.graph.signin", "demo")),
            new Library(
                    "javafx",
                    Set.of(
                            "face.window.colours",
                            "face.window.diagnostics",
                            "face.window.frame",
                            "face.window.history",
                            "face.window.kit",
                            "face.window.lights",
                            "face.window.people",
                            "face.window.settings",
                            "face.window.signin",
                            "face.window.status",
                            "face.window.wall",
                            "face.screenlight",
                            "face.screens")),
            // The pulse that rests, whose the windows are, and what the desktop calls them, nothing else.
            new Library("com.sun.glass", Set.of("face.window.frame", "face.screenlight")),
            new Library("com.sun.javafx", Set.of("face.window.frame")),
            new Library(
                    "atlantafx",
                    Set.of(
                            "face.window.colours",
                            "face.window.diagnostics",
                            "face.window.frame",
                            "face.window.history",
                            "face.window.kit",
                            "face.window.lights",
                            "face.window.people",
                            "face.window.settings",
                            "face.window.signin",
                            "face.window.status")),
            new Library("io.nayuki.qrcodegen", Set.of("face.window.signin")));

    /**
     * What a launcher, the making of the class archive or the log's library begins with, by its name; and what others use
     * by constants alone, which the compiler copies.
     */
    static final Set<String> USED_UNSEEN = Set.of("Main", "ClassArchive", "LogToFile", "StatusNotifierWatcher");

    /** Values and functions: they are told what time it is, and own no thread. */
    static final Set<String> DECIDING = PACKAGES.keySet().stream()
            .filter(room -> room.startsWith("domain."))
            .collect(Collectors.toUnmodifiableSet());

    /** Those that decide, and what does no more beside it than be told the time and keep a thread. */
    static final Set<String> PURE = Stream.concat(DECIDING.stream(), Stream.of("service.engine", "service.people"))
            .collect(Collectors.toUnmodifiableSet());

    /** They may name a file, and nothing more. */
    static final Set<String> WITHOUT_FILES = Set.of("service.settings");

    /**
     * MSAL4J polls on a thread that we lend it, and holding that thread is the only way to slow its polls down. A cancelled
     * sign-in interrupts it, and tests put another in its place.
     */
    static final Set<String> MAY_SLEEP = Set.of("adapter.graph.signin.Pause");

    /** Where the program talks to whoever sits at the terminal. */
    static final Set<String> TALKING = Set.of("face.cli", "face.terminal");
}
