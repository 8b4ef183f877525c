package app.ampel.bench;

import app.ampel.adapter.graph.LiveMicrosoft;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a window takes of memory, and what of it stays when it is closed. */
final class ClosedWindow {

    private static final long SETTLE_SECONDS = 15;
    private static final long AFTERWARDS_SECONDS = 60;

    private final Shipped program;
    private final LiveMicrosoft microsoft;

    ClosedWindow(Shipped program, LiveMicrosoft microsoft) {
        this.program = program;
        this.microsoft = microsoft;
    }

    List<Row> rows() throws Exception {
        try (BenchDesktop desktop = new BenchDesktop(microsoft.environment());
                Launched running = Launched.start(
                        program.ampel(program.homeAt(microsoft), "run"),
                        desktop.environment(),
                        program.scratch().resolve("closed.log"),
                        line -> line.endsWith("  Light: red"))) {
            desktop.panel().awaitIcons(1);
            running.line();
            double before = megabytesAfter(SETTLE_SECONDS, running);
            desktop.secondsToWindow(0);
            double with = megabytesAfter(SETTLE_SECONDS, running);
            desktop.closeWindow();
            double afterwards = megabytesAfter(AFTERWARDS_SECONDS, running);
            return List.of(
                    Row.of("The first window takes", with - before, "MB"),
                    Row.of("Of it stays, a minute after closing", afterwards - before, "MB")
                            .target("40 MB"));
        }
    }

    private static double megabytesAfter(long seconds, Launched running) throws Exception {
        TimeUnit.SECONDS.sleep(seconds);
        running.expectAlive();
        return Usage.of(running.pid()).rssMegabytes();
    }
}
