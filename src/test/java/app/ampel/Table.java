package app.ampel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may know whom: the table of CONTRIBUTING.md as data. A package that is not here may not exist. */
final class Table {

    private Table() {}

    /** Each package below the root, and which others it may know. The root itself, with Main, knows everything. */
    static final Map<String, Set<String>> PACKAGES = packages();

    private static Map<String, Set<String>> packages() {
        Map<String, Set<String>> knows = new TreeMap<>();
        knows.put("naming", Set.of());
        knows.put("threads", Set.of());
        knows.put("problem", Set.of("naming"));
        knows.put("words", Set.of("problem"));
        knows.put("presence", Set.of("naming", "problem"));
        knows.put("manual", Set.of("naming", "presence", "problem"));
        knows.put("light", Set.of("naming", "threads"));
        knows.put("light.model", Set.of("light"));
        knows.put("light.usb", Set.of("light"));
        knows.put("light.hid", Set.of("light", "light.model", "light.usb"));
        knows.put("light.serial", Set.of("light", "light.model", "light.usb"));
        knows.put("light.terminal", Set.of("light", "words"));
        knows.put("light.screen", Set.of("light"));
        knows.put("policy", Set.of("light", "manual", "naming", "presence"));
        knows.put("account", Set.of("naming", "problem"));
        knows.put("core", Set.of("account", "light", "manual", "policy", "presence", "problem", "threads"));
        knows.put("doctor", Set.of("account", "light", "naming", "presence", "problem", "sentence", "words"));
        knows.put("history", Set.of("account", "core", "manual", "presence", "problem", "threads"));
        knows.put("history.file", Set.of("desktop", "history", "presence", "problem", "settings"));
        knows.put("graph", Set.of("account", "core", "desktop", "doctor", "naming", "presence", "problem", "words"));
        knows.put("demo", Set.of("account", "graph", "history", "manual", "presence", "words"));
        knows.put("json", Set.of());
        knows.put("desktop", Set.of("naming", "threads"));
        knows.put("desktop.awt", Set.of("desktop"));
        knows.put(
                "settings",
                Set.of(
                        "account",
                        "desktop",
                        "json",
                        "light",
                        "manual",
                        "naming",
                        "policy",
                        "presence",
                        "problem",
                        "threads",
                        "words"));
        knows.put("service.overview", Set.of("core", "light"));
        knows.put("service.status", Set.of("core", "manual", "threads"));
        knows.put(
                "sentence",
                Set.of("account", "core", "light", "manual", "presence", "problem", "service.overview", "words"));
        knows.put(
                "tray",
                Set.of(
                        "account",
                        "core",
                        "desktop",
                        "light",
                        "manual",
                        "naming",
                        "policy",
                        "presence",
                        "sentence",
                        "service.overview",
                        "service.status",
                        "words"));
        knows.put("tray.linux", Set.of("desktop", "tray"));
        knows.put("tray.awt", Set.of("desktop", "tray"));
        knows.put(
                "face.window.kit",
                Set.of(
                        "account",
                        "core",
                        "light",
                        "manual",
                        "policy",
                        "presence",
                        "problem",
                        "service.overview",
                        "service.status",
                        "settings",
                        "words"));
        knows.put(
                "face.window.history",
                Set.of(
                        "account",
                        "core",
                        "face.window.kit",
                        "history",
                        "manual",
                        "presence",
                        "sentence",
                        "settings",
                        "words"));
        knows.put(
                "face.window.status",
                Set.of(
                        "account",
                        "core",
                        "face.window.history",
                        "face.window.kit",
                        "light",
                        "manual",
                        "policy",
                        "presence",
                        "sentence",
                        "service.overview",
                        "service.status",
                        "settings",
                        "words"));
        knows.put(
                "face.window.colours",
                Set.of(
                        "core",
                        "face.window.kit",
                        "light",
                        "naming",
                        "policy",
                        "presence",
                        "sentence",
                        "settings",
                        "words"));
        knows.put(
                "face.window.lights",
                Set.of("face.window.kit", "light", "policy", "sentence", "service.overview", "settings", "words"));
        knows.put(
                "face.window.settings",
                Set.of(
                        "account",
                        "core",
                        "face.window.kit",
                        "manual",
                        "naming",
                        "policy",
                        "presence",
                        "sentence",
                        "settings",
                        "words"));
        knows.put(
                "face.window.signin",
                Set.of(
                        "account",
                        "core",
                        "face.window.kit",
                        "naming",
                        "policy",
                        "problem",
                        "sentence",
                        "settings",
                        "words"));
        knows.put(
                "face.window.diagnostics",
                Set.of(
                        "account",
                        "core",
                        "doctor",
                        "face.window.kit",
                        "face.window.signin",
                        "problem",
                        "settings",
                        "words"));
        knows.put(
                "face.window.frame",
                Set.of(
                        "face.window.colours",
                        "face.window.diagnostics",
                        "face.window.history",
                        "face.window.kit",
                        "face.window.lights",
                        "face.window.settings",
                        "face.window.signin",
                        "face.window.status",
                        "naming",
                        "problem",
                        "service.overview",
                        "service.status",
                        "words"));
        knows.put(
                "cli",
                Set.of(
                        "account",
                        "core",
                        "desktop",
                        "doctor",
                        "json",
                        "light",
                        "manual",
                        "naming",
                        "presence",
                        "problem",
                        "sentence",
                        "service.overview",
                        "settings",
                        "threads",
                        "words"));
        knows.put(
                "side.light",
                Set.of(
                        "cli",
                        "desktop",
                        "doctor",
                        "light",
                        "light.hid",
                        "light.model",
                        "light.serial",
                        "light.usb",
                        "settings"));
        knows.put(
                "side",
                Set.of(
                        "account",
                        "cli",
                        "core",
                        "desktop",
                        "desktop.awt",
                        "doctor",
                        "face.window.colours",
                        "face.window.diagnostics",
                        "face.window.frame",
                        "face.window.history",
                        "face.window.kit",
                        "face.window.lights",
                        "face.window.settings",
                        "face.window.signin",
                        "graph",
                        "history",
                        "history.file",
                        "light",
                        "light.screen",
                        "light.terminal",
                        "manual",
                        "policy",
                        "presence",
                        "problem",
                        "sentence",
                        "service.overview",
                        "service.status",
                        "settings",
                        "side.light",
                        "threads",
                        "tray",
                        "tray.awt",
                        "tray.linux",
                        "words"));
        return knows;
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
            new Library("ch.qos.logback", Set.of("desktop")),
            new Library("com.fasterxml.jackson", Set.of("json", "settings", "cli", "graph", "demo")),
            new Library("com.microsoft.aad.msal4jextensions", Set.of("graph")),
            new Library("com.microsoft.aad.msal4j", Set.of("graph", "demo")),
            // Exactly what packaging/graph-sdk.xml lets into the shipped program; the SDK's other packages have no
            // home.
            new Library("com.microsoft.graph.models", Set.of("graph")),
            new Library("com.microsoft.graph.serviceclient", Set.of("graph")),
            new Library("com.microsoft.graph.core", Set.of("graph")),
            new Library("com.microsoft.graph.users.item", false, Set.of("graph")),
            new Library("com.microsoft.graph.users.item.presence", Set.of("graph")),
            new Library("com.microsoft.graph", Set.of()),
            new Library("com.microsoft.kiota", Set.of("graph")),
            new Library("okhttp3", Set.of("graph", "demo")),
            new Library("okio", Set.of("graph", "demo")),
            new Library("org.hid4java", Set.of("light.hid")),
            // Who runs the program, and who is at the other end of a socket.
            new Library("com.sun.security.auth.module", Set.of("desktop")),
            new Library("jdk.net", Set.of("desktop")),
            new Library("com.sun.jna", Set.of("desktop", "light.hid")),
            new Library("com.fazecast.jSerialComm", Set.of("light.serial")),
            new Library("picocli", Set.of("cli")),
            new Library("org.freedesktop.dbus", Set.of("desktop", "tray.linux")),
            new Library("org.h2.mvstore", Set.of("history.file")),
            new Library("com.sun.net.httpserver", Set.of("graph", "demo")),
            new Library(
                    "javafx",
                    Set.of(
                            "face.window.colours",
                            "face.window.diagnostics",
                            "face.window.frame",
                            "face.window.history",
                            "face.window.kit",
                            "face.window.lights",
                            "face.window.settings",
                            "face.window.signin",
                            "face.window.status",
                            "light.screen")),
            // The pulse that rests and whose the windows are, nothing else.
            new Library("com.sun.glass", Set.of("face.window.frame")),
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
                            "face.window.settings",
                            "face.window.signin",
                            "face.window.status")),
            new Library("io.nayuki.qrcodegen", Set.of("face.window.signin")));

    /** Values and pure functions only. */
    static final Set<String> PURE = Set.of(
            "naming",
            "presence",
            "manual",
            "policy",
            "core",
            "account",
            "history",
            "problem",
            "light",
            "light.model",
            "doctor");

    /** Those of {@link #PURE} that only decide: they are told what time it is, and own no thread. */
    static final Set<String> DECIDING = Set.of("naming", "presence", "manual", "policy", "problem", "light.model");

    /**
     * MSAL4J polls on a thread that we lend it, and holding that thread is the only way to slow its polls down. A cancelled
     * sign-in interrupts it, and tests put another in its place.
     */
    static final Set<String> MAY_SLEEP = Set.of("graph.Pause");

    /** Where the program talks to whoever sits at the terminal. */
    static final Set<String> TALKING = Set.of("cli", "light.terminal");
}
