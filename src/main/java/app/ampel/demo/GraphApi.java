package app.ampel.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What graph.microsoft.com/v1.0 answers: who may ask what, and what an error looks like. */
final class GraphApi {

    static final String HOST = "graph.microsoft.com";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Tenant tenant;
    private final PresenceActions actions;
    private final GraphAnswers answers;
    private final DirectoryApi directory;
    private final Clock clock;

    GraphApi(Tenant tenant, Clock clock) {
        this.tenant = tenant;
        this.actions = new PresenceActions(tenant);
        this.answers = new GraphAnswers(tenant.person());
        this.directory = new DirectoryApi(tenant);
        this.clock = clock;
    }

    HttpResponse answer(HttpRequest call) {
        try {
            return route(call);
        } catch (Refusal refusal) {
            HttpResponse reply = error(refusal.status(), refusal.code(), refusal.getMessage(), call, clock.instant());
            return refusal.status() == 401 ? reply.with("WWW-Authenticate", "Bearer realm=\"\"") : reply;
        }
    }

    private HttpResponse route(HttpRequest call) {
        Operation operation = operation(call).orElseThrow(GraphApi::unknownAddress);
        if (!operation.method().equals(call.method())) {
            throw new Refusal(405, "MethodNotAllowed", "The method is not allowed here.");
        }
        Optional<Optional<Duration>> throttled = tenant.takeTurn();
        if (throttled.isPresent()) {
            return throttled(throttled.get(), call);
        }
        Tokens.Access access = call.bearer()
                .flatMap(tenant.signIn()::access)
                .orElseThrow(() -> new Refusal(
                        401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid."));
        // The service looks at the arguments first, then at the scopes.
        Operation.Step step = operation.work().check(call);
        if (operation.scopes().stream().noneMatch(access.scopes()::contains)) {
            throw operation.denied().refusal();
        }
        return step.run(access.scopes());
    }

    private static Refusal unknownAddress() {
        return new Refusal(404, "ResourceNotFound", "There is no such address.");
    }

    private Optional<Operation> operation(HttpRequest call) {
        List<String> path = new ArrayList<>(call.path());
        if (path.isEmpty() || !path.remove(0).equals("v1.0")) {
            return Optional.empty();
        }
        String self = tenant.person().objectId();
        if (path.size() >= 2 && path.get(0).equals("users") && path.get(1).equals(self)) {
            path = new ArrayList<>(path.subList(1, path.size()));
            path.set(0, "me");
        }
        String asked = String.join("/", path);
        return own(asked).or(() -> directory.operation(asked)).or(() -> strangers(asked));
    }

    private Optional<Operation> own(String path) {
        return switch (path) {
            case "me" -> reading("User.Read", call -> scopes -> answers.me(call));
            case "me/presence" ->
                Optional.of(Operation.presence(
                        "GET",
                        Set.of("Presence.Read", "Presence.Read.All"),
                        call -> scopes -> answers.presence(tenant.presence(), call)));
            case "me/presence/setPresence" -> writing(call -> step(actions.setPresence(call.body())));
            case "me/presence/clearPresence" -> writing(call -> step(actions.clearPresence(call.body())));
            case "me/presence/setUserPreferredPresence" -> writing(call -> step(actions.setPreferred(call.body())));
            case "me/presence/clearUserPreferredPresence" -> writing(call -> step(actions.clearPreferred(call.body())));
            case "me/presence/setStatusMessage" -> writing(call -> step(actions.setStatusMessage(call.body())));
            default -> Optional.empty();
        };
    }

    /** A person may not write another's presence, which is told with a 401. */
    private static Optional<Operation> strangers(String path) {
        if (!path.matches("users/[^/]+/presence/.+")) {
            return Optional.empty();
        }
        return writing(call -> {
            throw new Refusal(401, "Unauthorized", "Cannot set the presence of another user");
        });
    }

    private static Optional<Operation> reading(String scope, Operation.Work work) {
        return Optional.of(Operation.presence("GET", Set.of(scope), work));
    }

    private static Optional<Operation> writing(Operation.Work work) {
        return Optional.of(Operation.presence("POST", Set.of("Presence.ReadWrite"), work));
    }

    private static Operation.Step step(Runnable action) {
        return scopes -> {
            action.run();
            return HttpResponse.done();
        };
    }

    private HttpResponse throttled(Optional<Duration> retryAfter, HttpRequest call) {
        HttpResponse reply = error(429, "TooManyRequests", "Please retry again later.", call, clock.instant());
        return retryAfter
                .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
                .orElse(reply);
    }

    /** Graph's error shape. */
    static HttpResponse error(int status, String code, String message, HttpRequest call, Instant now) {
        String requestId = UUID.randomUUID().toString();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("code", code)
                .put("message", message)
                .putObject("innerError")
                .put("date", DATE.format(now))
                .put("request-id", requestId)
                .put("client-request-id", call.clientRequestId().orElse(requestId));
        return HttpResponse.json(status, body).with("request-id", requestId);
    }
}
