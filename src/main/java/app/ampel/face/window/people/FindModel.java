package app.ampel.face.window.people;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceWaits;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.people.TeamsLink;
import app.ampel.domain.problem.Problem;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.service.people.AmbiguousPersonException;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.Pending;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.people.PersonAnswer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Finding somebody who is free, and looking at one person, without their looks. One thread. */
final class FindModel {

    private final PageContext context;
    private final PeopleService service;
    private final PeopleModel list;
    private final PeopleActs acts;
    private final ConsentModel consent;
    private final CardViewStates viewStates;
    private final ReadOnlyObjectWrapper<CardViewState> viewState;
    private FindForm form = FindForm.EMPTY;
    private Question question = Question.NONE;
    private Optional<Pending<?>> pending = Optional.empty();
    private Optional<FindResult> result = Optional.empty();
    private Optional<PersonAnswer> person = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private List<Person> matches = List.of();
    private int read;
    private int asked;

    FindModel(PageContext context, PeopleService service, PeopleModel list, PeopleActs acts, ConsentModel consent) {
        this.context = context;
        this.service = service;
        this.list = list;
        this.acts = acts;
        this.consent = consent;
        viewStates = new CardViewStates(context.words().onScreen());
        viewState = new ReadOnlyObjectWrapper<>(viewStates.nothing());
    }

    ReadOnlyObjectProperty<CardViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    CardViewState viewState() {
        return viewState.get();
    }

    FindForm form() {
        return form;
    }

    Question question() {
        return question;
    }

    /** What somebody wants to ask whoever is found. */
    void ask(Question wanted) {
        question = wanted;
    }

    /** @return the key of what is missing; empty: it has begun */
    Optional<String> find(FindForm filledIn) {
        form = filledIn;
        question = filledIn.question();
        if (form.missing().isEmpty()) {
            begin(() -> service.find(form.words(), this::read));
        }
        return form.missing();
    }

    void run(SavedSearch search) {
        form = FindForm.EMPTY;
        question = Question.NONE;
        begin(() -> service.find(search.request(), question, this::read));
    }

    /** Nobody who was shown already; who is shown stays until the answer is there. */
    void somebodyElse() {
        result.ifPresent(before -> ask(() -> service.somebodyElse(before, this::read)));
    }

    /** One person's state, asked for once. */
    void look(String id) {
        forget();
        Pending<PersonAnswer> wanted = service.show(id);
        await(wanted, answer -> person = Optional.of(answer));
    }

    /** One of those whom a name may mean, or one of the nearest. */
    void choose(String id) {
        Optional<Person> meant =
                matches.stream().filter(match -> match.id().equals(id)).findFirst();
        if (meant.isPresent()) {
            find(form.choosing(meant.get()));
        } else {
            look(id);
        }
    }

    private void begin(Supplier<Pending<FindResult>> what) {
        forget();
        ask(what);
    }

    private void ask(Supplier<Pending<FindResult>> what) {
        await(what.get(), answer -> result = Optional.of(answer));
    }

    private void forget() {
        cancel();
        result = Optional.empty();
        person = Optional.empty();
        problem = Optional.empty();
        matches = List.of();
    }

    private <T> void await(Pending<T> wanted, Consumer<T> accept) {
        pending = Optional.of(wanted);
        read = 0;
        int mine = ++asked;
        wanted.answer()
                .whenComplete((answer, thrown) -> context.thread().execute(() -> {
                    if (mine == asked) {
                        pending = Optional.empty();
                        if (thrown == null) {
                            accept.accept(answer);
                        } else {
                            failed(thrown);
                        }
                        show();
                    }
                }));
        show();
    }

    private void failed(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        result = Optional.empty();
        if (cause instanceof AmbiguousPersonException several) {
            matches = several.matches();
        } else {
            problem = Optional.of(Wording.problem(cause));
        }
    }

    /** How many people were read so far; on a thread of the requests. */
    private void read(int people) {
        int mine = asked;
        context.thread().execute(() -> {
            if (mine == asked && pending.isPresent()) {
                read = people;
                show();
            }
        });
    }

    /** Time has passed, or the watch list is another. */
    void show() {
        viewState.set(now());
    }

    private CardViewState now() {
        String progress = pending.isEmpty() ? "" : viewStates.working(read).title();
        if (result.isPresent()) {
            boolean watched = found().filter(it -> list.isWatched(it.id())).isPresent();
            boolean canTell = list.canTell() && !waitFor().isEmpty();
            return viewStates.of(
                    result.get(), watched, canTell, progress, context.now().get());
        }
        if (person.isPresent()) {
            boolean watched = list.isWatched(person.get().person().id());
            return viewStates.of(
                    person.get(), watched, list.canTell(), context.now().get());
        }
        if (pending.isPresent()) {
            return viewStates.working(read);
        }
        if (!matches.isEmpty()) {
            return viewStates.ambiguous(matches);
        }
        return problem.map(why -> viewStates.failed(why, still())).orElseGet(viewStates::nothing);
    }

    /** What a refusal leaves. */
    private String still() {
        return list.snapshot()
                .refusal()
                .map(PeopleSnapshot.Refusal::working)
                .map(list::working)
                .orElse("");
    }

    private Optional<Person> found() {
        return result.flatMap(it -> it.answer().found())
                .map(found -> found.person())
                .or(() -> person.map(PersonAnswer::person));
    }

    void reach(Function<FindResult.Links, TeamsLink> which) {
        found().ifPresent(it -> acts.open(it, question, which));
    }

    void copy() {
        found().ifPresent(it -> acts.copy(it, question));
    }

    void add() {
        found().ifPresent(acts::add);
    }

    void save(String name) {
        if (!name.isBlank()) {
            result.ifPresent(it -> acts.save(new SavedSearch(name.strip(), it.request())));
        }
    }

    /** @param atMost empty: until the working day ends */
    void tellMe(Optional<Duration> atMost) {
        acts.tellMe(waitFor(), atMost);
    }

    /** Whoever was asked for, then the nearest, then the user's own list; as many as can be waited for. */
    private List<String> waitFor() {
        if (person.isPresent()) {
            return List.of(person.get().person().id());
        }
        Set<String> ids = new LinkedHashSet<>();
        result.ifPresent(it -> {
            FindRequest request = it.request();
            Stream.concat(request.primary().stream(), request.secondary().stream())
                    .map(Contact::id)
                    .forEach(ids::add);
            it.answer().nearest().forEach(near -> ids.add(near.person().id()));
            ids.addAll(listed(request));
            ids.removeAll(request.excluded());
        });
        return ids.stream().limit(PresenceWaits.MOST).toList();
    }

    private List<String> listed(FindRequest request) {
        return list.snapshot().lists().stream()
                .filter(each -> request.pool().equals(Optional.of(new ContactPool.OfList(each.name()))))
                .flatMap(each -> each.contacts().stream())
                .map(Contact::id)
                .toList();
    }

    /** To the administrator, with the scopes of what was refused. */
    void write() {
        list.snapshot().refusal().ifPresent(refusal -> consent.write(refusal.step()));
    }

    /** Whether something on it changes with time. */
    boolean isMoving() {
        return result.isPresent() || person.isPresent();
    }

    /** What goes on ends; it is not shown any more. */
    void cancel() {
        asked++;
        pending.ifPresent(Pending::cancel);
        pending = Optional.empty();
    }

    void close() {
        forget();
        show();
    }
}
