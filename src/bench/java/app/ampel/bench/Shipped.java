package app.ampel.bench;

import app.ampel.adapter.graph.LiveMicrosoft;
import app.ampel.adapter.graph.signin.SignedInHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program as it is shipped.
 *
 * @param folder {@code target/ampel}
 * @param scratch for homes and logs
 */
record Shipped(Path folder, Path scratch) {

    /** What there is to do after an installation: {@code lib/archive}. */
    void makeReady() throws IOException, InterruptedException {
        Process archive = new ProcessBuilder(folder.resolve("lib/archive").toString())
                .inheritIO()
                .start();
        if (archive.waitFor() != 0) {
            throw new IOException("lib/archive could not make the classes ready");
        }
    }

    /** One of the benchmarks' own classes, with the program's flags. */
    List<String> java(Class<?> main) {
        return List.of(
                "java",
                "@" + folder.resolve("lib/jvm.options"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    List<String> ampel(Path home, String... words) {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("bin/ampel").toString());
        command.addAll(List.of("--home", home.toString()));
        command.addAll(List.of(words));
        return command;
    }

    /** A new one, empty. */
    Path home() throws IOException {
        return Files.createTempDirectory(scratch, "home-");
    }

    /** A new one in which somebody is signed in there, and knows already what closing a window means. */
    Path homeAt(LiveMicrosoft microsoft) throws IOException {
        Path home = home();
        SignedInHome.fill(home, microsoft.authority(), microsoft.graph());
        Files.createFile(home.resolve("closing-explained"));
        return home;
    }
}
