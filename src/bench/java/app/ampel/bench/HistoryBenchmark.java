package app.ampel.bench;

import app.ampel.adapter.files.history.HistoryFile;
import app.ampel.domain.history.Change;
import app.ampel.domain.history.Day;
import app.ampel.domain.history.Span;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.settings.HistorySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the page of the history waits for, with as much as can be kept: a year, and 10 000 spans in it. */
@State(Scope.Benchmark)
public class HistoryBenchmark {

    private static final int DAYS = HistorySettings.MOST;
    private static final int A_DAY = 27;
    private static final Duration SPAN = Duration.ofMinutes(20);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final String ACCOUNT = "kim";

    private HistoryFile file;
    private List<Span> spans;

    @Setup
    public void record() throws IOException, ProblemException {
        Path folder = Files.createTempDirectory("ampel-history");
        file = new HistoryFile(folder.resolve("history.mv"), Clock.systemUTC());
        List<Change> changes = new ArrayList<>();
        for (int day = DAYS - 1; day >= 0; day--) {
            Instant morning = TODAY.minusDays(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
            for (int i = 0; i < A_DAY; i++) {
                Instant from = morning.plus(SPAN.multipliedBy(i));
                Span span = Span.of(from, from.plus(SPAN), presence(i), false).orElseThrow();
                changes.add(new Change(ACCOUNT, from, Optional.of(span)));
            }
        }
        file.keep(changes);
        spans = file.read(ACCOUNT);
    }

    private static Presence presence(int number) {
        return number % 2 == 0
                ? Presence.of(Availability.BUSY, Activity.IN_A_CALL)
                : Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);
    }

    @Benchmark
    public Object read() throws ProblemException {
        return file.read(ACCOUNT);
    }

    @Benchmark
    public Object days() {
        return Day.of(spans, TODAY, ZoneOffset.UTC);
    }
}
