package app.ampel.face.tray;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.Person;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes "People" of what is known: who is watched, and the searches that were saved. Pure; any thread. */
final class PeopleMenu {

    static final int MOST_PEOPLE = 10;
    static final int MOST_SEARCHES = 10;
    static final int LONGEST_ROW = 60;

    /** Of a row; the name has the rest. */
    private static final int LONGEST_STATE = 28;

    private final Messages words;
    private final Phrases phrases;

    /** @param words of the screen, see {@link Messages#onScreen} */
    PeopleMenu(Messages words) {
        this.words = words;
        this.phrases = new Phrases(words);
    }

    /**
     * What is shown.
     *
     * @param permitted whether their presence may be read
     * @param answered of whom nothing will be told just now, if nothing is known
     * @param missed what no message could be shown of, by key
     */
    record View(
            PeopleSnapshot known,
            boolean permitted,
            Predicate<PeopleSnapshot.Row> answered,
            Map<String, String> missed) {}

    /** Empty where there is nothing to show, or it may not be. */
    Optional<Item> of(View view) {
        PeopleSnapshot known = view.known();
        boolean on = known.access().get(PeopleFeature.PEOPLE) == PeopleFeature.Access.ON;
        boolean any = !known.watchList().isEmpty()
                || !known.searches().isEmpty()
                || !view.missed().isEmpty();
        return Optional.of(view)
                .filter(it -> on && any)
                .map(it -> Item.menu("people", words.say("tray.people"), lines(it)));
    }

    private List<Item> lines(View view) {
        List<List<Item>> parts = List.of(
                view.missed().entrySet().stream()
                        .map(missed -> Item.line(
                                "people/missed/" + missed.getKey(),
                                Phrases.tame(missed.getValue(), LONGEST_ROW),
                                new TrayAction.Missed(missed.getKey())))
                        .toList(),
                view.permitted() || view.known().watchList().isEmpty()
                        ? List.of()
                        : List.of(Item.note("people/permission", words.say("tray.people.permission"))),
                view.known().watchList().stream()
                        .limit(MOST_PEOPLE)
                        .map(row ->
                                row(row, !view.permitted() || view.answered().test(row)))
                        .toList(),
                view.known().searches().stream()
                        .limit(MOST_SEARCHES)
                        .map(search -> search(search.search().name()))
                        .toList(),
                List.of(Item.line("people/open", words.say("tray.people.open"), new TrayAction.OpenPeople())));
        List<Item> lines = new ArrayList<>();
        for (List<Item> part : parts) {
            if (!part.isEmpty()) {
                if (!lines.isEmpty()) {
                    lines.add(Item.separator("people/" + lines.size()));
                }
                lines.addAll(part);
            }
        }
        return lines;
    }

    /** That this person has become available. */
    String available(Contact who) {
        int room = LONGEST_ROW - words.say("tray.people.available", "").length();
        return words.say("tray.people.available", Phrases.tame(name(who.name()), room));
    }

    private Item row(PeopleSnapshot.Row row, boolean answered) {
        String key = "people/who/" + row.contact().id();
        String state = Phrases.tame(state(row, answered), LONGEST_STATE);
        int room = LONGEST_ROW - words.say("tray.people.row", state, "").length();
        String name = Phrases.tame(
                name(row.person().map(Person::name).orElse(row.contact().name())), room);
        String text = words.say("tray.people.row", state, name);
        return row.gone()
                ? Item.note(key, text)
                : Item.line(key, text, new TrayAction.Chat(row.contact().id()));
    }

    private String name(String name) {
        return name.isBlank() ? words.say("tray.people.nameless") : name;
    }

    private String state(PeopleSnapshot.Row row, boolean answered) {
        if (row.gone()) {
            return words.say("tray.people.gone");
        }
        return row.presence()
                .map(phrases::presence)
                .orElseGet(() -> words.say(answered ? "tray.people.unknown" : "tray.people.waiting"));
    }

    private Item search(String name) {
        int room = LONGEST_ROW - words.say("tray.people.find", "").length();
        return Item.line(
                "people/find/" + name,
                words.say("tray.people.find", Phrases.tame(name, room)),
                new TrayAction.Find(name));
    }
}
