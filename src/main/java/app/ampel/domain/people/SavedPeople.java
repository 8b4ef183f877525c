package app.ampel.domain.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All that is kept on disk about other people, for one account: ids and names. No presence, and no past.
 *
 * @param owner the object id of whoever it belongs to
 * @param hidden object ids of those whom the user does not want on the wall
 */
public record SavedPeople(
        String owner,
        WatchList watchList,
        List<SavedSearch> searches,
        List<ContactList> lists,
        PresenceWaits waits,
        Set<String> hidden) {

    public static final int MOST_SEARCHES = 50;
    public static final int MOST_LISTS = 50;
    public static final int MOST_HIDDEN = 1000;

    public SavedPeople {
        Limits.id(owner);
        Objects.requireNonNull(watchList);
        searches = List.copyOf(searches);
        lists = List.copyOf(lists);
        Objects.requireNonNull(waits);
        hidden = Set.copyOf(hidden);
        Limits.atMost("searches", searches, MOST_SEARCHES, SavedSearch::name);
        Limits.atMost("lists", lists, MOST_LISTS, ContactList::name);
        Limits.ids("hidden people", hidden, MOST_HIDDEN);
    }

    public static SavedPeople none(String owner) {
        return new SavedPeople(owner, WatchList.EMPTY, List.of(), List.of(), PresenceWaits.NONE, Set.of());
    }

    public SavedPeople with(WatchList other) {
        return new SavedPeople(owner, other, searches, lists, waits, hidden);
    }

    public SavedPeople with(PresenceWaits other) {
        return new SavedPeople(owner, watchList, searches, lists, other, hidden);
    }

    /** In the place of the one with its name, where there is one. */
    public SavedPeople with(SavedSearch search) {
        List<SavedSearch> after = new ArrayList<>(withoutSearch(search.name()).searches());
        after.add(search);
        return new SavedPeople(owner, watchList, after, lists, waits, hidden);
    }

    public SavedPeople withoutSearch(String name) {
        return new SavedPeople(
                owner,
                watchList,
                searches.stream().filter(each -> !each.name().equals(name)).toList(),
                lists,
                waits,
                hidden);
    }

    /** In the place of the one with its name, where there is one. */
    public SavedPeople with(ContactList list) {
        List<ContactList> after = new ArrayList<>(withoutList(list.name()).lists());
        after.add(list);
        return new SavedPeople(owner, watchList, searches, after, waits, hidden);
    }

    public SavedPeople withoutList(String name) {
        return new SavedPeople(
                owner,
                watchList,
                searches,
                lists.stream().filter(each -> !each.name().equals(name)).toList(),
                waits,
                hidden);
    }

    public SavedPeople hiding(Set<String> ids) {
        return new SavedPeople(owner, watchList, searches, lists, waits, ids);
    }

    public Optional<SavedSearch> search(String name) {
        return searches.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public Optional<ContactList> list(String name) {
        return lists.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public boolean isEmpty() {
        return equals(none(owner));
    }
}
