package app.ampel.face.control;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.SavedSearch;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.FindWords;
import app.ampel.service.people.Pending;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.people.PeopleSnapshot.Search;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is done with people when a command asks for it: the same in the running program and without one. Any thread. */
public final class PeopleOperations {

    public static final String LIST = "list";
    public static final String SHOW = "show";
    public static final String SEARCH = "search";
    public static final String ADD = "add";
    public static final String REMOVE = "remove";
    public static final String FIND = "find";
    public static final String WAIT = "wait";
    public static final String BOARD = "board";
    public static final String LISTS = "lists";
    public static final String LIST_ADD = "list-add";
    public static final String LIST_REMOVE = "list-remove";
    public static final String SEARCHES = "searches";
    public static final String SAVE = "save";
    public static final String FORGET = "forget";

    private final PeopleService people;
    private final Messages words;
    private final PeopleReport report;
    private final FindReport findReport;
    private final PeopleFailures failures;

    /** @param now what time it is for whoever knows the presences */
    public PeopleOperations(PeopleService people, Messages words, Supplier<ZoneId> zone, Supplier<Instant> now) {
        PeoplePhrases phrases = new PeoplePhrases(words, zone, now);
        this.people = people;
        this.words = words;
        this.report = new PeopleReport(words, phrases);
        this.findReport = new FindReport(words, phrases);
        this.failures = new PeopleFailures(words, report);
    }

    /**
     * Begins what {@code request} asks for. Never blocks for longer than a file takes to be read.
     *
     * @param progress told how many people were read, on another thread
     * @return fails with what {@link #failure} puts into words
     */
    public Pending<ObjectNode> begin(RequestValues request, Consumer<Integer> progress) throws Failure {
        PeopleValues values = new PeopleValues(request, words);
        values.check();
        return switch (values.what()) {
            case LIST -> then(people.oneLook().watchList(), report::watchList);
            case SHOW -> then(people.show(values.who()), report::show);
            case SEARCH -> search(values.text());
            case ADD -> then(people.lists().add(values.who()), report::added);
            case REMOVE -> remove(values.who());
            case FIND -> find(values, progress);
            case WAIT -> then(people.wait(values.waited(), values.atMost()), findReport::of);
            case BOARD -> then(people.oneLook().board(values.board(), progress), report::board);
            case LISTS -> then(people.oneLook().kept(), kept -> report.lists(kept.lists()));
            case LIST_ADD -> addToList(values.list(), values.listed());
            case LIST_REMOVE -> removeFromList(values.list(), values.unlisted());
            case SEARCHES -> then(people.oneLook().kept(), kept -> report.searches(kept.searches()));
            case SAVE -> save(values.search(), values.find());
            case FORGET -> forget(values.search());
            default -> throw Failure.usage(words.say("control.wrong", "what"));
        };
    }

    /** Why something that was begun has failed. */
    public Failure failure(RequestValues request, Throwable thrown) {
        return failures.of(thrown, request.given("what").orElse(""));
    }

    private static <T> Pending<ObjectNode> then(Pending<T> pending, Function<T, ObjectNode> answer) {
        return new Pending<>(pending.answer().thenApply(answer), pending.cancellation());
    }

    private static <T, V> Pending<ObjectNode> then(
            Pending<T> pending, Function<T, CompletableFuture<V>> next, Function<V, ObjectNode> answer) {
        return new Pending<>(pending.answer().thenCompose(next).thenApply(answer), pending.cancellation());
    }

    private PeopleSnapshot kept() throws Failure {
        try {
            return people.oneLook().kept().answer().join();
        } catch (CompletionException e) {
            throw failures.of(e, LIST);
        }
    }

    private Pending<ObjectNode> search(String text) {
        return then(people.search(text), found -> report.found(found, text));
    }

    private Pending<ObjectNode> find(PeopleValues values, Consumer<Integer> progress) throws Failure {
        Question question = values.question();
        Optional<String> saved = values.saved();
        Pending<FindResult> finding = saved.isPresent()
                ? people.find(saved(kept().searches(), saved.get()).search().request(), question, progress)
                : people.find(values.find(), progress);
        return then(finding, findReport::of);
    }

    private static Optional<Search> named(List<Search> searches, String name) {
        return searches.stream()
                .filter(each -> ContactMatch.isSame(each.search().name(), name))
                .findFirst();
    }

    private Search saved(List<Search> searches, String name) throws Failure {
        Optional<Search> search = named(searches, name);
        if (search.isEmpty()) {
            List<String> names =
                    searches.stream().map(each -> each.search().name()).toList();
            throw Failure.usage(Complaints.unknown(words, "people.no-search", name, names));
        }
        return search.get();
    }

