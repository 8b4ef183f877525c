package app.ampel.face.control;

import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.PresenceWaits;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.SavedSearch;
import app.ampel.service.people.FindWords;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked about people in a request, checked as strictly as on the command line. */
public final class PeopleValues {

    /** Each is asked for by name. */
    private static final int MOST_EXCLUDED = 50;

    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final RequestValues request;
    private final Messages words;

    public PeopleValues(RequestValues request, Messages words) {
        this.request = request;
        this.words = words;
    }

    /** What is to be done. */
    String what() throws Failure {
        return request.text("what");
    }

    /** Whether it can be asked at all, whoever answers. */
    public void check() throws Failure {
        switch (what()) {
            case PeopleOperations.SHOW, PeopleOperations.ADD, PeopleOperations.REMOVE -> who();
            case PeopleOperations.SEARCH -> text();
            case PeopleOperations.FIND -> {
                question();
                if (saved().isEmpty()) {
                    find();
                }
            }
            case PeopleOperations.WAIT -> {
                waited();
                atMost();
            }
            case PeopleOperations.BOARD -> board();
            case PeopleOperations.LIST_ADD -> {
                list();
                listed();
            }
            case PeopleOperations.LIST_REMOVE -> list();
            case PeopleOperations.SAVE -> {
                search();
                find();
            }
            case PeopleOperations.FORGET -> search();
            default -> {
                // Nothing that could be wrong.
            }
        }
    }

