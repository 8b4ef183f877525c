package app.ampel.face.control;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.naming.WireName;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Microsoft asks the user meanwhile, as events; each prompt once. */
public final class PromptEvents {

    private final boolean signingIn;
    private final Answers answers;
    private SignInPrompt last;

    /** @param signingIn whether it is a sign-in of its own that they belong to */
    public PromptEvents(boolean signingIn, Answers answers) {
        this.signingIn = signingIn;
        this.answers = answers;
    }

    /** Whether the user has been asked anything. */
    public synchronized boolean asked() {
        return last != null;
    }

    /** A status set by hand may need one more scope; a sign-in that somebody else began is none of its business. */
    public synchronized void look(AccountState now) {
        Optional<SignInPrompt> prompt = now.prompt()
                .filter(p -> !p.equals(last))
                .filter(p -> signingIn || p.consent().isPresent());
        prompt.ifPresent(fresh -> {
            last = fresh;
            answers.event(() -> event(fresh));
        });
    }

    public static ObjectNode event(SignInPrompt prompt) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("event", "prompt");
        event.put("way", prompt.way().word());
        event.put("address", prompt.address().toString());
        prompt.code().ifPresent(code -> event.put("code", code));
        event.put("expires", prompt.expires().toString());
        prompt.consent().ifPresent(consent -> {
            event.put(
                    "scope", consent.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(" ")));
            // The first purpose that there was is not named on the wire.
            if (consent.reason() != ConsentReason.SET_STATUS) {
                event.put("reason", consent.reason().word());
            }
        });
        return event;
    }

    /** The reverse; empty when it is no prompt. */
    public static Optional<SignInPrompt> prompt(ObjectNode event) {
        Optional<SignInWay> way = WireName.of(event.path("way").asText(), SignInWay.class);
        if (!event.path("event").asText().equals("prompt") || way.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SignInPrompt(
                    way.get(),
                    new URI(event.path("address").asText()),
                    LineStarts.text(event, "code"),
                    Instant.parse(event.path("expires").asText()),
                    consent(event)));
        } catch (URISyntaxException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<ConsentRequest> consent(ObjectNode event) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        List<String> asked = List.of(event.path("scope").asText().split(" "));
        Stream.of(Scope.values()).filter(scope -> asked.contains(scope.word())).forEach(scopes::add);
        ConsentReason reason =
                WireName.of(event.path("reason").asText(), ConsentReason.class).orElse(ConsentReason.SET_STATUS);
        return scopes.isEmpty() ? Optional.empty() : Optional.of(new ConsentRequest(scopes, reason));
    }
}
