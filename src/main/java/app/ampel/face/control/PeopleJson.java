package app.ampel.face.control;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.people.TeamsLink;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.PeopleSnapshot;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Other people as {@code ampel people … --json} prints them. The members are promised to scripts, as those of {@link StatusJson} are:
 * what may not be read, or is not known, is {@code null}. Microsoft's words as Microsoft writes them. Pure.
 */
final class PeopleJson {

    private PeopleJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Who somebody is, as far as the granted scopes show it. */
    static ObjectNode person(Person person) {
        return object().put("id", person.id())
                .put("name", person.name())
                .put("mail", person.mail().orElse(null))
                .put("username", person.username().orElse(null))
                .put("department", person.department().orElse(null))
                .put("jobTitle", person.jobTitle().orElse(null));
    }

    /** The same of somebody who was not asked for. */
    static ObjectNode person(Contact contact, Optional<Person> person) {
        return person.map(PeopleJson::person).orElseGet(() -> {
            ObjectNode node = contact(contact);
            Stream.of("mail", "username", "department", "jobTitle").forEach(node::putNull);
            return node;
        });
    }

    static ObjectNode contact(Contact contact) {
        return object().put("id", contact.id()).put("name", contact.name());
    }

    /** Adds what somebody does, as far as that is known. */
    static ObjectNode state(
            ObjectNode person, Optional<Presence> presence, Reachability reachability, Optional<Instant> asOf) {
        person.put("availability", presence.map(it -> it.availability().word()).orElse(null))
                .put("activity", presence.map(it -> it.activity().word()).orElse(null))
                .put("outOfOffice", presence.map(Presence::isOutOfOffice).orElse(null))
                .put("workLocation", presence.flatMap(Presence::workLocation).orElse(null));
        return reachable(person, reachability, asOf);
    }

    static ObjectNode reachable(ObjectNode person, Reachability reachability, Optional<Instant> asOf) {
        return person.put("reachability", reachability.word())
                .put("available", reachability.isFree())
                .put("asOf", asOf.map(StatusJson::time).orElse(null));
    }

    /** Adds what somebody has written for others. */
    static ObjectNode notes(ObjectNode person, Optional<Presence> presence) {
        return person.put(
                        "message",
                        presence.flatMap(Presence::statusMessage)
                                .map(StatusMessage::text)
                                .orElse(null))
                .put("reply", presence.flatMap(Presence::automaticReply).orElse(null));
    }

    /** Adds the links, and what of the question found no room in each. */
    static void links(ObjectNode answer, Optional<FindResult.Links> links) {
        if (links.isEmpty()) {
            answer.putNull("links");
            return;
        }
        FindResult.Links all = links.get();
        ObjectNode node = answer.putObject("links");
        ObjectNode cutOff = object();
        link("chat", all.chat(), node, cutOff);
        link("call", all.call(), node, cutOff);
        link("meeting", all.meeting(), node, cutOff);
        if (!cutOff.isEmpty()) {
            answer.set("cutOff", cutOff);
        }
    }

    private static void link(String name, TeamsLink link, ObjectNode links, ObjectNode cutOff) {
        links.put(name, link.address().toString());
        if (!link.cutOff().isEmpty()) {
            cutOff.put(name, link.cutOff());
        }
    }

    static ArrayNode lists(List<ContactList> lists) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        lists.forEach(list -> array.addObject().put("name", list.name()).set("people", contacts(list.contacts())));
        return array;
    }

    private static ArrayNode contacts(List<Contact> contacts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        contacts.forEach(each -> array.add(contact(each)));
        return array;
    }

    static ArrayNode searches(List<PeopleSnapshot.Search> searches) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (PeopleSnapshot.Search each : searches) {
            SavedSearch search = each.search();
            ObjectNode one = array.addObject().put("name", search.name()).put("ready", each.ready());
            one.set("primary", orNull(search.request().primary().map(PeopleJson::contact)));
            one.set("secondary", contacts(search.request().secondary()));
            one.set("pool", orNull(search.request().pool().map(PeopleJson::pool)));
            ArrayNode excluded = one.putArray("excluded");
            search.request().excluded().stream().sorted().forEach(excluded::add);
        }
        return array;
    }

    private static JsonNode orNull(Optional<ObjectNode> node) {
        return node.isPresent() ? node.get() : JsonNodeFactory.instance.nullNode();
    }

    static ObjectNode pool(ContactPool pool) {
        return pool.accept(new ContactPool.Visitor<ObjectNode, RuntimeException>() {
            @Override
            public ObjectNode group(ContactPool.OfGroup group) {
                return kind("group")
                        .put("id", group.group())
                        .put("name", group.name())
                        .put("part", group.part().word());
            }

            @Override
            public ObjectNode department(ContactPool.OfDepartment department) {
                return kind("department").put("name", department.name());
            }

            @Override
            public ObjectNode colleagues() {
                return kind("colleagues");
            }

            @Override
            public ObjectNode list(ContactPool.OfList list) {
                return kind("list").put("name", list.name());
            }

            @Override
            public ObjectNode everybody() {
                return kind("everybody");
            }
        });
    }

    private static ObjectNode kind(String kind) {
        return object().put("kind", kind);
    }
}
