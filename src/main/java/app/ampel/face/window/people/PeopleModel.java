package app.ampel.face.window.people;

import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.WatchList;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.face.window.people.PeopleViewState.Kind;
import app.ampel.face.window.people.PeopleViewState.Line;
import app.ampel.face.window.people.TeamsLinkOpener.Saying;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.window.Section;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The watch list without its looks. Microsoft is asked only while somebody sees it. One thread. */
final class PeopleModel {

    private final PageContext context;
    private final PeopleService service;
    private final PeopleViewStates viewStates;
    private final ConsentModel consent;
    private final PeopleActs acts;
    private final Consumer<Saying> say;
    private final ReadOnlyObjectWrapper<PeopleViewState> viewState = new ReadOnlyObjectWrapper<>();
    private final Map<String, String> removed = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private String undoable = "";
    private PeopleSnapshot people;
    private boolean seen;
    private boolean held;
    private boolean suggestedOnce;
    private Optional<Runnable> looking = Optional.empty();
    private Runnable unwatch = () -> {};

    /** @param say is told what there is to say */
    PeopleModel(
            PageContext context, PeopleService service, ConsentModel consent, PeopleActs acts, Consumer<Saying> say) {
        this.context = context;
        this.service = service;
        this.consent = consent;
        this.acts = acts;
        this.say = say;
        viewStates = new PeopleViewStates(context.words().onScreen(), context.zone());
        people = service.snapshot();
        show();
    }

    ReadOnlyObjectProperty<PeopleViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    PeopleViewState viewState() {
        return viewState.get();
    }

    PeopleSnapshot snapshot() {
        return people;
    }

    void feed(Snapshot now) {
        consent.feed(now.account().profile());
        show();
    }

    /** Whether somebody can see the page: only then it is asked for. */
    void seen(boolean isSeen) {
        if (seen == isSeen) {
            return;
        }
        seen = isSeen;
        unwatch.run();
        unwatch = () -> {};
        if (seen) {
            people = service.snapshot();
            unwatch = service.watch(
                    latest -> {
                        if (seen) {
                            people = latest;
                            show();
                        }
                    },
                    context.thread());
        } else {
            removed.clear();
            gone.clear();
            undoable = "";
            held = false;
            suggestedOnce = false;
            consent.noSuggestions();
        }
        show();
    }

    /** What a refusal leaves, in words. */
    String working(List<PeopleUse> uses) {
        return viewStates.working(uses);
    }

    /** The list comes up again: nothing of it is under the pointer yet. */
    void settled() {
        if (!people.watchList().isEmpty()) {
            consent.noSuggestions();
        }
        held = false;
        show();
    }

    /** Somebody points at the list, or not any more. */
    void held(boolean isHeld) {
        if (held != isHeld) {
            held = isHeld;
            show();
        }
    }

    /** With what has changed elsewhere. */
    void show() {
        List<String> order = viewState.get() == null
                ? List.of()
                : viewState.get().lines().stream().map(Line::id).toList();
        removed.keySet().removeIf(this::isBack);
        viewState.set(viewStates.of(new PeopleKnown(
                people,
                consent.isSignedIn(),
                consent.allows(PeopleUse.WATCH_LIST),
                consent.isAsking(),
                consent.failure(),
                suggestions(order),
                order,
                removed,
                people.canUndo() ? undoable : "",
                held)));
        look();
    }

    /** Those who are shown already stay, and whoever is on the list is no suggestion. */
    private List<Contact> suggestions(List<String> order) {
        if (people.watchList().isEmpty() || order.stream().anyMatch(this::isSuggested)) {
            return consent.suggested().stream().limit(ConsentModel.SUGGESTED).toList();
        }
        return List.of();
    }

    private boolean isSuggested(String id) {
        return consent.suggested().stream().anyMatch(contact -> contact.id().equals(id));
    }

