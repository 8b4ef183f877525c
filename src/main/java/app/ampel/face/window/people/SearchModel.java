package app.ampel.face.window.people;

import app.ampel.domain.people.Person;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.TypeAhead;
import app.ampel.service.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Searching while somebody types, without its looks. Nobody's state is asked for by it. One thread. */
final class SearchModel {

    private final Messages words;
    private final PersonWords people;
    private final Predicate<String> watched;
    private final TypeAhead typeAhead;
    private final ReadOnlyObjectWrapper<SearchViewState> viewState =
            new ReadOnlyObjectWrapper<>(SearchViewState.NOTHING);
    private List<Person> found = List.of();
    private String typed = "";
    private String text = "";

    /** @param watched whether whoever has that id is on the watch list */
    SearchModel(PageContext context, PeopleService service, Predicate<String> watched) {
        words = context.words().onScreen();
        people = new PersonWords(words);
        this.watched = watched;
        typeAhead = service.typeAhead(answer -> context.thread().execute(() -> accept(answer)));
    }

    ReadOnlyObjectProperty<SearchViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    SearchViewState viewState() {
        return viewState.get();
    }

    boolean isSearching() {
        return !typed.isEmpty();
    }

    /** The field has another text. */
    void type(String wanted) {
        if (typed.equals(wanted.strip())) {
            return;
        }
        typed = wanted.strip();
        typeAhead.type(typed);
        if (typed.isEmpty()) {
            found = List.of();
        }
        text = typed.isEmpty() ? "" : words.say("ui.people.searching");
        show();
    }

    private void accept(TypeAhead.Found answer) {
        if (!answer.text().equals(typed)) {
            return;
        }
        found = answer.people();
        text = answer.problem()
                .map(new Wording(words)::of)
                .orElseGet(() -> words.say(found.isEmpty() ? "ui.people.nobody-found" : "ui.people.hits.hint"));
        show();
    }

    /** With who is watched now. */
    void show() {
        viewState.set(new SearchViewState(text, found.stream().map(this::hit).toList()));
    }

    private SearchViewState.Hit hit(Person person) {
        String name = people.name(person);
        return new SearchViewState.Hit(
                person.id(), PersonWords.initials(name), name, people.about(person), watched.test(person.id()));
    }

    Optional<Person> person(String id) {
        return found.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    void close() {
        typeAhead.close();
    }
}
