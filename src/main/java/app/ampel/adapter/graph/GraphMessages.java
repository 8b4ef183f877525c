package app.ampel.adapter.graph;

import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.presence.StatusMessage.Original;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.PresenceStatusMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * The SDK's status message to ours and back. Its end is a local time, mostly without an offset, and the name of a zone.
 * What is put back is written as it was read, whether its end could be understood or not.
 */
final class GraphMessages {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /** ISO 8601: a date, most often with a time, at times with an offset. */
    private static final DateTimeFormatter END = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private GraphMessages() {}

    static PresenceStatusMessage written(StatusMessage message) {
        Optional<Original> original = message.original();
        ItemBody text = new ItemBody();
        text.setContent(message.text());
        text.setContentType(
                original.map(Original::contentType).map(BodyType::forValue).orElse(BodyType.Text));
        PresenceStatusMessage written = new PresenceStatusMessage();
        written.setMessage(text);
        original.filter(read -> !read.end().isEmpty())
                .map(read -> end(read.end(), read.zone()))
                .or(() -> message.until().map(GraphMessages::written))
                .ifPresent(written::setExpiryDateTime);
        return written;
    }

    private static DateTimeTimeZone written(Instant moment) {
        return end(SECONDS.format(moment.atOffset(ZoneOffset.UTC)), "UTC");
    }

    private static DateTimeTimeZone end(String time, String zone) {
        DateTimeTimeZone end = new DateTimeTimeZone();
        end.setDateTime(time);
        if (!zone.isEmpty()) {
            end.setTimeZone(zone);
        }
        return end;
    }

    /** Empty when there is none, or nothing in it. */
    static Optional<StatusMessage> read(PresenceStatusMessage read) {
        return Optional.ofNullable(read)
                .map(PresenceStatusMessage::getMessage)
                .filter(message ->
                        message.getContent() != null && !message.getContent().isBlank())
                .map(message -> read(read, message));
    }

    private static StatusMessage read(PresenceStatusMessage read, ItemBody message) {
        Optional<DateTimeTimeZone> end = Optional.ofNullable(read.getExpiryDateTime());
        Original original = new Original(
                message.getContentType() == null ? "" : message.getContentType().getValue(),
                end.map(DateTimeTimeZone::getDateTime).orElse(""),
                end.map(DateTimeTimeZone::getTimeZone).orElse(""));
        return new StatusMessage(
                message.getContent(),
                moment(original.end(), original.zone()),
                Optional.of(original),
                Optional.ofNullable(read.getPublishedDateTime()).map(OffsetDateTime::toInstant));
    }

    /** Empty when there is none, or none that can be understood: then the note counts as one that stays. */
    static Optional<Instant> moment(String time, String zone) {
        Optional<ZoneId> there = zone.isBlank() ? Optional.of(ZoneOffset.UTC) : Zones.of(zone);
        try {
            TemporalAccessor parsed =
                    END.parseBest(time.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime exact) {
                return Optional.of(exact.toInstant());
            }
            LocalDateTime local = parsed instanceof LocalDateTime whole
                    ? whole
                    : LocalDate.from(parsed).atStartOfDay();
            return there.map(at -> local.atZone(at).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
