package app.ampel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "set")
final class SetCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Parameters(paramLabel = "CHOICE", descriptionKey = "ampel.set.choice")
    private String choice;

    @Option(names = "--for", paramLabel = "TIME", descriptionKey = "ampel.set.for")
    private String span;

    @Option(names = "--until", paramLabel = "HH:MM", descriptionKey = "ampel.set.until")
    private String until;

    SetCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        Console console = session.console();
        ObjectNode request = Messages.ask("set");
        request.put("choice", new Values(console.words()).choice(choice).word());
        Times times = new Times(console.words());
        Instant now = console.clock().instant();
        if (span != null && until != null) {
            throw Failure.usage(console.say("cli.for-or-until"));
        }
        if (span != null) {
            request.put("until", times.endAfter(span, now).toString());
        }
        if (until != null) {
            request.put("until", times.endAt(until, now, console.zone()).toString());
        }
        session.print(session.ask(request, Session.ENDLESS), false, "status");
        return ExitCode.OK;
    }
}
