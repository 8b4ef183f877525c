package app.ampel.face.cli;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.End;
import app.ampel.domain.status.Habits;
import app.ampel.domain.status.Lasting;
import app.ampel.domain.status.Request;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.lights.SerialProtocol;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.SerialLightJson;
import app.ampel.service.text.Words;
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
final class RequestValues {

    private static final int MOST_TEXTS = 8;

    private final ObjectNode request;
    private final Values values;
    private final Words words;

    RequestValues(ObjectNode request, Words words) {
        this.request = request;
        this.values = new Values(words);
        this.words = words;
    }

    String command() {
        return Messages.text(request, "command").orElse("");
    }

    String text(String name) throws Failure {
        return Messages.text(request, name).orElseThrow(() -> wrong(name));
    }

    /** At most as many as anything needs. */
    List<String> texts(String name) throws Failure {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : request.path(name)) {
            if (!each.isTextual() || texts.size() >= MOST_TEXTS) {
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

    Choice choice() throws Failure {
        return values.choice(text("choice"));
    }

    /** By the running program's clock, which the demo speeds up. */
    Request manual(Instant now, Habits habits) throws Failure {
        Choice choice = choice();
        Where where = where();
        return new Request(choice, end(choice, now, habits), note(), where.lightOnly(), where.takeOver());
    }

    private End end(Choice choice, Instant now, Habits habits) throws Failure {
        Times times = new Times(words);
        Optional<String> span = Messages.text(request, "for");
        if (span.isPresent()) {
            return End.after(times.span(span.get(), now), now);
        }
        Optional<String> until = Messages.text(request, "until");
        if (until.isPresent()) {
            return End.at(times.endAt(until.get(), now, zone()));
        }
        Optional<String> ends = Messages.text(request, "ends");
        if (ends.isEmpty()) {
            return Lasting.USUAL.end(choice, now, habits, zone());
        }
        return switch (ends.get()) {
            case "cleared" -> Lasting.UNTIL_CLEARED.end(choice, now, habits, zone());
            case "working-day" -> Lasting.WORKING_DAY.end(choice, now, habits, zone());
            default -> throw wrong("ends");
        };
    }

    /** By how much a status is extended. */
    Duration by() throws Failure {
        return new Times(words).span(text("by"), Instant.EPOCH);
    }

    /** The note to colleagues. */
    Optional<String> note() throws Failure {
        Optional<String> note =
                Messages.text(request, "message").map(String::strip).filter(text -> !text.isEmpty());
        if (note.filter(text -> text.length() > Request.LONGEST_NOTE).isPresent()) {
            // Teams counts UTF-16 units, of which an emoji has several.
            int length = note.get().length();
            boolean plain = note.get().codePointCount(0, length) == length;
            throw Failure.usage(
                    words.say(plain ? "cli.note-too-long" : "cli.note-too-long-emoji", length, Request.LONGEST_NOTE));
        }
        return note;
    }

    record Where(boolean lightOnly, boolean takeOver) {}

    /** Who is told; on the light only leaves nobody to whom a note could go. */
    Where where() throws Failure {
        boolean lightOnly = request.path("lightOnly").asBoolean();
        boolean takeOver = request.path("takeOver").asBoolean();
        if (lightOnly && (takeOver || note().isPresent())) {
            throw Failure.usage(words.say("cli.light-only"));
        }
        return new Where(lightOnly, takeOver);
    }

    private ZoneId zone() throws Failure {
        try {
            return Messages.text(request, "zone").map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw wrong("zone");
        }
    }

    LightOverride light() throws Failure {
        return values.light(text("colour"), Messages.text(request, "effect"));
    }

    AccountSettings account() throws Failure {
        return values.account(
                Messages.text(request, "clientId"),
                Messages.text(request, "tenant"),
                Messages.text(request, "cloud"),
                Messages.text(request, "authority"),
                Messages.text(request, "graph"),
                Messages.text(request, "signIn"));
    }
}
