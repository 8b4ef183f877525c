package app.ampel.adapter.os.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for a file of udev rules where udev does. Any thread; reads files. */
public final class UdevRulesFile {

    /** How what is installed compares with what should be. */
    public enum State {
        CURRENT,
        OLD,
        MISSING
    }

    private static final List<Path> FOLDERS = List.of(
            Path.of("/etc/udev/rules.d"),
            Path.of("/run/udev/rules.d"),
            Path.of("/usr/local/lib/udev/rules.d"),
            Path.of("/usr/lib/udev/rules.d"),
            Path.of("/lib/udev/rules.d"));

    private final List<Path> folders;
    private final String name;

    /** @param name of the file, without a folder */
    public UdevRulesFile(String name) {
        this(name, FOLDERS);
    }

    UdevRulesFile(String name, List<Path> folders) {
        this.name = name;
        this.folders = List.copyOf(folders);
    }

    /** The first folder with such a file counts, as for udev; more rules than {@code wanted} do no harm. */
    public State compare(String wanted) throws IOException {
        for (Path folder : folders) {
            Path file = folder.resolve(name);
            if (Files.isReadable(file)) {
                Set<String> there = rules(Files.readString(file, StandardCharsets.UTF_8));
                return there.containsAll(rules(wanted)) ? State.CURRENT : State.OLD;
            }
        }
        return State.MISSING;
    }

    private static Set<String> rules(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
