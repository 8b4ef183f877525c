package app.ampel.demo;

import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueDay;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Graph answers about those one works with: who they are, and how things stand with them. */
final class ColleaguesApi {

    /** As many ids as Microsoft takes in one request. */
    private static final int MOST_IDS = 650;

    private static final int MOST_PEOPLE = 1000;
    private static final Set<String> PRESENCE = Set.of("Presence.Read.All");
    private static final Pattern PRESENCE_OF = Pattern.compile("users/([^/]+)/presence");

    private final Tenant tenant;
    private final GraphAnswers own;

    ColleaguesApi(Tenant tenant) {
        this.tenant = tenant;
        this.own = new GraphAnswers(tenant.person());
    }

    Optional<Operation> operation(String path) {
        Matcher presence = PRESENCE_OF.matcher(path);
        if (presence.matches()) {
            return Optional.of(Operation.presence("GET", PRESENCE, call -> scopes -> presence(presence.group(1))));
        }
        return switch (path) {
            case "me/people" -> Optional.of(Operation.directory(Set.of("People.Read"), this::people));
            case "communications/getPresencesByUserId" ->
                Optional.of(Operation.presence("POST", PRESENCE, this::presences));
            default -> Optional.empty();
        };
    }

    private HttpResponse presence(String id) {
        return tenant.directory()
                .person(id)
                .filter(who -> who.id().equals(id))
                .map(who -> HttpResponse.json(200, presence(who)))
                .orElseThrow(() -> DirectoryApi.notFound(id));
    }

    /**
     * Over the size it says 400 without any detail. Whom it does not know is missing in the answer. Its order is not
     * documented: here it is by id, which is nobody's order.
     */
    private Operation.Step presences(HttpRequest call) {
        List<String> ids = Fields.of(call.body(), "ids").texts("ids");
        if (ids.isEmpty() || ids.size() > MOST_IDS) {
            throw new Refusal(400, "BadRequest", "");
        }
        return scopes -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("@odata.context", GraphAnswers.CONTEXT + "Collection(microsoft.graph.presence)");
            List<JsonNode> found = new TreeSet<>(ids)
                    .stream()
                            .flatMap(id -> tenant
                                    .directory()
                                    .person(id)
                                    .filter(who -> who.id().equals(id))
                                    .stream())
                            .<JsonNode>map(this::presence)
                            .toList();
            body.putArray("value").addAll(found);
            return HttpResponse.json(200, body);
        };
    }

    private ObjectNode presence(Colleague who) {
        if (who.id().equals(tenant.person().objectId())) {
            return own.presence(tenant.presence());
        }
        ColleagueDay.Moment now = tenant.colleague(who);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", who.id())
                .put("availability", now.availability().word())
                .put("activity", now.activity().word())
                .put("sequenceNumber", String.format(Locale.ROOT, "A%012d", now.sequence()));
        body.putObject("outOfOfficeSettings")
                .put("isOutOfOffice", now.outOfOffice().isPresent())
                .put("message", now.outOfOffice().orElse(null));
        body.putObject("workLocation")
                .put("workLocationType", now.location())
                .put("source", now.location().equals("unspecified") ? "none" : "scheduled")
                .putNull("placeId");
        // When it was written and when it ends is told to its author only.
        now.note().ifPresentOrElse(note -> body.set("statusMessage", note(note)), () -> body.putNull("statusMessage"));
        return body;
    }

    private static JsonNode note(String text) {
        TenantNote note = new TenantNote(text, Instant.EPOCH, Optional.empty());
        return GraphAnswers.statusMessage(note).without(List.of("publishedDateTime", "expiryDateTime"));
    }

    /** Those of one's own department first; rooms and guests among them, as one meets them. */
    private Operation.Step people(HttpRequest call) {
        DirectoryQuery query = DirectoryQuery.of(call, false, MOST_PEOPLE);
        String department = tenant.person().asColleague().department().orElse("");
        return scopes -> {
            List<Colleague> found = tenant.directory().people().stream()
                    .filter(who -> !who.id().equals(tenant.person().objectId()))
                    .filter(who -> query.passes(path -> type(who).get(path)))
                    .sorted(Comparator.comparing((Colleague who) ->
                                    !who.department().orElse("").equals(department))
                            .thenComparing(Colleague::id))
                    .limit(query.call().query().containsKey("$top") ? query.top() : 10)
                    .toList();
            return query.page("users('me')/people", found, ColleaguesApi::person);
        };
    }

    private static Map<String, Object> type(Colleague who) {
        return switch (who.role()) {
            case EMPLOYEE -> type("Person", "OrganizationUser");
            case GUEST -> type("Other", "Guest");
            case ROOM -> type("Other", "Room");
            case SHARED_MAILBOX -> type("Other", "Mailbox");
        };
    }

    private static Map<String, Object> type(String type, String subclass) {
        return Map.of("personType/class", type, "personType/subclass", subclass);
    }

    private static ObjectNode person(Colleague who) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", who.id())
                .put("displayName", who.displayName())
                .put("givenName", who.givenName().orElse(null))
                .put("surname", who.surname().orElse(null))
                .put("department", who.department().orElse(null))
                .put("jobTitle", who.jobTitle().orElse(null))
                .put("userPrincipalName", who.username());
        node.putObject("personType")
                .put("class", type(who).get("personType/class").toString())
                .put("subclass", type(who).get("personType/subclass").toString());
        who.mail()
                .ifPresent(mail -> node.putArray("scoredEmailAddresses")
                        .addObject()
                        .put("address", mail)
                        .put("relevanceScore", 10));
        return node;
    }
}
