package app.ampel.face.window.history;

import app.ampel.domain.history.Day;
import app.ampel.domain.history.Span;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days and spans in words. */
final class HistoryWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Messages words;
    private final Phrases phrases;
    private final DateTimeFormatter date;

    HistoryWords(Messages words) {
        this.words = words;
        phrases = new Phrases(words);
        date = DateTimeFormatter.ofPattern(words.say("ui.history.date"), words.locale());
    }

    /** "Mon 16 Nov". */
    String date(LocalDate day) {
        return date.format(day);
    }

    /** "09:00–10:30 In a meeting". */
    String span(Span span, Day day) {
        String end = span.to().equals(day.end()) ? "24:00" : clock(span.to(), day);
        String what = phrases.presence(span.presence());
        return words.say(
                span.lightOnly() ? "ui.history.span.light-only" : "ui.history.span",
                clock(span.from(), day),
                end,
                what);
    }

    private static String clock(Instant moment, Day day) {
        return CLOCK.format(day.clock(moment));
    }

    /** "1 h 20 min in calls, 30 min in meetings, 3 h available"; what there was none of is left out. */
    String totals(Day day) {
        String all = Stream.of(
                        Map.entry(PresenceKind.IN_A_CALL, "ui.history.calls"),
                        Map.entry(PresenceKind.IN_A_MEETING, "ui.history.meetings"),
                        Map.entry(PresenceKind.AVAILABLE, "ui.history.available"))
                .filter(each -> isWorthSaying(day.total(each.getKey())))
                .map(each -> words.say(each.getValue(), phrases.span(day.total(each.getKey()))))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? words.say("ui.history.nothing") : all;
    }

    /** Empty when there was none. */
    String inCalls(Day day) {
        Duration calls = day.total(PresenceKind.IN_A_CALL);
        return isWorthSaying(calls) ? phrases.span(calls) : "";
    }

    private static boolean isWorthSaying(Duration time) {
        return time.toMinutes() > 0;
    }

    /** Everything that a strip shows. */
    String spoken(Day day) {
        List<Span> spans = day.spans();
        return spans.isEmpty()
                ? words.say("ui.history.nothing")
                : spans.stream().map(span -> span(span, day)).collect(Collectors.joining(", "));
    }
}
