package app.ampel.adapter.os.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunningProgramsTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final AtomicInteger looks = new AtomicInteger();
    private List<String> commands = List.of();
    private final RunningPrograms programs = new RunningPrograms(nanos::get, () -> {
        looks.incrementAndGet();
        return commands.stream();
    });

    @Test
    void areKnownByTheirFilesWithoutFolderBlanksAndCase() {
        commands = List.of(
                "C:\\Program Files\\Plenom\\kuandoHUB.exe",
                "/Applications/Embrava Connect.app/Contents/MacOS/Embrava Connect",
                "/usr/bin/cat");
        assertThat(programs.names()).containsExactlyInAnyOrder("kuandohubexe", "embravaconnect", "cat");
    }

    @Test
    void areLookedForOnceAMinuteAtMostAndOnlyWhenSomebodyAsks() {
        assertThat(looks).hasValue(0);
        programs.names();
        commands = List.of("/opt/luxafor");
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(programs.names()).isEmpty();
        assertThat(looks).hasValue(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(programs.names()).containsExactly("luxafor");
        assertThat(looks).hasValue(2);
    }

    @Test
    void includeThisVeryOne() {
        assertThat(RunningPrograms.ofThisComputer().names()).anyMatch(name -> name.startsWith("java"));
    }
}
