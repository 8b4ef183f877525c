package app.ampel.adapter.os.files;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.WindowsSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Where things lie. Everything of one home folder is apart from everything of another: settings, token cache, state,
 * log, lock and control socket. The home is local, never a roaming profile: tokens and logs belong to one computer.
 *
 * @param home as given; it need not exist
 * @param machineSettings the administrator's file
 * @param socketFolders where the control socket may lie, best first
 */
public record Folders(Path home, Path machineSettings, List<Path> socketFolders) {

    public Folders {
        home = home.toAbsolutePath().normalize();
        Objects.requireNonNull(machineSettings);
        socketFolders = List.copyOf(socketFolders);
    }

    /** For this user on this computer; {@code home}, else {@code AMPEL_HOME}, else the usual place. */
    public static Folders of(Optional<Path> home) {
        return of(home, OperatingSystem.current(), System.getenv(), System::getProperty, WindowsSystem::programData);
    }

    /** For this user on this computer, where nobody has said anything else. */
    public static Folders usual() {
        return of(
                Optional.empty(),
                OperatingSystem.current(),
                withoutHome(System.getenv()),
                System::getProperty,
                WindowsSystem::programData);
    }

    private static Map<String, String> withoutHome(Map<String, String> env) {
        return env.entrySet().stream()
                .filter(variable -> !variable.getKey().equals("AMPEL_HOME"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param programData where Windows keeps what holds for all users */
    static Folders of(
            Optional<Path> home,
            OperatingSystem system,
            Map<String, String> env,
            Function<String, String> property,
            Supplier<Optional<Path>> programData) {
        Path user = Path.of(property.apply("user.home"));
        Path chosen = home.or(() -> variable(env, "AMPEL_HOME")).orElseGet(() -> usualHome(system, env, user));
        return new Folders(chosen, machineSettings(system, programData), Sockets.folders(env, property));
    }

    private static Path usualHome(OperatingSystem system, Map<String, String> env, Path user) {
        return switch (system) {
            case LINUX ->
                absolute(env, "XDG_DATA_HOME")
                        .orElseGet(() -> user.resolve(".local/share"))
                        .resolve("ampel");
            case MACOS -> user.resolve("Library/Application Support/Ampel");
            case WINDOWS ->
                variable(env, "LOCALAPPDATA")
                        .orElseGet(() -> user.resolve("AppData").resolve("Local"))
                        .resolve("Ampel");
        };
    }

    /** Never where a variable says: the user could set it, and so be rid of the administrator's word. */
    private static Path machineSettings(OperatingSystem system, Supplier<Optional<Path>> programData) {
        return switch (system) {
            case LINUX -> Path.of("/etc/ampel/settings.json");
            case MACOS -> Path.of("/Library/Application Support/Ampel/settings.json");
            case WINDOWS ->
                programData
                        .get()
                        .orElseGet(() -> Path.of("C:\\ProgramData"))
                        .resolve("Ampel")
                        .resolve("settings.json");
        };
    }

    static Optional<Path> variable(Map<String, String> env, String name) {
        return Optional.ofNullable(env.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** The XDG rules: a path that is not absolute counts as not there. */
    public static Optional<Path> absolute(Map<String, String> env, String name) {
        return variable(env, name).filter(Path::isAbsolute);
    }

    public Path settings() {
        return home.resolve("settings.json");
    }

    public Path state() {
        return home.resolve("state.json");
    }

    /** What was set by hand. */
    public Path manual() {
        return home.resolve("manual.json");
    }

    /** Whom the user has put on lists. */
    public Path people() {
        return home.resolve("people.json");
    }

    /** The user's own presence of past days, where the user wants it kept. */
    public Path history() {
        return home.resolve("history.db");
    }

    public Path log() {
        return home.resolve("log");
    }

    public Path lock() {
        return home.resolve("instance.lock");
    }

    /** Where the running program has written which socket it listens at. */
    public Path address() {
        return home.resolve("control.address");
    }

    /** The sign-in, where no key store works, and what is to be known of the key store. */
    public Path tokens() {
        return home.resolve("tokens");
    }

    /** Whatever is replaced as a whole, each by the one program that has the home's lock. */
    List<Path> replaced() {
        return List.of(
                settings(),
                state(),
                manual(),
                people(),
                address(),
                screenLight(),
                windowPlace(),
                closingExplained(),
                welcomed(),
                tokens().resolve("tokens.json"),
                tokens().resolve("key-store"));
    }

    /** Where libraries unpack what cannot be run from within a jar. */
    public Path nativeLibraries() {
        return home.resolve("native");
    }

    /** Where the window was left. */
    public Path windowPlace() {
        return home.resolve("window");
    }

    /** Where the light on the screen was left. */
    public Path screenLight() {
        return home.resolve("screen-light");
    }

    /** There once the user has been told what closing the window means. */
    public Path closingExplained() {
        return home.resolve("closing-explained");
    }

    /** There once somebody has been through the first run. */
    public Path welcomed() {
        return home.resolve("welcomed");
    }

    /** Makes the home, for its owner only. A home that is a link is followed. */
    public void create() throws IOException {
        OwnerOnly.createFolder(Files.isSymbolicLink(home) ? home.toRealPath() : home);
    }

    /** Sixteen hexadecimal digits that stand for this home: in the socket's name and in the key store. */
    public String hash() {
        return hash(home);
    }

    /** The same of any home, however it is spelt and by whatever links it is reached, whether it exists yet or not. */
    public static String hash(Path home) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(real(home.toAbsolutePath().normalize()).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("no hash of the home folder", e);
        }
    }

    private static Path real(Path path) throws IOException {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null
                ? path.toRealPath()
                : real(parent).resolve(path.getFileName());
    }
}
