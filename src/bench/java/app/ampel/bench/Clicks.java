package app.ampel.bench;

import app.ampel.adapter.graph.LiveMicrosoft;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** From a click in the panel to what it is for: the window, the request to Microsoft. */
final class Clicks {

    private static final long PATIENCE_SECONDS = 60;

    private final Shipped program;
    private final LiveMicrosoft microsoft;
    private final int times;

    Clicks(Shipped program, LiveMicrosoft microsoft, int times) {
        this.program = program;
        this.microsoft = microsoft;
        this.times = times;
    }

    /** One process more than counts, first: it brings the files into memory. */
    List<Row> rows() throws Exception {
        double[] cold = new double[times];
        double[] warm = new double[times];
        double[] request = new double[times];
        for (int i = -1; i < times; i++) {
            int at = Math.max(i, 0);
            try (BenchDesktop desktop = new BenchDesktop(microsoft.environment());
                    Launched running = Launched.start(
                            program.ampel(program.homeAt(microsoft), "run"),
                            desktop.environment(),
                            program.scratch().resolve("clicks.log"),
                            line -> line.endsWith("  Light: red"))) {
                desktop.panel().awaitIcons(1);
                running.line();
                request[at] = secondsToRequest(desktop);
                cold[at] = desktop.secondsToWindow(0);
                desktop.closeWindow();
                warm[at] = desktop.secondsToWindow(0);
                running.expectAlive();
            }
        }
        return List.of(
                Row.of("Click to window, toolkit not yet started", Median.of(cold), "s")
                        .target("0.8 s"),
                Row.of("Click to window, afterwards", Median.of(warm), "s").target("0.15 s"),
                Row.of("Click on \"In a call\" to request", Median.of(request) * 1000, "ms")
                        .target("100 ms"));
    }

    private double secondsToRequest(BenchDesktop desktop) throws Exception {
        CompletableFuture<Long> arrived = microsoft.nextSet();
        Runnable click = desktop.panel().line("In a call");
        long clicked = System.nanoTime();
        click.run();
        return (arrived.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - clicked) / 1e9;
    }
}
