package app.ampel.adapter.files.history;

import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The map of an account in an open store, from the second in which a span begins to the rest of it. A class of its own,
 * so that nothing of the library is loaded before a store is opened.
 */
final class SpanMap {

    private SpanMap() {}

    static void keep(MVStore store, Change change) {
        MVMap<Long, String> spans = spans(store, change.account());
        cut(spans, change.from());
        change.span().ifPresent(span -> put(spans, span));
    }

    /** In order; nothing when there is no such map. */
    static List<Span> read(MVStore store, String account) {
        return store.hasMap(account) ? all(spans(store, account)) : List.of();
    }

    /** In all maps. */
    static void prune(MVStore store, Instant oldest) {
        for (String account : List.copyOf(store.getMapNames())) {
            prune(spans(store, account), oldest);
        }
    }

    /** Types of our own choosing: the library's usual ones would make any object that a file asks for. */
    private static MVMap<Long, String> spans(MVStore store, String account) {
        return store.openMap(
                account,
                new MVMap.Builder<Long, String>().keyType(LongDataType.INSTANCE).valueType(StringDataType.INSTANCE));
    }

    private static void put(MVMap<Long, String> spans, Span span) {
        spans.put(span.from().getEpochSecond(), SpanText.of(span));
    }

    private static void cut(MVMap<Long, String> spans, Instant end) {
        long second = end.getEpochSecond();
        for (Long from = spans.ceilingKey(second); from != null; from = spans.ceilingKey(second)) {
            spans.remove(from);
        }
        Long last = spans.lowerKey(second);
        if (last != null) {
            SpanText.read(last, spans.get(last))
                    .filter(span -> span.to().isAfter(end))
                    .flatMap(span -> span.within(Instant.MIN, end))
                    .ifPresent(span -> put(spans, span));
        }
    }

    private static void prune(MVMap<Long, String> spans, Instant oldest) {
        long second = oldest.getEpochSecond();
        for (Long from = spans.firstKey(); from != null && from < second; from = spans.firstKey()) {
            Optional<Span> rest =
                    SpanText.read(from, spans.get(from)).flatMap(span -> span.within(oldest, Instant.MAX));
            spans.remove(from);
            rest.ifPresent(span -> put(spans, span));
        }
    }

    private static List<Span> all(MVMap<Long, String> spans) {
        List<Span> all = new ArrayList<>();
        var cursor = spans.cursor(null);
        while (cursor.hasNext()) {
            Long from = cursor.next();
            SpanText.read(from, cursor.getValue()).ifPresent(all::add);
        }
        return all;
    }
}
