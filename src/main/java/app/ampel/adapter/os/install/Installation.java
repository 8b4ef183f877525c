package app.ampel.adapter.os.install;

import app.ampel.adapter.os.OperatingSystem;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where this very program lies, and how it is started once more.
 *
 * @param launcher what starts it, with nothing to be seen but its own windows; empty for a program that runs out of its
 *     build, which may be gone tomorrow
 * @param java what starts it all the same, now
 */
public record Installation(Optional<Path> launcher, List<String> java) {

    public Installation {
        java = List.copyOf(java);
    }

    /** @param main the program's main class */
    public static Installation of(Class<?> main) {
        Path virtualMachine = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Installation(
                packaged().or(() -> jar(main).flatMap(jar -> launcher(jar, OperatingSystem.current()))),
                List.of(virtualMachine.toString(), "-cp", System.getProperty("java.class.path"), main.getName()));
    }

    /** A program image, made by the JDK's packager, says what started it. */
    private static Optional<Path> packaged() {
        return Optional.ofNullable(System.getProperty("jpackage.app-path")).map(Path::of);
    }

    private static Optional<Path> jar(Class<?> main) {
        try {
            CodeSource source = main.getProtectionDomain().getCodeSource();
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code bin/ampel} beside {@code lib/ampel.jar}. */
    static Optional<Path> launcher(Path jar, OperatingSystem system) {
        Path folder = jar.toAbsolutePath().normalize().getParent();
        String name = system == OperatingSystem.WINDOWS ? "ampelw.cmd" : "ampel";
        return Optional.ofNullable(folder)
                .filter(lib -> lib.endsWith("lib"))
                .map(lib -> lib.resolveSibling("bin").resolve(name))
                .filter(Files::isExecutable);
    }

    /** Starts it once more, beside this one and not ended with it. Empty when that is not possible. */
    public Optional<Process> start(String... arguments) {
        List<String> command =
                new ArrayList<>(launcher.map(path -> List.of(path.toString())).orElse(java));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return Optional.of(process);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