    private void look() {
        boolean isOpen = seen && viewState().barrier().isEmpty();
        if (isOpen && looking.isEmpty()) {
            looking = Optional.of(service.lookAtWatchList());
        } else if (!isOpen && looking.isPresent()) {
            looking.get().run();
            looking = Optional.empty();
        }
        if (isOpen && people.watchList().isEmpty() && removed.isEmpty() && !suggestedOnce) {
            suggestedOnce = true;
            if (consent.suggested().isEmpty()) {
                consent.suggest();
            }
        }
    }

    /** What a barrier offers. */
    void step(PeopleViewState.Step step, Runnable signIn) {
        switch (step) {
            case SIGN_IN -> signIn.run();
            case SETTINGS -> context.window().show(Section.SETTINGS);
            case CONSENT -> consent.ask();
            case LETTER -> consent.write(ConsentStep.PRESENCE);
            case CANCEL -> consent.cancel();
        }
    }

    /** Nobody moves but by that. */
    void order(WatchList.Order order) {
        held = false;
        settle(service.lists().order(order), done -> {});
    }

    /** Whether somebody can be moved: who is free first moves by himself or herself. */
    boolean canMove() {
        return people.order() == WatchList.Order.OWN;
    }

    /** So many places further down in the user's own order. */
    void move(String id, int by) {
        List<String> shown = viewState().lines().stream()
                .filter(line -> isWatched(line.id()))
                .map(Line::id)
                .toList();
        int to = shown.indexOf(id) + by;
        if (canMove() && shown.contains(id) && to >= 0 && to < shown.size()) {
            held = false;
            settle(service.lists().move(id, to), done -> {});
        }
    }

    boolean isWatched(String id) {
        return contact(id).isPresent();
    }

    /** Empty where only the name is known. */
    Optional<Person> person(String id) {
        return contact(id).flatMap(PeopleSnapshot.Row::person);
    }

    private Optional<PeopleSnapshot.Row> contact(String id) {
        return people.watchList().stream()
                .filter(row -> row.contact().id().equals(id))
                .findFirst();
    }

    /** Takes somebody off the list, whose place is kept. */
    void remove(String id) {
        Optional<Line> line = line(id).filter(it -> it.kind() == Kind.PERSON || it.kind() == Kind.GONE);
        line.ifPresent(it -> {
            // The place is kept from now on: that the list is without it may be heard of first.
            removed.put(id, it.name());
            undoable = id;
            service.lists()
                    .remove(id)
                    .whenComplete((done, thrown) -> context.thread()
                            .execute(() -> Optional.ofNullable(thrown).ifPresent(why -> stays(id, why))));
        });
    }

    private void stays(String id, Throwable why) {
        removed.remove(id);
        say.accept(Saying.of(new Wording(context.words()).of(why)));
        show();
    }

    /** Whether somebody who was removed is on the list again. */
    private boolean isBack(String id) {
        if (contact(id).isEmpty()) {
            gone.add(id);
            return false;
        }
        return gone.remove(id);
    }

    void undo() {
        settle(service.lists().undo(), after -> {});
    }

    Optional<Line> line(String id) {
        return viewState().lines().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** What Enter does. */
    void act(Line line) {
        switch (line.kind()) {
            case PERSON -> acts.chat(line.id(), person(line.id()));
            case GONE -> say.accept(Saying.of(line.spoken()));
            case REMOVED -> {
                if (line.undoable()) {
                    undo();
                }
            }
            case SUGGESTED -> acts.add(whose(line));
        }
    }

    /** Whose line that is. */
    Contact whose(Line line) {
        return contact(line.id()).map(PeopleSnapshot.Row::contact).orElseGet(() -> new Contact(line.id(), line.name()));
    }

    /** Whether telling can be asked for. */
    boolean canTell() {
        return people.access().getOrDefault(PeopleFeature.TELL_ME_WHEN, PeopleFeature.Access.OFF)
                == PeopleFeature.Access.ON;
    }

    private <T> void settle(CompletableFuture<T> work, Consumer<T> then) {
        work.whenComplete((value, thrown) -> context.thread().execute(() -> {
            if (thrown == null) {
                then.accept(value);
            } else {
                say.accept(Saying.of(new Wording(context.words()).of(thrown)));
            }
        }));
    }

    void close() {
        consent.cancel();
        seen(false);
    }
}
