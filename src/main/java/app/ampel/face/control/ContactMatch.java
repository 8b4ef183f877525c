package app.ampel.face.control;

import app.ampel.domain.people.Contact;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who of some that are known is meant by what was typed, without asking anybody. Pure. */
final class ContactMatch {

    private ContactMatch() {}

    /** Whoever has that id or name; else those whose name has words that begin like the typed ones, in any order. */
    static List<Contact> of(List<Contact> all, String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        List<Contact> exact = all.stream()
                .filter(contact -> isSame(contact.id(), typed) || isSame(contact.name(), typed))
                .toList();
        return exact.isEmpty()
                ? all.stream().filter(contact -> begins(contact.name(), typed)).toList()
                : exact;
    }

    private static boolean begins(String name, String typed) {
        List<String> words = words(name).toList();
        return words(typed).allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    static boolean isSame(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }
}
