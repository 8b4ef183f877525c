package app.ampel.adapter.files;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DesiredStatus;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.Hint;
import app.ampel.domain.status.NoteSlot;
import app.ampel.domain.status.Outcome;
import app.ampel.domain.status.PreferredSlot;
import app.ampel.domain.status.PresenceCode;
import app.ampel.domain.status.SessionSlot;
import app.ampel.domain.status.StatusOverride;
import app.ampel.domain.status.StatusRequest;
import app.ampel.domain.status.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The status set by hand to JSON and back. Reading throws a {@link RuntimeException} where the JSON is not what writing
 * made. Pure.
 */
final class SavedStatusJson {

    private SavedStatusJson() {}

    static ObjectNode write(StatusOverride manual) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        manual.wish().ifPresent(wish -> root.set("wish", write(wish)));
        manual.session()
                .held()
                .ifPresent(held -> root.putObject("session")
                        .put("pair", held.pair().toString())
                        .put("since", held.since().toString())
                        .put("mayLastUntil", held.mayLastUntil().toString()));
        manual.preferred()
                .held()
                .ifPresent(held ->
                        root.set("preferred", write(held, manual.preferred().userCleared())));
        manual.note().held().ifPresent(held -> root.set("note", write(held)));
        root.set("said", array(manual.said().stream().map(Hint::name)));
        return root;
    }

    private static ArrayNode array(Stream<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.sorted().forEach(array::add);
        return array;
    }

    private static Set<String> set(JsonNode array) {
        Set<String> values = new HashSet<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static ObjectNode write(DesiredStatus wish) {
        StatusRequest request = wish.request();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("choice", request.choice().word())
                .put("ends", request.end().kind().name())
                .put("until", request.end().at().toString())
                .put("lightOnly", request.lightOnly())
                .put("takeOver", request.takeOver())
                .put("since", wish.since().toString())
                .put("replaced", wish.verdict() == Outcome.REPLACED)
                .put("offlineAfter", wish.offlineAfter());
        request.note().ifPresent(text -> node.put("note", text));
        return node;
    }

    private static ObjectNode write(PreferredSlot.Held held, boolean userCleared) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("pair", held.pair().toString())
                .put("since", held.since().toString())
                .put("until", held.until().toString())
                .put("taken", held.taken())
                .put("mayLastUntil", held.mayLastUntil().toString())
                .put("userCleared", userCleared);
        node.set("possible", array(held.possible().stream().map(PresenceCode::toString)));
        return node;
    }

    private static ObjectNode write(NoteSlot.Held held) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("text", held.text())
                .put("since", held.since().toString())
                .put("until", held.until().toString())
                .put("taken", held.taken());
        node.set("possible", array(held.possible().stream()));
        held.before().ifPresent(message -> {
            ObjectNode before = node.putObject("before").put("text", message.text());
            message.until().ifPresent(until -> before.put("until", until.toString()));
            message.original()
                    .ifPresent(original -> before.putObject("original")
                            .put("contentType", original.contentType())
                            .put("end", original.end())
                            .put("zone", original.zone()));
        });
        return node;
    }

    static StatusOverride read(JsonNode root) {
        Set<Hint> said = EnumSet.noneOf(Hint.class);
        root.path("said").forEach(hint -> said.add(Hint.valueOf(hint.asText())));
        return new StatusOverride(
                there(root, "wish").map(SavedStatusJson::wish),
                new SessionSlot(there(root, "session").map(SavedStatusJson::session), Trouble.NONE),
                new PreferredSlot(
                        there(root, "preferred").map(SavedStatusJson::preferred),
                        root.path("preferred").path("userCleared").asBoolean(),
                        Trouble.NONE),
                new NoteSlot(there(root, "note").map(SavedStatusJson::note), Optional.empty(), Trouble.NONE),
                Optional.empty(),
                said);
    }

    private static DesiredStatus wish(JsonNode node) {
        StatusRequest request = new StatusRequest(
                WireName.of(node.path("choice").asText(), Choice.class).orElseThrow(),
                new Expiry(Expiry.Kind.valueOf(node.path("ends").asText()), time(node, "until")),
                text(node, "note"),
                node.path("lightOnly").asBoolean(),
                node.path("takeOver").asBoolean());
        boolean replaced = node.path("replaced").asBoolean();
        return new DesiredStatus(
                request,
                time(node, "since"),
                Optional.empty(),
                replaced ? Outcome.REPLACED : Outcome.NOT_SEEN,
                replaced,
                Set.of(),
                node.path("offlineAfter").asBoolean());
    }

    private static SessionSlot.Held session(JsonNode node) {
        return SessionSlot.Held.resumed(
                pair(node.path("pair").asText()), time(node, "since"), time(node, "mayLastUntil"));
    }

    private static PreferredSlot.Held preferred(JsonNode node) {
        return new PreferredSlot.Held(
                pair(node.path("pair").asText()),
                time(node, "since"),
                time(node, "until"),
                node.path("taken").asBoolean(),
                set(node.path("possible")).stream().map(SavedStatusJson::pair).collect(Collectors.toSet()),
                time(node, "mayLastUntil"),
                Optional.empty());
    }

    private static NoteSlot.Held note(JsonNode node) {
        Optional<StatusMessage> before = there(node, "before")
                .map(message -> new StatusMessage(
                        message.path("text").asText(),
                        text(message, "until").map(Instant::parse),
                        there(message, "original").map(SavedStatusJson::original),
                        Optional.empty()));
        return new NoteSlot.Held(
                node.path("text").asText(),
                time(node, "since"),
                time(node, "until"),
                node.path("taken").asBoolean(),
                set(node.path("possible")),
                before,
                false);
    }

    private static StatusMessage.Original original(JsonNode node) {
        return new StatusMessage.Original(
                node.path("contentType").asText(),
                node.path("end").asText(),
                node.path("zone").asText());
    }

    private static PresenceCode pair(String text) {
        String[] words = text.split("/", 2);
        return new PresenceCode(new Availability(words[0]), new Activity(words[1]));
    }

    private static Instant time(JsonNode node, String name) {
        return Instant.parse(node.path(name).asText());
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue());
    }

    private static Optional<JsonNode> there(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isObject);
    }
}
