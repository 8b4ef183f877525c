package app.ampel.demo;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** The five actions on a presence. Each checks its body at once and gives back what is then to be done. */
final class PresenceActions {

    private final Tenant tenant;

    PresenceActions(Tenant tenant) {
        this.tenant = tenant;
    }

    Runnable setPresence(String body) {
        Fields fields = Fields.of(body, "sessionId", "availability", "activity", "expirationDuration");
        String session = sessionId(fields);
        ScriptedPresence pair = pair(fields);
        SetRules.requireSessionPair(pair);
        Duration lease = SetRules.lease(fields.text("expirationDuration"));
        return () -> tenant.setSession(session, pair, lease);
    }

    Runnable clearPresence(String body) {
        String session = sessionId(Fields.of(body, "sessionId"));
        return () -> {
            if (!tenant.clearSession(session)) {
                throw new Refusal(404, "NotFound", "The presence session does not exist.");
            }
        };
    }

    Runnable setPreferred(String body) {
        Fields fields = Fields.of(body, "availability", "activity", "expirationDuration");
        ScriptedPresence pair = pair(fields);
        SetRules.requirePreferredPair(pair);
        Duration duration = SetRules.preferredFor(pair, fields.text("expirationDuration"));
        return () -> tenant.setPreferred(pair, duration);
    }

    /** The page sends an empty object, the SDK nothing at all. */
    Runnable clearPreferred(String body) {
        if (!body.isBlank()) {
            Fields.of(body);
        }
        return tenant::clearPreferred;
    }

    Runnable setStatusMessage(String body) {
        Fields outer = Fields.of(body, "statusMessage");
        Fields status = outer.requiredObject("statusMessage", "message", "expiryDateTime", "publishedDateTime");
        Optional<Fields> message = status.object("message", "content", "contentType");
        String type = message.flatMap(fields -> fields.text("contentType")).orElse("text");
        if (!type.equalsIgnoreCase("text")) {
            throw Refusal.invalidArgument("The contentType has to be text.");
        }
        String text = message.flatMap(fields -> fields.text("content")).orElse("");
        Optional<Instant> until =
                status.object("expiryDateTime", "dateTime", "timeZone").map(PresenceActions::instant);
        return () -> tenant.setMessage(text, until);
    }

    /** Has to be the application's own id (Microsoft's page); what another one does is not documented, so: refused. */
    private String sessionId(Fields fields) {
        String id = fields.requiredText("sessionId");
        if (!id.equalsIgnoreCase(tenant.person().clientId())) {
            throw Refusal.invalidArgument("[SessionId]: The SessionId has to be the application's id.");
        }
        return id.toLowerCase(Locale.ROOT);
    }

    private static ScriptedPresence pair(Fields fields) {
        return new ScriptedPresence(
                new Availability(fields.requiredText("availability")), new Activity(fields.requiredText("activity")));
    }

    /** A local time without an offset, and the name of its zone. */
    private static Instant instant(Fields fields) {
        try {
            ZoneId zone = ZoneId.of(fields.text("timeZone").orElse("UTC"));
            return LocalDateTime.parse(fields.requiredText("dateTime"))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalidArgument("The expiryDateTime is not a local time and a time zone.");
        }
    }
}
