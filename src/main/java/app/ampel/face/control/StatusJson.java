package app.ampel.face.control;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.light.LightState;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.ManualStatus;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ampel status --json} prints; a promise to scripts. Members marked with a question mark in the
 * documentation are left out when there is nothing to say, all others are there, {@code null} if need be. Times and
 * durations ISO 8601, colours {@code #rrggbb}, words in lower-case-with-hyphens but Microsoft's as Microsoft writes
 * them.
 */
public final class StatusJson {

    private StatusJson() {}

    public static ObjectNode of(Overview overview) {
        Snapshot now = overview.snapshot();
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.set("reading", reading(now.reading()));
        status.set("manual", now.manual().map(StatusJson::manual).orElse(JsonNodeFactory.instance.nullNode()));
        status.set("lights", lights(overview.lights()));
        status.set("account", account(now.account()));
        ObjectNode poll = status.putObject("poll");
        poll.put(
                "next",
                now.poll().map(Snapshot.Poll::next).map(StatusJson::time).orElse(null));
        poll.put("interval", now.poll().map(p -> p.interval().toString()).orElse(null));
        return status;
    }

    /** The lights alone, as {@code ampel lights --json} prints them. */
    public static ArrayNode lights(List<LightState> lights) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (LightState light : lights) {
            ObjectNode one = array.addObject()
                    .put("id", light.id())
                    .put("model", light.model())
                    .put("transport", light.transport().word())
                    .put("state", light.condition().word())
                    .put("colour", light.shown().colour().toString())
                    .put("effect", light.shown().effect().word());
            light.name().ifPresent(name -> one.put("name", name));
        }
        return array;
    }

    private static ObjectNode reading(PresenceReading reading) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Optional<PresenceReading.Last> last = reading.last();
        node.put("kind", reading.kind().word());
        node.put(
                "availability",
                last.map(l -> l.presence().availability().word()).orElse(null));
        node.put("activity", last.map(l -> l.presence().activity().word()).orElse(null));
        node.put("at", last.map(l -> time(l.at())).orElse(null));
        reading.until().ifPresent(until -> node.put("until", time(until)));
        reading.problem()
                .ifPresent(problem -> node.put("problem", problem.kind().word()));
        return node;
    }

    private static JsonNode manual(ManualStatus manual) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("choice", manual.choice().word())
                .put("availability", manual.choice().availability().word())
                .put("activity", manual.choice().activity().word())
                .put("since", time(manual.since()))
                .put("until", time(manual.until()))
                .put("ends", manual.ends().word())
                .put("leaseUntil", manual.leaseUntil().map(StatusJson::time).orElse(null))
                .put("state", manual.state().word())
                .put("takesOver", manual.takesOver())
                .put("message", manual.note().orElse(null));
        manual.overridden().ifPresent(why -> node.put("overridden", why.word()));
        manual.problem().ifPresent(problem -> node.put("problem", problem.kind().word()));
        manual.noteProblem()
                .ifPresent(problem -> node.put("messageProblem", problem.kind().word()));
        return node;
    }

    private static ObjectNode account(AccountState account) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("state", account.kind().word());
        Optional<Profile> profile = account.profile();
        profile.ifPresent(who -> node.put("name", who.name()).put("username", who.username()));
        return node;
    }

    /** Whole seconds: nobody's light changes by the millisecond. */
    public static String time(Instant when) {
        return when.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
