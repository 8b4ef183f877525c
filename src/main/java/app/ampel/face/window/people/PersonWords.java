package app.ampel.face.window.people;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.Person;
import app.ampel.domain.presence.Presence;
import app.ampel.face.window.kit.Look;
import app.ampel.face.window.kit.Sign;
import app.ampel.face.window.kit.TeamsColour;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Other people in words. Pure. */
final class PersonWords {

    /** Between what is said in one line. */
    static final String BETWEEN = " · ";

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_NOTE = 400;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u2028\\u2029]+");
    private static final Look UNKNOWN = new Look(TeamsColour.NONE, Sign.QUESTION, true);

    private final Messages words;
    private final Phrases phrases;

    PersonWords(Messages words) {
        this.words = words;
        phrases = new Phrases(words);
    }

    String name(Person person) {
        return name(person.name());
    }

    String name(Contact contact) {
        return name(contact.name());
    }

    private String name(String name) {
        String line = line(name, LONGEST_NAME);
        return line.isEmpty() ? words.say("ui.people.nameless") : line;
    }

    /** The first letters of the first and of the last word; a sign that is no letter starts no name. */
    static String initials(String name) {
        List<String> starts = BLANKS.splitAsStream(name.strip())
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .map(word -> new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.ROOT))
                .toList();
        return switch (starts.size()) {
            case 0 -> "?";
            case 1 -> starts.get(0);
            default -> starts.get(0) + starts.get(starts.size() - 1);
        };
    }

    static Look look(Optional<Presence> presence) {
        return presence.map(Look::of).orElse(UNKNOWN);
    }

    String state(Optional<Presence> presence) {
        return presence.map(phrases::presence).orElseGet(() -> words.say("ui.people.unknown"));
    }

    /** What there is beside the state: what the mailbox answers, the note, the place. */
    List<String> details(Presence presence) {
        List<String> all = new ArrayList<>();
        presence.automaticReply()
                .map(reply -> line(reply, LONGEST_NOTE))
                .filter(reply -> !reply.isEmpty())
                .ifPresent(reply -> all.add(words.say("ui.people.reply", reply)));
        presence.statusMessage()
                .map(note -> line(note.text(), LONGEST_NOTE))
                .filter(note -> !note.isEmpty())
                .ifPresent(note -> all.add(words.say("ui.people.note", note)));
        presence.workLocation()
                .map(this::place)
                .filter(place -> !place.isEmpty())
                .ifPresent(all::add);
        return all;
    }

    /** A word that nobody knows says nothing. */
    private String place(String word) {
        String key = word.toLowerCase(Locale.ROOT);
        return key.matches("[a-z]+") ? words.sayOr("ui.people.place." + key, "") : "";
    }

    String fresh(Instant asOf, Instant now) {
        Duration age = Duration.between(asOf, now);
        return words.say("ui.people.fresh", phrases.ago(age.isNegative() ? Duration.ZERO : age));
    }

    /** What tells two of the same name apart, and says who it is. */
    String about(Person person) {
        return Stream.of(person.jobTitle(), person.department(), person.mail())
                .flatMap(Optional::stream)
                .map(text -> line(text, LONGEST_NAME))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(BETWEEN));
    }

    private static String line(String text, int longest) {
        return Phrases.tame(BLANKS.matcher(text).replaceAll(" ").strip(), longest);
    }
}
