package app.ampel.adapter.os.doctor;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.install.UdevRulesFile;
import app.ampel.adapter.os.log.LogTail;
import app.ampel.service.doctor.Computer;
import app.ampel.service.doctor.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** This computer, as far as the doctor wants to know of it. */
public final class ExaminedComputer implements Computer {

    /** What is shown and searched of the log. */
    private static final int LOG_LINES = 500;

    private final Folders folders;
    private final Autostart autostart;
    private final Supplier<String> version;
    private final Rules rules;
    private final Map<String, String> env;
    private final LogTail log;

    /**
     * The rules that there should be for USB lights.
     *
     * @param file where they belong
     * @param wanted what it should say
     */
    public record Rules(Path file, Supplier<String> wanted) {}

    /** @param version this program's own */
    public ExaminedComputer(
            Folders folders, Autostart autostart, Supplier<String> version, Rules rules, Map<String, String> env) {
        this.folders = folders;
        this.autostart = autostart;
        this.version = version;
        this.rules = rules;
        this.env = Map.copyOf(env);
        log = new LogTail(folders, LOG_LINES);
    }

    @Override
    public String desktop() {
        return env.getOrDefault("XDG_CURRENT_DESKTOP", "");
    }

    @Override
    public Fact.Home home() throws IOException {
        Path home = folders.home();
        if (!Files.isDirectory(home)) {
            Path nearest = Stream.iterate(home, Path::getParent)
                    .filter(path -> path.getParent() == null || Files.exists(path))
                    .findFirst()
                    .orElseThrow();
            boolean canBeMade = Files.isDirectory(nearest) && Files.isWritable(nearest);
            return new Fact.Home(home.toString(), canBeMade, true, free(nearest));
        }
        return new Fact.Home(home.toString(), Files.isWritable(home), OwnerOnly.isClosed(home), free(home));
    }

    private static long free(Path path) throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    @Override
    public Fact.Machine machine() throws IOException {
        return new Fact.Machine(
                version.get(),
                property("java.version") + " (" + property("java.vendor") + ")",
                String.join(" ", property("os.name"), property("os.version"), property("os.arch")),
                (desktop() + " " + env.getOrDefault("XDG_SESSION_TYPE", "")).strip(),
                property("user.home"),
                property("user.name"),
                host());
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    /** Without asking the network, which may take long. */
    private String host() throws IOException {
        Path file = Path.of("/etc/hostname");
        return Stream.of("COMPUTERNAME", "HOSTNAME")
                .map(env::get)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(Files.isReadable(file) ? Files.readString(file).strip() : "");
    }

    @Override
    public Fact.Rules rules() throws IOException {
        if (OperatingSystem.current() != OperatingSystem.LINUX) {
            return new Fact.Rules(Fact.Rules.State.NOT_NEEDED);
        }
        UdevRulesFile there = new UdevRulesFile(rules.file().getFileName().toString());
        return new Fact.Rules(
                switch (there.compare(rules.wanted().get())) {
                    case CURRENT -> Fact.Rules.State.CURRENT;
                    case OLD -> Fact.Rules.State.OLD;
                    case MISSING -> Fact.Rules.State.MISSING;
                });
    }

    @Override
    public Fact.Autostart autostart() throws IOException {
        Optional<Autostart.Entry> entry = autostart.entry();
        return new Fact.Autostart(
                entry.isPresent(),
                entry.filter(Autostart.Entry::on).isPresent(),
                entry.flatMap(Autostart.Entry::gone).map(Path::toString));
    }

    @Override
    public List<String> log() throws IOException {
        return log.lines();
    }

    @Override
    public long logStamp() {
        return log.stamp();
    }
}
