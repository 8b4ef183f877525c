package app.ampel.domain.people;

import app.ampel.domain.naming.WireName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Whom somebody watches, in the order that he or she gave them, nobody twice. */
public record WatchList(List<Contact> contacts, Order order) {

    /** One request's worth, with room for those who are waited for. */
    public static final int MOST = 200;

    public static final WatchList EMPTY = new WatchList(List.of(), Order.FREE_FIRST);

    /** In which they are shown. */
    public enum Order implements WireName {
        /** Who is free comes first, otherwise as in {@link #OWN}. */
        FREE_FIRST,
        OWN
    }

    /** What was taken away, and from where, so that it can be put back. */
    public record Removed(Contact contact, int index) {
        public Removed {
            Objects.requireNonNull(contact);
            if (index < 0) {
                throw new IllegalArgumentException("index " + index);
            }
        }
    }

    public WatchList {
        contacts = List.copyOf(contacts);
        Objects.requireNonNull(order);
        Limits.atMost("contacts", contacts, MOST, Contact::id);
    }

    public boolean isFull() {
        return contacts.size() == MOST;
    }

    public Optional<Contact> find(String id) {
        return contacts.stream().filter(has(id)).findFirst();
    }

    private static Predicate<Contact> has(String id) {
        return contact -> contact.id().equals(id);
    }

    /** Whoever is there already stays where he or she is, with the name that is known now. */
    public WatchList with(Contact contact) {
        if (find(contact.id()).isEmpty()) {
            return inserted(contact, contacts.size());
        }
        return new WatchList(
                contacts.stream()
                        .map(each -> each.id().equals(contact.id()) ? contact : each)
                        .toList(),
                order);
    }

    private WatchList inserted(Contact contact, int index) {
        List<Contact> after = new ArrayList<>(contacts);
        after.add(Math.max(0, Math.min(index, after.size())), contact);
        return new WatchList(after, order);
    }

    public WatchList without(String id) {
        return new WatchList(contacts.stream().filter(has(id).negate()).toList(), order);
    }

    /** What taking {@code id} away takes away; empty when there is nobody. */
    public Optional<Removed> removal(String id) {
        return find(id).map(contact -> new Removed(contact, contacts.indexOf(contact)));
    }

    /** The reverse of {@link #without}; harmless when that person is back already. */
    public WatchList restored(Removed removed) {
        return find(removed.contact().id()).isPresent() ? this : inserted(removed.contact(), removed.index());
    }

    /** To that place in the user's own order, which is shown from then on. */
    public WatchList moved(String id, int index) {
        return find(id).map(contact -> without(id).inserted(contact, index).in(Order.OWN))
                .orElse(this);
    }

    public WatchList in(Order other) {
        return new WatchList(contacts, other);
    }

    /** As they are to be shown. */
    public List<Contact> ordered(Function<String, Reachability> reachability) {
        return switch (order) {
            case OWN -> contacts;
            case FREE_FIRST ->
                contacts.stream()
                        .sorted(Comparator.comparing(contact -> reachability.apply(contact.id())))
                        .toList();
        };
    }
}