    /** Whoever is on the list is found there; Microsoft is asked only where that does not say who is meant. */
    private Pending<ObjectNode> remove(String who) throws Failure {
        List<PeopleSnapshot.Row> rows = kept().watchList();
        List<Contact> named = rows.stream()
                .filter(row -> row.person().stream()
                        .flatMap(person -> Stream.of(person.mail(), person.username()))
                        .flatMap(Optional::stream)
                        .anyMatch(mail -> ContactMatch.isSame(mail, who)))
                .map(PeopleSnapshot.Row::contact)
                .toList();
        List<Contact> meant = named.isEmpty()
                ? ContactMatch.of(rows.stream().map(PeopleSnapshot.Row::contact).toList(), who)
                : named;
        if (meant.size() == 1) {
            Contact contact = meant.get(0);
            return then(new Pending<>(people.lists().remove(contact.id()), () -> {}), after -> report.removed(contact));
        }
        return then(
                people.oneLook().meant(only(List.of(who))),
                request -> removeAll(request.secondary(), rows),
                report::removed);
    }

    private CompletableFuture<Contact> removeAll(List<Contact> meant, List<PeopleSnapshot.Row> rows) {
        Contact contact = meant.get(0);
        boolean watched = rows.stream().anyMatch(row -> row.contact().id().equals(contact.id()));
        return watched
                ? people.lists().remove(contact.id()).thenApply(after -> contact)
                : CompletableFuture.failedFuture(Failure.usage(words.say("people.not-watched", report.name(contact))));
    }

    private static FindWords only(List<String> who) {
        return new FindWords(Optional.empty(), who, Optional.empty(), List.of(), Question.NONE);
    }

    private Pending<ObjectNode> addToList(String typed, List<String> who) throws Failure {
        Optional<ContactList> before = list(typed);
        String name = before.map(ContactList::name).orElse(typed);
        return then(
                people.oneLook().meant(only(who)),
                request -> {
                    List<Contact> all =
                            new ArrayList<>(before.map(ContactList::contacts).orElse(List.of()));
                    request.secondary().stream()
                            .filter(contact ->
                                    all.stream().noneMatch(each -> each.id().equals(contact.id())))
                            .forEach(all::add);
                    return all.size() > ContactList.MOST
                            ? CompletableFuture.failedFuture(
                                    Failure.usage(words.say("people.list.full", ContactList.MOST)))
                            : people.lists().save(new ContactList(name, all));
                },
                after -> report.lists(only(after.lists(), name)));
    }

    private Optional<ContactList> list(String name) throws Failure {
        return kept().lists().stream()
                .filter(list -> ContactMatch.isSame(list.name(), name))
                .findFirst();
    }

    private static List<ContactList> only(List<ContactList> lists, String name) {
        return lists.stream().filter(list -> list.name().equals(name)).toList();
    }

    /** All of it where nobody is named. */
    private Pending<ObjectNode> removeFromList(String typed, List<String> who) throws Failure {
        Optional<ContactList> list = list(typed);
        if (list.isEmpty()) {
            List<String> names = kept().lists().stream().map(ContactList::name).toList();
            throw Failure.usage(Complaints.unknown(words, "people.no-list", typed, names));
        }
        ContactList before = list.get();
        List<Contact> left = new ArrayList<>(before.contacts());
        for (String each : who) {
            List<Contact> meant = ContactMatch.of(before.contacts(), each);
            if (meant.size() != 1) {
                throw failures.notOne(each, before, meant);
            }
            left.removeAll(meant);
        }
        if (who.isEmpty() || left.isEmpty()) {
            return then(
                    new Pending<>(people.lists().forgetList(before.name()), () -> {}),
                    after -> report.done("people.list.gone", before.name()));
        }
        return then(
                new Pending<>(people.lists().save(new ContactList(before.name(), left)), () -> {}),
                after -> report.lists(only(after.lists(), before.name())));
    }

    private Pending<ObjectNode> save(String typed, FindWords find) throws Failure {
        Optional<Search> before = named(kept().searches(), typed);
        requireOwn(before);
        String name = before.map(each -> each.search().name()).orElse(typed);
        return then(
                people.oneLook().meant(find),
                request -> people.lists().save(new SavedSearch(name, request)),
                after -> report.done("people.saved", name));
    }

    private Pending<ObjectNode> forget(String typed) throws Failure {
        Search search = saved(kept().searches(), typed);
        requireOwn(Optional.of(search));
        String name = search.search().name();
        return then(
                new Pending<>(people.lists().forgetSearch(name), () -> {}),
                after -> report.done("people.forgotten", name));
    }

    private void requireOwn(Optional<Search> search) throws Failure {
        if (search.filter(Search::ready).isPresent()) {
            throw Failure.usage(words.say(
                    "people.search-ready",
                    PeoplePhrases.tame(search.get().search().name())));
        }
    }
}
