package app.ampel.face.cli;

import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.naming.WireName;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/** What Microsoft asks the user meanwhile, as events; each prompt once. */
final class PromptEvents {

    private final boolean signingIn;
    private final Answers answers;
    private SignInPrompt last;

    PromptEvents(Intent intent, Answers answers) {
        this.signingIn = intent.signsIn();
        this.answers = answers;
    }

    /** Whether the user has been asked anything. */
    synchronized boolean asked() {
        return last != null;
    }

    /** A status set by hand may need one more scope; a sign-in that somebody else began is none of its business. */
    synchronized void look(Snapshot now) {
        Optional<SignInPrompt> prompt = now.account()
                .prompt()
                .filter(p -> !p.equals(last))
                .filter(p -> signingIn || p.scope().isPresent());
        prompt.ifPresent(fresh -> {
            last = fresh;
            answers.event(() -> event(fresh));
        });
    }

    static ObjectNode event(SignInPrompt prompt) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("event", "prompt");
        event.put("way", prompt.way().word());
        event.put("address", prompt.address().toString());
        prompt.code().ifPresent(code -> event.put("code", code));
        event.put("expires", prompt.expires().toString());
        prompt.scope().ifPresent(scope -> event.put("scope", scope.word()));
        return event;
    }

    /** The reverse; empty when it is no prompt. */
    static Optional<SignInPrompt> prompt(ObjectNode event) {
        Optional<SignInWay> way = WireName.of(event.path("way").asText(), SignInWay.class);
        if (!event.path("event").asText().equals("prompt") || way.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Scope> scope = Arrays.stream(Scope.values())
                    .filter(s -> s.word().equals(event.path("scope").asText()))
                    .findFirst();
            return Optional.of(new SignInPrompt(
                    way.get(),
                    new URI(event.path("address").asText()),
                    LineStarts.text(event, "code"),
                    Instant.parse(event.path("expires").asText()),
                    scope));
        } catch (URISyntaxException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
