package app.ampel;

import app.ampel.adapter.graph.TenantOnLoopback;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** What a tenant has taken of somebody's status, by what it was asked for over the wire; strikes at a request that is named. */
final class HeldByMicrosoft implements TenantOnLoopback.Witness {

    /** One of the three things that are held there. */
    record Held(String what, Instant until) {}

    private Optional<Held> session = Optional.empty();
    private Optional<Held> preferred = Optional.empty();
    private Optional<Held> note = Optional.empty();
    private int taken;
    private int untilArrival;
    private int untilDone;
    private Runnable strike = () -> {};

    /** @param which 0 is the next */
    synchronized void onArrival(int which, Runnable what) {
        untilArrival = which + 1;
        strike = what;
    }

    /** As soon as it was taken, before the answer. */
    synchronized void onDone(int which, Runnable what) {
        untilDone = which + 1;
        strike = what;
    }

    synchronized void onNothing() {
        untilArrival = 0;
        untilDone = 0;
    }

    @Override
    public synchronized void arrived(String action) {
        if (untilArrival > 0 && --untilArrival == 0) {
            strike.run();
        }
    }

    @Override
    public synchronized void done(String action, ObjectNode body, int status) {
        if (status == 200) {
            taken(action, body, Instant.now());
        }
        if (untilDone > 0 && --untilDone == 0) {
            strike.run();
        }
    }

    private void taken(String action, JsonNode body, Instant now) {
        taken += action.equals("presence") ? 0 : 1;
        switch (action) {
            case "setPresence" -> session = Optional.of(timed(body, now));
            case "clearPresence" -> session = Optional.empty();
            case "setUserPreferredPresence" -> preferred = Optional.of(timed(body, now));
            case "clearUserPreferredPresence" -> preferred = Optional.empty();
            case "setStatusMessage" -> note = note(body.path("statusMessage"));
            default -> {}
        }
    }

    private static Held timed(JsonNode body, Instant now) {
        String pair =
                body.path("availability").asText() + "/" + body.path("activity").asText();
        return new Held(
                pair, now.plus(Duration.parse(body.path("expirationDuration").asText())));
    }

    private static Optional<Held> note(JsonNode message) {
        String text = message.path("message").path("content").asText();
        JsonNode end = message.path("expiryDateTime");
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Held(
                        text,
                        LocalDateTime.parse(end.path("dateTime").asText())
                                .atZone(ZoneId.of(end.path("timeZone").asText()))
                                .toInstant()));
    }

    synchronized Optional<Held> session(Instant now) {
        return session.filter(held -> now.isBefore(held.until()));
    }

    synchronized Optional<Held> preferred(Instant now) {
        return preferred.filter(held -> now.isBefore(held.until()));
    }

    synchronized Optional<Held> note(Instant now) {
        return note.filter(held -> now.isBefore(held.until()));
    }

    /** How often it was told something. */
    synchronized int howOften() {
        return taken;
    }

    boolean isNothing(Instant now) {
        return session(now).isEmpty() && preferred(now).isEmpty() && note(now).isEmpty();
    }

    @Override
    public synchronized String toString() {
        return "session " + session + ", preferred " + preferred + ", note " + note;
    }
}
