package app.ampel.face.control;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.people.TechnicalAccount;
import app.ampel.domain.people.Wall;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.people.PersonAnswer;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Other people, for people and for programs: answers with the members {@code people} and {@code text}, and {@code exit} where it
 * is not 0. Pure.
 */
final class PeopleReport {

    /** Nobody reads more, and whoever asks has to hold all of it. */
    static final int MOST_ROWS = 5_000;

    private final Messages words;
    private final PeoplePhrases phrases;

    PeopleReport(Messages words, PeoplePhrases phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    ObjectNode watchList(PeopleSnapshot now) {
        ObjectNode answer = LineStarts.ok();
        ObjectNode people = answer.putObject("people")
                .put("available", now.free())
                .put("of", now.watchList().size());
        ArrayNode rows = people.putArray("people");
        ArrayNode text = answer.putArray("text");
        if (now.watchList().isEmpty()) {
            text.add(words.say("people.list.empty"));
        } else if (now.watchList().size() > 1) {
            text.add(words.say("people.available", now.free(), now.watchList().size()));
        }
        for (PeopleSnapshot.Row row : now.watchList()) {
            ObjectNode one = PeopleJson.person(row.contact(), row.person());
            PeopleJson.state(one, row.presence(), row.reachability(), row.asOf());
            rows.add(PeopleJson.notes(one, row.presence()).put("gone", row.gone()));
            if (row.gone()) {
                text.add(words.say("people.row", "?", name(row), words.say("people.gone")));
            } else {
                text.add(phrases.placed(name(row), row.presence(), row.reachability()));
                phrases.notes(row.presence()).forEach(text::add);
            }
        }
        return answer;
    }

    private String name(PeopleSnapshot.Row row) {
        return row.person().map(phrases::name).orElseGet(() -> phrases.name(row.contact()));
    }

    ObjectNode show(PersonAnswer answer) {
        ObjectNode all = LineStarts.ok();
        ObjectNode person = PeopleJson.person(answer.person());
        PeopleJson.state(person, answer.presence(), answer.reachability(), Optional.of(answer.asOf()));
        PeopleJson.links(PeopleJson.notes(person, answer.presence()), answer.links());
        all.set("people", person);
        ArrayNode text = all.putArray("text")
                .add(phrases.placed(phrases.who(answer.person()), answer.presence(), answer.reachability()));
        phrases.notes(answer.presence()).forEach(text::add);
        text.add(phrases.asOf(answer.asOf()));
        answer.links().map(phrases::links).orElse(List.of()).forEach(text::add);
        return all;
    }

    ObjectNode found(List<Person> people, String typed) {
        ObjectNode answer = LineStarts.ok();
        ArrayNode array = answer.putArray("people");
        ArrayNode text = answer.putArray("text");
        for (Person person : people) {
            array.add(PeopleJson.person(person));
            text.add(about(person));
        }
        if (people.isEmpty()) {
            text.add(words.say("people.search.none", Phrases.tame(typed)));
        }
        return answer;
    }

    /** Enough to tell two of the same name apart. */
    private String about(Person person) {
        String what = String.join(
                ", ",
                Stream.of(person.jobTitle(), person.department())
                        .flatMap(Optional::stream)
                        .map(PeoplePhrases::tame)
                        .toList());
        return what.isEmpty() ? phrases.who(person) : words.say("people.about", phrases.who(person), what);
    }

    ObjectNode added(Person person) {
        return said(words.say("people.added", phrases.who(person)), PeopleJson.person(person));
    }

    ObjectNode removed(Contact contact) {
        return said(words.say("people.removed", phrases.name(contact)), PeopleJson.contact(contact));
    }

    private static ObjectNode said(String sentence, ObjectNode people) {
        ObjectNode answer = LineStarts.ok();
        answer.set("people", people);
        answer.putArray("text").add(sentence);
        return answer;
    }

    ObjectNode board(PeopleSnapshot.WallView view) {
        Wall wall = view.wall();
        ObjectNode answer = LineStarts.ok();
        ObjectNode board = answer.putObject("people");
        board.set("pool", PeopleJson.pool(view.pool()));
        board.put("there", wall.rows().size())
                .put("of", view.people())
                .put("asOf", wall.asOf().map(StatusJson::time).orElse(null));
        ArrayNode leftOut = board.putArray("leftOut");
        wall.lookedFor().stream().map(TechnicalAccount::word).forEach(leftOut::add);
        ArrayNode rows = board.putArray("people");
        ArrayNode text = answer.putArray("text")
                .add(words.say("people.board", wall.rows().size(), view.people(), phrases.pool(view.pool())));
        wall.rows().stream().limit(MOST_ROWS).forEach(row -> {
            ObjectNode one = PeopleJson.person(row.person());
            rows.add(PeopleJson.state(one, Optional.of(row.presence()), row.reachability(), Optional.of(row.asOf())));
            text.add(phrases.row(phrases.who(row.person()), Optional.of(row.presence()), row.reachability()));
        });
        if (wall.rows().size() > MOST_ROWS) {
            text.add(words.say("people.board.more", wall.rows().size() - MOST_ROWS));
        }
        wall.asOf().map(phrases::asOf).ifPresent(text::add);
        if (view.people() == 0 && phrases.isGroup(view.pool())) {
            text.add(words.say("people.group.empty"));
        }
        if (wall.lookedFor().size() < TechnicalAccount.values().length) {
            text.add(words.say("people.board.technical"));
        }
        return wall.rows().isEmpty() ? answer.put("exit", ExitCode.NOBODY) : answer;
    }

    ObjectNode lists(List<ContactList> lists) {
        ObjectNode answer = LineStarts.ok();
        answer.set("people", PeopleJson.lists(lists));
        ArrayNode text = answer.putArray("text");
        for (ContactList list : lists) {
            text.add(words.say(
                    "people.kept",
                    PeoplePhrases.tame(list.name()),
                    String.join(
                            ", ", list.contacts().stream().map(phrases::name).toList())));
        }
        if (lists.isEmpty()) {
            text.add(words.say("people.lists.none"));
        }
        return answer;
    }

    ObjectNode searches(List<PeopleSnapshot.Search> searches) {
        ObjectNode answer = LineStarts.ok();
        answer.set("people", PeopleJson.searches(searches));
        ArrayNode text = answer.putArray("text");
        for (PeopleSnapshot.Search each : searches) {
            SavedSearch search = each.search();
            text.add(words.say("people.kept", PeoplePhrases.tame(search.name()), phrases.search(search.request())));
        }
        if (searches.isEmpty()) {
            text.add(words.say("people.searches.none"));
        }
        return answer;
    }

    /** @param key of the sentence; its argument is the name */
    ObjectNode done(String key, String name) {
        return said(
                words.say(key, PeoplePhrases.tame(name)), PeopleJson.object().put("name", name));
    }

    String name(Contact contact) {
        return phrases.name(contact);
    }

    /** Those among whom somebody has to choose. */
    List<String> choices(List<Person> people) {
        return people.stream().map(this::about).toList();
    }
}
