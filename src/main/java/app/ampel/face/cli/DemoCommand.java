package app.ampel.face.cli;

import app.ampel.face.control.Failure;
import app.ampel.face.control.Times;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private static final double FASTEST = 3600;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final AmpelCommand ampel;

    @Option(names = "--speed", paramLabel = "N", defaultValue = "60", descriptionKey = "ampel.demo.speed")
    private String speed;

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "ampel.demo.from")
    private String from;

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
        Console console = session.console();
        return session.program()
                .demo(new CommandPorts.DemoOptions(
                        ampel.home(), speed(console), from(console), exitAfter(console), headless));
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

    private Optional<LocalTime> from(Console console) throws Failure {
        try {
            return Optional.ofNullable(from).map(text -> LocalTime.parse(text, TIME));
        } catch (DateTimeParseException e) {
            throw Failure.usage(console.say("cli.wrong-from", Phrases.tame(from)));
        }
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
