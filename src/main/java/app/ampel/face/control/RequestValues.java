package app.ampel.face.control;

import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.StatusRequest;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.SerialLightJson;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values in a request, checked as strictly as those on the command line. */
public final class RequestValues {

    private static final int MOST_TEXTS = 8;

    private final ObjectNode request;
    private final Values values;
    private final Messages words;

    public RequestValues(ObjectNode request, Messages words) {
        this.request = request;
        this.values = new Values(words);
        this.words = words;
    }

    /** What is wanted on a wall. */
    WallValues wall() {
        return new WallValues(request, words);
    }

    public String command() {
        return LineStarts.text(request, "command").orElse("");
    }

    public String text(String name) throws Failure {
        return LineStarts.text(request, name).orElseThrow(() -> wrong(name));
    }

    /** Empty where nothing is said. */
    Optional<String> given(String name) {
        return LineStarts.text(request, name);
    }

    int size(String name) {
        return request.path(name).size();
    }

    boolean isSet(String name) {
        return request.path(name).asBoolean();
    }

    /** At most as many as anything about a light needs. */
    public List<String> texts(String name) throws Failure {
        return texts(name, MOST_TEXTS);
    }

    List<String> texts(String name, int most) throws Failure {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : request.path(name)) {
            if (!each.isTextual() || texts.size() >= most) {
                throw wrong(name);
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    private Failure wrong(String name) {
        return Failure.usage(words.say("control.wrong", name));
    }

    /** Nothing said: Ampel's own. */
    SerialProtocol serialProtocol() throws Failure {
        return request.has("light")
                ? SerialLightJson.parse(request.get("light"))
                        .orElseThrow(() -> wrong("light"))
                        .protocol()
                : new SerialProtocol.Ampel();
    }

    public Choice choice() throws Failure {
        return values.choice(text("choice"));
    }

    /** By the running program's clock, which the demo speeds up. */
    public StatusRequest manual(Instant now, StatusDefaults habits) throws Failure {
        Choice choice = choice();
        Where where = where();
        return new StatusRequest(choice, end(choice, now, habits), note(), where.lightOnly(), where.takeOver());
    }

    private Expiry end(Choice choice, Instant now, StatusDefaults habits) throws Failure {
        Times times = new Times(words);
        Optional<String> span = LineStarts.text(request, "for");
        if (span.isPresent()) {
            return Expiry.after(times.span(span.get(), now), now);
        }
        Optional<String> until = LineStarts.text(request, "until");
        if (until.isPresent()) {
            return Expiry.at(times.endAt(until.get(), now, zone()));
        }
        Optional<String> ends = LineStarts.text(request, "ends");
        if (ends.isEmpty()) {
            return DurationOption.USUAL.end(choice, now, habits, zone());
        }
        return switch (ends.get()) {
            case "cleared" -> DurationOption.UNTIL_CLEARED.end(choice, now, habits, zone());
            case "working-day" -> DurationOption.WORKING_DAY.end(choice, now, habits, zone());
            default -> throw wrong("ends");
        };
    }

    /** By how much a status is extended. */
    public Duration by() throws Failure {
        return new Times(words).span(text("by"), Instant.EPOCH);
    }

    /** The note to colleagues. */
    public Optional<String> note() throws Failure {
        Optional<String> note =
                LineStarts.text(request, "message").map(String::strip).filter(text -> !text.isEmpty());
        if (note.filter(text -> text.length() > StatusRequest.LONGEST_NOTE).isPresent()) {
            // Teams counts UTF-16 units, of which an emoji has several.
            int length = note.get().length();
            boolean plain = note.get().codePointCount(0, length) == length;
            throw Failure.usage(words.say(
                    plain ? "cli.note-too-long" : "cli.note-too-long-emoji", length, StatusRequest.LONGEST_NOTE));
        }
        return note;
    }

    public record Where(boolean lightOnly, boolean takeOver) {}

    /** Who is told; on the light only leaves nobody to whom a note could go. */
    public Where where() throws Failure {
        boolean lightOnly = request.path("lightOnly").asBoolean();
        boolean takeOver = request.path("takeOver").asBoolean();
        if (lightOnly && (takeOver || note().isPresent())) {
            throw Failure.usage(words.say("cli.light-only"));
        }
        return new Where(lightOnly, takeOver);
    }

    private ZoneId zone() throws Failure {
        try {
            return LineStarts.text(request, "zone").map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw wrong("zone");
        }
    }

    public LightOverride light() throws Failure {
        return values.light(text("colour"), LineStarts.text(request, "effect"));
    }

    public AccountSettings account() throws Failure {
        return values.account(
                LineStarts.text(request, "clientId"),
                LineStarts.text(request, "tenant"),
                LineStarts.text(request, "cloud"),
                LineStarts.text(request, "authority"),
                LineStarts.text(request, "graph"),
                LineStarts.text(request, "signIn"));
    }
}
