package app.ampel.face.control;

import app.ampel.domain.people.Candidate;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.people.TeamsLink;
import app.ampel.domain.presence.Presence;
import app.ampel.service.people.FindResult;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Parts of what is printed about people. What others have written is made harmless. Any thread. */
final class PeoplePhrases {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int LONGEST_NAME = 120;

    /** Below a line of which it says more. */
    private static final String BELOW = "    ";

    private final Messages words;
    private final Phrases phrases;
    private final Supplier<ZoneId> zone;
    private final Supplier<Instant> now;

    /** @param now what time it is for whoever knows the presences */
    PeoplePhrases(Messages words, Supplier<ZoneId> zone, Supplier<Instant> now) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.zone = zone;
        this.now = now;
    }

    /** The name, with the mail address where one is known. */
    String who(Person person) {
        String name = tame(person.name());
        String mail = person.mail().or(person::username).map(Phrases::whole).orElse("");
        if (name.isBlank()) {
            return mail.isEmpty() ? Phrases.whole(person.id()) : mail;
        }
        return mail.isEmpty() ? name : words.say("sentence.who", name, mail);
    }

    String name(Person person) {
        return person.name().isBlank() ? who(person) : tame(person.name());
    }

    String name(Contact contact) {
        return contact.name().isBlank() ? Phrases.whole(contact.id()) : tame(contact.name());
    }

    static String tame(String text) {
        return Phrases.tame(text, LONGEST_NAME);
    }

    /** Somebody in a list, with a mark that is seen without colours and in every alphabet. */
    String row(String name, Optional<Presence> presence, Reachability reachability) {
        String state = presence.map(phrases::presence).orElseGet(() -> words.say("people.state.unknown"));
        return words.say("people.row", mark(reachability), name, state);
    }

    /** The same with where he or she works. */
    String placed(String name, Optional<Presence> presence, Reachability reachability) {
        String row = row(name, presence, reachability);
        String place = presence.flatMap(Presence::workLocation)
                .map(word -> words.sayOr("people.location." + key(word), ""))
                .orElse("");
        return place.isEmpty() ? row : words.say("people.placed", row, place);
    }

    static String mark(Reachability reachability) {
        return switch (reachability) {
            case AVAILABLE, IDLE, AVAILABLE_OUT_OF_OFFICE -> "+";
            case AWAY, IN_A_MEETING -> "-";
            case NOT_NOW -> "x";
            case UNKNOWN -> "?";
        };
    }

    /** What somebody has written for others. */
    List<String> notes(Optional<Presence> presence) {
        List<String> lines = new ArrayList<>();
        presence.flatMap(Presence::statusMessage)
                .ifPresent(note -> lines.add(BELOW + words.say("people.note", Phrases.whole(note.text()))));
        presence.flatMap(Presence::automaticReply)
                .ifPresent(reply -> lines.add(BELOW + words.say("people.reply", Phrases.whole(reply))));
        return lines;
    }

    /** Microsoft may invent any word. */
    private static String key(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.matches("[a-z]+") ? small : "?";
    }

    /** How fresh that is. */
    String asOf(Instant asOf) {
        Duration age = Duration.between(asOf, now.get());
        return words.say(
                "people.as-of",
                CLOCK.format(asOf.atZone(zone.get())),
                phrases.ago(age.isNegative() ? Duration.ZERO : age));
    }

    /** Why this one. */
    String why(Candidate.Origin origin, int among) {
        return words.say("people.why", words.say(origin.key()), among);
    }

    /** Each link on a line of its own, and what found no room in them. */
    List<String> links(FindResult.Links links) {
        List<String> lines = new ArrayList<>(List.of(
                link("people.link.chat", links.chat()),
                link("people.link.call", links.call()),
                link("people.link.meeting", links.meeting())));
        String cutOff = longer(links.chat().cutOff(), links.meeting().cutOff());
        if (!cutOff.isEmpty()) {
            lines.add(words.say("people.cut-off"));
            cutOff.lines().map(line -> BELOW + Phrases.whole(line)).forEach(lines::add);
        }
        return lines;
    }

    String link(String key, TeamsLink link) {
        return words.say(key, link.address().toString());
    }

    private static String longer(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }

    /** Whom a search asks, in its order. */
    String search(FindRequest request) {
        List<String> parts = new ArrayList<>();
        request.primary().map(this::name).ifPresent(parts::add);
        request.secondary().stream().map(this::name).forEach(parts::add);
        request.pool().map(this::pool).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    boolean isGroup(ContactPool pool) {
        return pool.use() == PeopleUse.GROUPS;
    }

    String pool(ContactPool pool) {
        return pool.accept(new ContactPool.Visitor<String, RuntimeException>() {
            @Override
            public String group(ContactPool.OfGroup group) {
                return words.say("people.pool." + group.part().word(), tame(group.name()));
            }

            @Override
            public String department(ContactPool.OfDepartment department) {
                return words.say("people.pool.department", tame(department.name()));
            }

            @Override
            public String colleagues() {
                return words.say("people.pool.colleagues");
            }

            @Override
            public String list(ContactPool.OfList list) {
                return words.say("people.pool.list", tame(list.name()));
            }

            @Override
            public String everybody() {
                return words.say("people.pool.everybody");
            }
        });
    }
}
