package app.ampel.graph;

import app.ampel.presence.StatusMessage;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.PresenceStatusMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The SDK's status message to ours and back. Its end is a local time without an offset, and the name of a zone. */
final class GraphMessages {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private GraphMessages() {}

    static PresenceStatusMessage written(StatusMessage message) {
        ItemBody text = new ItemBody();
        text.setContent(message.text());
        text.setContentType(BodyType.Text);
        PresenceStatusMessage written = new PresenceStatusMessage();
        written.setMessage(text);
        message.until().map(GraphMessages::written).ifPresent(written::setExpiryDateTime);
        return written;
    }

    private static DateTimeTimeZone written(Instant moment) {
        DateTimeTimeZone written = new DateTimeTimeZone();
        written.setDateTime(SECONDS.format(moment.atOffset(ZoneOffset.UTC)));
        written.setTimeZone("UTC");
        return written;
    }

    /** Empty when there is none, or nothing in it. */
    static Optional<StatusMessage> read(PresenceStatusMessage read) {
        return Optional.ofNullable(read)
                .map(PresenceStatusMessage::getMessage)
                .map(ItemBody::getContent)
                .filter(content -> !content.isBlank())
                .map(content -> new StatusMessage(
                        content, Optional.ofNullable(read.getExpiryDateTime()).flatMap(GraphMessages::read)));
    }

    /** An end that cannot be understood is none: better a note that stays than one that is lost. */
    private static Optional<Instant> read(DateTimeTimeZone end) {
        try {
            ZoneId zone = end.getTimeZone() == null ? ZoneOffset.UTC : ZoneId.of(end.getTimeZone());
            return Optional.ofNullable(end.getDateTime())
                    .map(text -> text.endsWith("Z") ? text.substring(0, text.length() - 1) : text)
                    .map(text -> LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
