package app.ampel.cli;

import app.ampel.core.LightOverride;
import app.ampel.manual.Choice;
import app.ampel.settings.AccountSettings;
import app.ampel.settings.Settings;
import app.ampel.words.Words;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The values in a request, checked as strictly as those on the command line. */
final class RequestValues {

    private final ObjectNode request;
    private final Values values;
    private final Words words;

    RequestValues(ObjectNode request, Words words) {
        this.request = request;
        this.values = new Values(words);
        this.words = words;
    }

    String command() {
        return Messages.text(request, "command").orElse("");
    }

    String text(String name) throws Failure {
        return Messages.text(request, name).orElseThrow(() -> wrong(name));
    }

    private Failure wrong(String name) {
        return Failure.usage(words.say("control.wrong", name));
    }

    Choice choice() throws Failure {
        return values.choice(text("choice"));
    }

    Instant until(Instant now, Duration usual) throws Failure {
        Optional<String> text = Messages.text(request, "until");
        if (text.isEmpty()) {
            return now.plus(usual);
        }
        try {
            Instant until = Instant.parse(text.get());
            Duration left = Duration.between(now, until);
            // The clock ran on while the request was on its way.
            if (left.isNegative() || left.isZero() || left.compareTo(Settings.LONGEST_MANUAL) > 0) {
                throw wrong("until");
            }
            return until;
        } catch (DateTimeParseException e) {
            throw wrong("until");
        }
    }

    LightOverride light() throws Failure {
        return values.light(text("colour"), Messages.text(request, "effect"));
    }

    AccountSettings account() throws Failure {
        return values.account(
                Messages.text(request, "clientId"),
                Messages.text(request, "tenant"),
                Messages.text(request, "cloud"),
                Messages.text(request, "authority"),
                Messages.text(request, "graph"),
                Messages.text(request, "signIn"));
    }
}
