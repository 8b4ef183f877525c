package app.ampel.face.window.people;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.SavedSearch;
import app.ampel.face.window.people.ManageViewState.Entry;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.text.Messages;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Searches and lists of one's own, without their looks. What is removed keeps its place until one leaves. One thread. */
final class ManageModel {

    private final Messages words;
    private final PeopleModel list;
    private final PeopleActs acts;
    private final ReadOnlyObjectWrapper<ManageViewState> viewState =
            new ReadOnlyObjectWrapper<>(new ManageViewState(List.of(), List.of()));
    private final Map<String, SavedSearch> searches = new HashMap<>();
    private final Map<String, ContactList> lists = new HashMap<>();

    ManageModel(Messages words, PeopleModel list, PeopleActs acts) {
        this.words = words;
        this.list = list;
        this.acts = acts;
    }

    ReadOnlyObjectProperty<ManageViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    ManageViewState viewState() {
        return viewState.get();
    }

    /** With what is kept now. */
    void show() {
        Map<String, Entry> keptSearches = new LinkedHashMap<>();
        for (PeopleSnapshot.Search each : list.snapshot().searches()) {
            String name = each.search().name();
            String text = each.ready() ? words.say("ui.people.manage.ready", name) : name;
            keptSearches.put(name, new Entry(name, text, List.of(), each.ready(), false));
        }
        Map<String, Entry> keptLists = new LinkedHashMap<>();
        for (ContactList each : list.snapshot().lists()) {
            String text = words.say(
                    "ui.people.manage.list", each.name(), each.contacts().size());
            keptLists.put(each.name(), new Entry(each.name(), text, each.contacts(), false, false));
        }
        searches.keySet().removeAll(keptSearches.keySet());
        lists.keySet().removeAll(keptLists.keySet());
        viewState.set(new ManageViewState(
                entries(viewState().searches(), keptSearches, searches),
                entries(viewState().lists(), keptLists, lists)));
    }

    private List<Entry> entries(List<Entry> before, Map<String, Entry> kept, Map<String, ?> removed) {
        List<String> names = before.stream().map(Entry::name).toList();
        return LineOrder.next(names, List.copyOf(kept.keySet()), removed.keySet(), true).stream()
                .map(name -> Optional.ofNullable(kept.get(name))
                        .orElseGet(
                                () -> new Entry(name, words.say("ui.people.forgotten", name), List.of(), false, true)))
                .toList();
    }

    void removeSearch(String name) {
        list.snapshot().searches().stream()
                .filter(each -> !each.ready() && each.search().name().equals(name))
                .findFirst()
                .ifPresent(each -> {
                    searches.put(name, each.search());
                    acts.forgetSearch(name);
                });
    }

    void giveBackSearch(String name) {
        Optional.ofNullable(searches.get(name)).ifPresent(acts::save);
    }

    void removeList(String name) {
        list(name).ifPresent(it -> {
            lists.put(name, it);
            acts.forgetList(name);
        });
    }

    void giveBackList(String name) {
        Optional.ofNullable(lists.get(name)).ifPresent(acts::save);
    }

    private Optional<ContactList> list(String name) {
        return list.snapshot().lists().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** A list with nobody on it yet; one that is there already stays as it is. */
    void begin(String name) {
        if (!name.isBlank() && list(name.strip()).isEmpty()) {
            acts.save(new ContactList(name.strip(), List.of()));
        }
    }

    void takeOff(String name, Contact contact) {
        list(name).ifPresent(it -> acts.list(it, contact, false));
    }

    /** Nobody looks any more. */
    void leave() {
        searches.clear();
        lists.clear();
        viewState.set(new ManageViewState(List.of(), List.of()));
    }
}
