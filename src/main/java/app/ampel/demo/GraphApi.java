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
    private final Clock clock;

    GraphApi(Tenant tenant, Clock clock) {
        this.tenant = tenant;
        this.actions = new PresenceActions(tenant);
        this.answers = new GraphAnswers(tenant.person());
        this.clock = clock;
    }

    /** Something that can be asked for: how, with which of the scopes (any one will do), and what it does. */
    private record Operation(String method, Set<String> scopes, Work work) {}

    /** Checks the request as far as it goes without its scopes, and gives what is left to do with them. */
    private interface Work {
        Step check(HttpRequest call);
    }

    private interface Step {
        HttpResponse run();
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
        Step step = operation.work().check(call);
        if (operation.scopes().stream().noneMatch(access.scopes()::contains)) {
            throw new Refusal(403, "Forbidden", "");
        }
        return step.run();
    }

    private static Refusal unknownAddress() {
        return new Refusal(404, "ResourceNotFound", "There is no such address.");
    }

    private Optional<Operation> operation(HttpRequest call) {
        List<String> path = new ArrayList<>(call.path());
        if (path.isEmpty() || !path.remove(0).equals("v1.0")) {
            return Optional.empty();
        }
        if (path.size() >= 2 && path.get(0).equals("users")) {
            boolean other = !path.get(1).equals(tenant.person().objectId());
            path = path.subList(1, path.size());
            if (other) {
                return strangers(String.join("/", path.subList(1, path.size())));
            }
            path.set(0, "me");
        }
        return own(String.join("/", path));
    }

    private Optional<Operation> own(String path) {
        return switch (path) {
            case "me" -> reading("User.Read", call -> () -> answers.me(call));
            case "me/presence" ->
                Optional.of(new Operation(
                        "GET",
                        Set.of("Presence.Read", "Presence.Read.All"),
                        call -> () -> answers.presence(tenant.presence(), call)));
            case "me/presence/setPresence" -> writing(call -> step(actions.setPresence(call.body())));
            case "me/presence/clearPresence" -> writing(call -> step(actions.clearPresence(call.body())));
            case "me/presence/setUserPreferredPresence" -> writing(call -> step(actions.setPreferred(call.body())));
            case "me/presence/clearUserPreferredPresence" -> writing(call -> step(actions.clearPreferred(call.body())));
            case "me/presence/setStatusMessage" -> writing(call -> step(actions.setStatusMessage(call.body())));
            default -> Optional.empty();
        };
    }

    /** Nobody else lives here; and a person may not write another's presence, which is told with a 401. */
    private static Optional<Operation> strangers(String rest) {
        if (rest.isEmpty() || rest.equals("presence")) {
            return Optional.empty();
        }
        return writing(call -> {
            throw new Refusal(401, "Unauthorized", "Cannot set the presence of another user");
        });
    }

    private static Optional<Operation> reading(String scope, Work work) {
        return Optional.of(new Operation("GET", Set.of(scope), work));
    }

    private static Optional<Operation> writing(Work work) {
        return Optional.of(new Operation("POST", Set.of("Presence.ReadWrite"), work));
    }

    private static Step step(Runnable action) {
        return () -> {
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
