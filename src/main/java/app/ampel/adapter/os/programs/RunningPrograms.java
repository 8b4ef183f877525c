package app.ampel.adapter.os.programs;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which programs run. Looks when it is asked, and once a minute at most, because that takes some milliseconds. Any thread.
 */
public final class RunningPrograms {

    private static final long GOOD_FOR_NANOS = 60_000_000_000L;

    private final LongSupplier nanos;
    private final Supplier<Stream<String>> commands;
    private Set<String> names = Set.of();
    private Optional<Long> looked = Optional.empty();

    /** @param commands the paths of the executables that run, as the system writes them */
    public RunningPrograms(LongSupplier nanos, Supplier<Stream<String>> commands) {
        this.nanos = nanos;
        this.commands = commands;
    }

    public static RunningPrograms ofThisComputer() {
        return new RunningPrograms(
                System::nanoTime,
                () -> ProcessHandle.allProcesses().flatMap(process -> process.info().command().stream()));
    }

    /** The names of their executables without folder, in lower case, letters and digits only. */
    public synchronized Set<String> names() {
        long now = nanos.getAsLong();
        if (looked.filter(then -> now - then < GOOD_FOR_NANOS).isEmpty()) {
            looked = Optional.of(now);
            try (Stream<String> all = commands.get()) {
                names = all.map(RunningPrograms::name).collect(Collectors.toUnmodifiableSet());
            }
        }
        return names;
    }

    private static String name(String command) {
        String file = command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
        return file.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
