package app.ampel.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The person and their presence as Graph writes them. */
final class GraphAnswers {

    static final String CONTEXT = "https://" + GraphApi.HOST + "/v1.0/$metadata#";

    private final DemoUser person;

    GraphAnswers(DemoUser person) {
        this.person = person;
    }

    /** The eleven properties that come unasked. */
    HttpResponse me(HttpRequest call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("@odata.context", CONTEXT + "users/$entity");
        body.putArray("businessPhones");
        body.put("displayName", person.displayName())
                .put("givenName", person.givenName())
                .put("jobTitle", person.jobTitle())
                .put("mail", person.username())
                .putNull("mobilePhone")
                .put("officeLocation", person.officeLocation())
                .put("preferredLanguage", "en-GB")
                .put("surname", person.surname())
                .put("userPrincipalName", person.username())
                .put("id", person.objectId());
        return HttpResponse.json(200, selected(body, call));
    }

    HttpResponse presence(Tenant.Marked marked, HttpRequest call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("@odata.context", CONTEXT + "users('" + person.objectId() + "')/presence/$entity");
        return HttpResponse.json(200, selected(body.setAll(presence(marked)), call));
    }

    ObjectNode presence(Tenant.Marked marked) {
        PresenceState.Seen seen = marked.seen();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", person.objectId())
                .put("availability", seen.pair().availability().word())
                .put("activity", seen.pair().activity().word())
                // Twelve digits, so that it sorts as text.
                .put("sequenceNumber", String.format(Locale.ROOT, "A%012d", marked.sequence()));
        body.putObject("outOfOfficeSettings")
                .put("isOutOfOffice", seen.outOfOffice())
                .putNull("message");
        body.putObject("workLocation")
                .put("workLocationType", seen.location().word())
                .put("source", seen.location() == Teams.WorkLocation.UNSPECIFIED ? "none" : "scheduled")
                .putNull("placeId");
        seen.message()
                .ifPresentOrElse(
                        message -> body.set("statusMessage", statusMessage(message)),
                        () -> body.putNull("statusMessage"));
        return body;
    }

    static ObjectNode statusMessage(TenantNote message) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putObject("message").put("content", message.text()).put("contentType", "text");
        node.put("publishedDateTime", message.published().toString());
        message.until()
                .ifPresentOrElse(
                        until -> node.putObject("expiryDateTime")
                                .put("dateTime", local(until))
                                .put("timeZone", "UTC"),
                        () -> node.putNull("expiryDateTime"));
        return node;
    }

    private static String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC).toString();
    }

    private static ObjectNode selected(ObjectNode body, HttpRequest call) {
        String select = call.query().getOrDefault("$select", "");
        if (select.isEmpty()) {
            return body;
        }
        List<String> names = Arrays.asList(select.split(","));
        Set<String> kept = names.stream().map(String::strip).collect(Collectors.toSet());
        kept.add("@odata.context");
        for (String name : kept) {
            if (!body.has(name)) {
                throw new Refusal(400, "BadRequest", "Could not find a property named '" + name + "'.");
            }
        }
        return body.retain(kept);
    }
}
