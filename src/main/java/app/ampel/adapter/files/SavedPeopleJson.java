package app.ampel.adapter.files;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.PresenceWait;
import app.ampel.domain.people.PresenceWaits;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.people.WatchList;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is kept of other people to JSON and back. Reading throws a {@link RuntimeException} where the JSON is not what writing made. Pure.
 */
final class SavedPeopleJson {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private SavedPeopleJson() {}

    static ObjectNode write(SavedPeople saved) {
        ObjectNode root = MAKE.objectNode();
        root.put("order", saved.watchList().order().word());
        root.set("watchList", array(saved.watchList().contacts(), SavedPeopleJson::write));
        root.set("searches", array(saved.searches(), SavedPeopleJson::write));
        root.set(
                "lists",
                array(
                        saved.lists(),
                        list -> named(list.name()).set("contacts", array(list.contacts(), SavedPeopleJson::write))));
        root.set("waits", array(saved.waits().waits(), SavedPeopleJson::write));
        root.set("hidden", texts(saved.hidden().stream().sorted().toList()));
        return root;
    }

    static SavedPeople read(String owner, JsonNode root) {
        return new SavedPeople(
                owner,
                new WatchList(
                        list(root.path("watchList"), SavedPeopleJson::contact),
                        word(root.path("order"), WatchList.Order.class)),
                list(root.path("searches"), SavedPeopleJson::search),
                list(
                        root.path("lists"),
                        node -> new ContactList(
                                text(node.path("name")), list(node.path("contacts"), SavedPeopleJson::contact))),
                new PresenceWaits(list(root.path("waits"), SavedPeopleJson::presenceWait)),
                set(root.path("hidden")));
    }

    private static ObjectNode named(String name) {
        return MAKE.objectNode().put("name", name);
    }

    private static ObjectNode write(Contact contact) {
        return named(contact.name()).put("id", contact.id());
    }

    private static Contact contact(JsonNode node) {
        return new Contact(text(node.path("id")), text(node.path("name")));
    }

    private static ObjectNode write(PresenceWait awaited) {
        ObjectNode node = MAKE.objectNode().put("until", awaited.until().toString());
        return node.set("ids", texts(awaited.ids()));
    }

    private static PresenceWait presenceWait(JsonNode node) {
        return new PresenceWait(list(node.path("ids"), SavedPeopleJson::text), Instant.parse(text(node.path("until"))));
    }

    private static ObjectNode write(SavedSearch search) {
        FindRequest request = search.request();
        ObjectNode node = named(search.name());
        request.primary().ifPresent(primary -> node.set("primary", write(primary)));
        node.set("secondary", array(request.secondary(), SavedPeopleJson::write));
        request.pool().ifPresent(pool -> node.set("pool", pool.accept(WRITING)));
        return node.set("excluded", texts(request.excluded().stream().sorted().toList()));
    }

    private static SavedSearch search(JsonNode node) {
        return new SavedSearch(
                text(node.path("name")),
                new FindRequest(
                        optional(node.path("primary"), SavedPeopleJson::contact),
                        list(node.path("secondary"), SavedPeopleJson::contact),
                        optional(node.path("pool"), SavedPeopleJson::pool),
                        set(node.path("excluded"))));
    }

    private static final ContactPool.Visitor<ObjectNode, RuntimeException> WRITING = new ContactPool.Visitor<>() {
        @Override
        public ObjectNode group(ContactPool.OfGroup group) {
            return named(group.name())
                    .put("of", "group")
                    .put("id", group.group())
                    .put("part", group.part().word());
        }

        @Override
        public ObjectNode department(ContactPool.OfDepartment department) {
            return named(department.name()).put("of", "department");
        }

        @Override
        public ObjectNode colleagues() {
            return MAKE.objectNode().put("of", "colleagues");
        }

        @Override
        public ObjectNode list(ContactPool.OfList list) {
            return named(list.name()).put("of", "list");
        }

        @Override
        public ObjectNode everybody() {
            return MAKE.objectNode().put("of", "everybody");
        }
    };

    private static ContactPool pool(JsonNode node) {
        return switch (text(node.path("of"))) {
            case "group" ->
                new ContactPool.OfGroup(
                        text(node.path("id")),
                        text(node.path("name")),
                        word(node.path("part"), ContactPool.Part.class));
            case "department" -> new ContactPool.OfDepartment(text(node.path("name")));
            case "colleagues" -> new ContactPool.Colleagues();
            case "list" -> new ContactPool.OfList(text(node.path("name")));
            case "everybody" -> new ContactPool.Everybody();
            default -> throw new IllegalArgumentException("an unknown pool");
        };
    }

    private static <T> ArrayNode array(Collection<T> values, Function<T, ObjectNode> writer) {
        ArrayNode array = MAKE.arrayNode();
        values.forEach(value -> array.add(writer.apply(value)));
        return array;
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode array = MAKE.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> values = new ArrayList<>();
        array.forEach(value -> values.add(reader.apply(value)));
        return values;
    }

    private static Set<String> set(JsonNode array) {
        return new HashSet<>(list(array, SavedPeopleJson::text));
    }

    private static <T> Optional<T> optional(JsonNode node, Function<JsonNode, T> reader) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(reader.apply(node));
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("a text is missing");
        }
        return node.textValue();
    }

    private static <E extends Enum<E> & WireName> E word(JsonNode node, Class<E> among) {
        return WireName.of(text(node), among).orElseThrow(() -> new IllegalArgumentException("an unknown word"));
    }
}
