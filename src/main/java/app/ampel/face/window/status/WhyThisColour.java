package app.ampel.face.window.status;

import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.ManualStatus;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** Where the lights' colour comes from: source, rule, age, next check. Pure. */
record WhyThisColour(Messages words, Phrases phrases, Supplier<ZoneId> zone) {

    List<StatusViewState.Why> of(Snapshot now) {
        return List.of(
                row("source", source(now)), row("rule", rule(now)), row("age", age(now)), row("next", nextCheck(now)));
    }

    private StatusViewState.Why row(String key, String text) {
        return new StatusViewState.Why(words.say("ui.why." + key), text);
    }

    private String source(Snapshot now) {
        if (now.override().paused()) {
            return words.say("ui.why.source.paused");
        }
        return switch (now.why()) {
            case PRESENCE -> teams("ui.why.source.teams", now);
            case STALE -> teams("ui.why.source.stale", now);
            case MANUAL -> now.manual().map(manual -> manual(manual, now)).orElse("");
            case LOCKED -> words.say("ui.why.source.locked");
            case LOCKED_REST -> words.say("ui.why.source.locked-rest");
            case OUT_OF_HOURS -> words.say("ui.why.source.out-of-hours");
            case OVERRIDE -> words.say("ui.why.source.override");
            case SIGNED_OUT -> words.say("ui.why.source.signed-out");
            case CONSENT_MISSING -> words.say("ui.why.source.consent-missing");
            case UNKNOWN -> words.say("ui.why.source.unknown");
        };
    }

    private String teams(String key, Snapshot now) {
        return now.reading()
                .last()
                .map(PresenceReading.Last::presence)
                .map(presence -> words.say(key, phrases.presence(presence)))
                .orElse("");
    }

    private String manual(ManualStatus manual, Snapshot now) {
        return words.say(
                "ui.why.source.manual",
                words.say("choice." + manual.choice().word()),
                phrases.time(manual.until(), now.now(), zone.get()));
    }

    private String rule(Snapshot now) {
        if (now.override().paused()) {
            return words.say("ui.why.rule.paused");
        }
        String key = switch (now.why()) {
            case PRESENCE -> "presence";
            case STALE -> "stale";
            case MANUAL -> "manual";
            case LOCKED -> "locked";
            case LOCKED_REST, OUT_OF_HOURS -> "rest";
            case OVERRIDE -> "override";
            case SIGNED_OUT, CONSENT_MISSING, UNKNOWN -> "unknown";
        };
        return words.say("ui.why.rule." + key, phrases.command(now.shown()));
    }

    private String age(Snapshot now) {
        return now.reading()
                .last()
                .map(last -> phrases.ago(Duration.between(last.at(), now.now())))
                .orElseGet(() -> words.say("ui.why.age.never"));
    }

    private String nextCheck(Snapshot now) {
        return now.poll()
                .map(poll -> Duration.between(now.now(), poll.next()))
                .map(left -> left.toSeconds() < 1
                        ? words.say("ui.why.next.now")
                        : words.say("ui.why.next.in", phrases.span(left)))
                .orElseGet(() -> words.say("ui.why.next.none"));
    }
}
