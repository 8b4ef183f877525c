package app.ampel.cli;

import app.ampel.sentence.Phrases;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private static final double FASTEST = 3600;

    private final AmpelCommand ampel;

    @Option(names = "--speed", paramLabel = "N", defaultValue = "60", descriptionKey = "ampel.demo.speed")
    private String speed;

    @Option(names = "--exit-after", paramLabel = "TIME", descriptionKey = "ampel.demo.exit-after")
    private String exitAfter;

    @Option(names = "--headless", descriptionKey = "ampel.run.headless")
    private boolean headless;

    DemoCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        Program.DemoOptions options =
                new Program.DemoOptions(ampel.home(), speed(session.console()), exitAfter(session.console()), headless);
        return session.program().demo(options);
    }

    private double speed(Console console) throws Failure {
        try {
            double number = Double.parseDouble(speed);
            if (number >= 1 && number <= FASTEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Failure.usage(console.say("cli.wrong-speed", Phrases.tame(speed)));
    }

    private Optional<Duration> exitAfter(Console console) throws Failure {
        if (exitAfter == null) {
            return Optional.empty();
        }
        return Optional.of(Times.span(exitAfter)
                .filter(span -> !span.isZero())
                .orElseThrow(() -> Failure.usage(console.say("cli.wrong-span", Phrases.tame(exitAfter)))));
    }
}