    /** One person, as it was typed. */
    String who() throws Failure {
        return Optional.of(request.text("who").strip())
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> usage("people.nobody-named"));
    }

    /** Of whom one is enough. */
    List<String> waited() throws Failure {
        return several(PresenceWaits.MOST);
    }

    /** Who comes onto a list. */
    List<String> listed() throws Failure {
        return several(FindRequest.MOST_SECONDARY);
    }

    private List<String> several(int most) throws Failure {
        List<String> who = all("people", most);
        if (who.isEmpty() || who.stream().anyMatch(String::isBlank)) {
            throw usage("people.nobody-named");
        }
        return who;
    }

    private List<String> all(String name, int most) throws Failure {
        if (request.size(name) > most) {
            throw usage("people.too-many", request.size(name), most);
        }
        return request.texts(name, most);
    }

    /** Who comes off a list; nobody: all of it. */
    List<String> unlisted() throws Failure {
        return all("people", ContactList.MOST);
    }

    String text() throws Failure {
        return Optional.of(request.text("text").strip())
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> usage("people.search.what"));
    }

    /** The name of a list. */
    String list() throws Failure {
        return name(request.text("name"), ContactList.LONGEST_NAME);
    }

    /** The name of a search. */
    String search() throws Failure {
        return name(request.text("name"), SavedSearch.LONGEST_NAME);
    }

    private String name(String typed, int longest) throws Failure {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > longest) {
            throw usage("people.wrong-name", longest);
        }
        return name;
    }

    /** A search that was saved, and nothing beside it but the question. */
    Optional<String> saved() throws Failure {
        Optional<String> saved = request.given("search").map(String::strip);
        boolean more = request.given("primary").isPresent()
                || !all("secondary", FindRequest.MOST_SECONDARY).isEmpty()
                || !all("exclude", MOST_EXCLUDED).isEmpty()
                || pool(ContactPool.Part.OWNERS).isPresent();
        if (saved.isPresent() && more) {
            throw usage("people.search.alone");
        }
        return saved;
    }

    /** Whom to find. */
    FindWords find() throws Failure {
        Optional<FindWords.Pool> pool = pool(ContactPool.Part.OWNERS);
        if (request.isSet("everybody")) {
            throw usage("control.wrong", "everybody");
        }
        FindWords find = new FindWords(
                request.given("primary"),
                all("secondary", FindRequest.MOST_SECONDARY),
                pool,
                all("exclude", MOST_EXCLUDED),
                question());
        if (find.primary().isEmpty() && find.secondary().isEmpty() && pool.isEmpty()) {
            throw usage("people.find-whom");
        }
        boolean blank = Stream.of(find.primary().stream(), find.secondary().stream(), find.excluded().stream())
                .flatMap(each -> each)
                .anyMatch(String::isBlank);
        if (blank) {
            throw usage("people.nobody-named");
        }
        return find;
    }

    /** What is to be asked. */
    Question question() throws Failure {
        Optional<String> topic = request.given("topic");
        Optional<String> text = request.given("question");
        if (topic.filter(it -> it.strip().length() > Question.LONGEST_TOPIC).isPresent()) {
            throw usage("people.topic-too-long", topic.get().strip().length(), Question.LONGEST_TOPIC);
        }
        if (text.filter(it -> it.strip().length() > Question.LONGEST_TEXT).isPresent()) {
            throw usage("people.question-too-long", text.get().strip().length(), Question.LONGEST_TEXT);
        }
        return new Question(topic, text);
    }

    /** Of whom; whom one works with where nothing is said. */
    FindWords.Pool board() throws Failure {
        return pool(ContactPool.Part.MEMBERS).orElse(new FindWords.Pool.Known(new ContactPool.Colleagues()));
    }

    /** @param usual which part of a group, where nothing is said */
    private Optional<FindWords.Pool> pool(ContactPool.Part usual) throws Failure {
        Optional<String> group = request.given("group");
        Optional<String> department = request.given("department");
        Optional<String> list = request.given("list");
        Optional<String> part = request.given("part");
        boolean colleagues = request.isSet("colleagues");
        boolean everybody = request.isSet("everybody");
        long given = Stream.of(group.isPresent(), department.isPresent(), list.isPresent(), colleagues, everybody)
                .filter(is -> is)
                .count();
        if (given > 1) {
            throw usage("people.one-pool");
        }
        if (part.isPresent() && group.isEmpty()) {
            throw usage("people.part-of-group");
        }
        if (group.isPresent()) {
            return Optional.of(group(group.get(), part, usual));
        }
        return known(department, list, colleagues, everybody).map(FindWords.Pool.Known::new);
    }

    private FindWords.Pool group(String name, Optional<String> part, ContactPool.Part usual) throws Failure {
        if (name.isBlank()) {
            throw usage("people.unknown.group.not-found", name);
        }
        ContactPool.Part which = part.isEmpty()
                ? usual
                : new Values(words).oneOf(ContactPool.Part.class, part.get(), "people.wrong-part");
        return new FindWords.Pool.Group(name, which);
    }

    private Optional<ContactPool> known(
            Optional<String> department, Optional<String> list, boolean colleagues, boolean everybody) throws Failure {
        if (department.isPresent()) {
            return Optional.of(new ContactPool.OfDepartment(name(department.get(), ContactPool.OfDepartment.LONGEST)));
        }
        if (list.isPresent()) {
            return Optional.of(new ContactPool.OfList(name(list.get(), ContactList.LONGEST_NAME)));
        }
        if (colleagues) {
            return Optional.of(new ContactPool.Colleagues());
        }
        return everybody ? Optional.of(new ContactPool.Everybody()) : Optional.empty();
    }

    /** For how long to wait; empty: until the working day ends. */
    Optional<Duration> atMost() throws Failure {
        Optional<String> typed = request.given("for");
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Duration span = Times.span(typed.get()).orElseThrow(() -> usage("cli.wrong-span", Phrases.tame(typed.get())));
        if (span.compareTo(SHORTEST_WAIT) < 0 || span.compareTo(LONGEST_WAIT) > 0) {
            throw usage("people.wait-range", Phrases.tame(typed.get()));
        }
        return Optional.of(span);
    }

    private Failure usage(String key, Object... arguments) {
        return Failure.usage(words.say(key, arguments));
    }
}
