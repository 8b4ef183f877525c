package app.ampel.face.cli;

import app.ampel.face.control.Failure;
import app.ampel.face.control.Times;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** When a status ends: at most one of four options. */
final class EndOptions {

    @Option(names = "--for", paramLabel = "TIME", descriptionKey = "ampel.set.for")
    private String span;

    @Option(
            names = "--until",
            paramLabel = "[tomorrow] HH:MM",
            descriptionKey = "ampel.set.until",
            parameterConsumer = DayAndTime.class)
    private String until;

    @Option(names = "--until-cleared", descriptionKey = "ampel.set.until-cleared")
    private boolean untilCleared;

    @Option(names = "--working-day", descriptionKey = "ampel.set.working-day")
    private boolean workingDay;

    /** One word, or two where the first is a day. */
    static final class DayAndTime implements IParameterConsumer {

        @Override
        public void consumeParameters(Stack<String> typed, ArgSpec option, CommandSpec command) {
            List<String> words = new ArrayList<>();
            do {
                if (typed.isEmpty()) {
                    throw new MissingParameterException(command.commandLine(), option, "--until");
                }
                words.add(typed.pop());
            } while (words.size() < 2 && Times.isDay(words.get(0)));
            option.setValue(String.join(" ", words));
        }
    }

    /** Puts it into {@code request}, after a look at whether it can be one. */
    void put(ObjectNode request, Console console) throws Failure {
        long given = Stream.of(span != null, until != null, untilCleared, workingDay)
                .filter(is -> is)
                .count();
        if (given > 1) {
            throw Failure.usage(console.say("cli.one-end"));
        }
        Times times = new Times(console.words());
        Instant now = console.clock().instant();
        request.put("zone", console.zone().getId());
        if (span != null) {
            times.span(span, now);
            request.put("for", span);
        } else if (until != null) {
            times.endAt(until, now, console.zone());
            request.put("until", until);
        } else if (untilCleared) {
            request.put("ends", "cleared");
        } else if (workingDay) {
            request.put("ends", "working-day");
        }
    }
}
