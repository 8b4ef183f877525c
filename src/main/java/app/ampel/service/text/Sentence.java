package app.ampel.service.text;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.light.LightState;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.ManualStatus;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The sentence about what is known and shown, and the lines under it. Any thread. */
public final class Sentence {

    /** For these the administrator is the reason. */
    private static final Set<Problem.Kind> NOT_ALLOWED =
            Set.of(Problem.Kind.CONSENT_NEEDED, Problem.Kind.REFUSED_BY_GRAPH);

    private final Messages words;
    private final Phrases phrases;
    private final Remarks remarks;
    private final Supplier<ZoneId> zone;

    public Sentence(Messages words, Supplier<ZoneId> zone) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.remarks = new Remarks(words, phrases, zone);
        this.zone = zone;
    }

    /** In one line: "In a call until 15:30, set by you. Two lights." */
    public String of(Overview overview) {
        Snapshot now = overview.snapshot();
        boolean signedOut = now.manual().isEmpty() && now.reading().kind() == PresenceReading.Kind.SIGNED_OUT;
        // Signed out ends with the command to type; nothing may stand behind it.
        return signedOut
                ? join(Stream.of(override(now), what(now)))
                : join(Stream.of(what(now), override(now), lights(overview.lights())));
    }

    /** The same without the lights. */
    public String headline(Snapshot now) {
        return join(Stream.of(what(now), override(now)));
    }

    /** The lights one by one, who is signed in, and how old all this is. */
    public List<String> details(Overview overview) {
        Snapshot now = overview.snapshot();
        List<String> lines = new ArrayList<>();
        overview.lights().stream().map(this::light).forEach(lines::add);
        now.account()
                .profile()
                .map(who -> words.say("sentence.account", phrases.who(who)))
                .ifPresent(lines::add);
        String checks = join(Stream.of(checked(now), nextCheck(now)));
        if (!checks.isEmpty()) {
            lines.add(checks);
        }
        return lines;
    }

    /** One light, in one line, with what to do about it. */
    public String light(LightState light) {
        String line = words.say("sentence.light", called(light), how(light));
        return light.hint()
                .map(hint -> line + ". " + words.say(hint.key(), Phrases.tame(hint.argument())))
                .orElse(line);
    }

    /** What it shows, or why it shows nothing. */
    public String how(LightState light) {
        return switch (light.condition()) {
            case OK -> phrases.command(light.shown());
            case NO_PERMISSION, IN_USE, GONE, NOT_ANSWERING, UNKNOWN_MODEL, OFF ->
                words.say("sentence.light." + light.condition().word());
        };
    }

    private String called(LightState light) {
        String model = Phrases.tame(light.model());
        return light.name()
                .map(name -> words.say("sentence.light.named", Phrases.tame(name), model))
                .orElse(model);
    }

    private String what(Snapshot now) {
        return now.manual().map(manual -> manual(manual, now)).orElseGet(() -> reading(now));
    }

    /** What has to be known about the status set by hand beyond the one line. */
    public List<String> remarks(Snapshot now) {
        return now.manual().map(manual -> remarks.of(manual, now)).orElse(List.of());
    }

    private String manual(ManualStatus manual, Snapshot now) {
        String key = manual.ends() == Expiry.Kind.CLEARED ? "sentence.manual.until-cleared" : "sentence.manual";
        String set = words.say(
                key,
                words.say("choice." + manual.choice().word()),
                phrases.time(manual.until(), now.now(), zone.get()));
        String more = switch (manual.state()) {
            case IN_EFFECT -> "";
            case REQUESTED -> words.say("sentence.manual.requested");
            case OVERRIDDEN ->
                now.reading()
                        .last()
                        .map(last -> words.say("sentence.manual.overridden", phrases.presence(last.presence())))
                        .orElse("");
            case FAILED -> because("sentence.manual.failed", manual);
            case LIGHT_ONLY -> lightOnly(manual);
        };
        return join(Stream.of(set, more));
    }

    private String lightOnly(ManualStatus manual) {
        if (manual.problem().isEmpty()) {
            return words.say("sentence.manual.light-only-because");
        }
        boolean administrator = manual.problem()
                .map(Problem::kind)
                .filter(NOT_ALLOWED::contains)
                .isPresent();
        return administrator
                ? words.say("sentence.manual.light-only")
                : because("sentence.manual.light-only-because", manual);
    }

    private String because(String key, ManualStatus manual) {
        return join(Stream.of(words.say(key), manual.problem().map(words::say).orElse("")));
    }

    private String reading(Snapshot now) {
        PresenceReading reading = now.reading();
        return switch (reading.kind()) {
            case KNOWN ->
                reading.last()
                        .map(last -> words.say("sentence.known", phrases.presence(last.presence())))
                        .orElse("");
            case STALE -> reading.last().isPresent() ? lastKnown(now) : words.say("sentence.never-read");
            case SIGNED_OUT -> signedOut(now);
            case CONSENT_MISSING -> join(Stream.of(problem(reading, Problem.Kind.CONSENT_NEEDED), lastKnown(now)));
            case THROTTLED -> join(Stream.of(throttled(now), lastKnown(now)));
            case UNREACHABLE -> join(Stream.of(problem(reading, Problem.Kind.NO_NETWORK), lastKnown(now)));
        };
    }

    private String signedOut(Snapshot now) {
        return now.account().kind() == AccountState.Kind.WAITING
                ? words.say("sentence.waiting")
                : problem(now.reading(), Problem.Kind.NOT_SIGNED_IN);
    }

    private String throttled(Snapshot now) {
        return now.reading()
                .until()
                .map(until -> words.say("sentence.throttled", phrases.time(until, now.now(), zone.get())))
                .orElseGet(() -> problem(now.reading(), Problem.Kind.THROTTLED));
    }

    private String problem(PresenceReading reading, Problem.Kind otherwise) {
        return words.sayMeanwhile(reading.problem().orElse(Problem.of(otherwise)));
    }

    private String lastKnown(Snapshot now) {
        return now.reading()
                .last()
                .map(last -> words.say(
                        "sentence.last-known",
                        phrases.presence(last.presence()),
                        phrases.time(last.at(), now.now(), zone.get())))
                .orElse("");
    }

    private String override(Snapshot now) {
        if (now.override().paused()) {
            return words.say("sentence.override.paused");
        }
        return now.override()
                .command()
                .map(command -> command.colour().isDark()
                        ? words.say("sentence.override.off")
                        : words.say("sentence.override.colour", phrases.command(command)))
                .orElse("");
    }

    private String lights(List<LightState> lights) {
        long working = lights.stream()
                .filter(light ->
                        light.condition() == LightState.Condition.OK || light.condition() == LightState.Condition.OFF)
                .count();
        long trouble = lights.size() - working;
        return join(Stream.of(
                words.say("sentence.lights", working),
                trouble == 0 ? "" : words.say("sentence.lights.trouble", trouble)));
    }

    private String checked(Snapshot now) {
        return now.reading()
                .last()
                .map(last -> words.say("sentence.checked", phrases.ago(Duration.between(last.at(), now.now()))))
                .orElse("");
    }

    private String nextCheck(Snapshot now) {
        return now.poll()
                .map(poll -> Duration.between(now.now(), poll.next()))
                .map(left -> left.toSeconds() < 1
                        ? words.say("sentence.next-check.now")
                        : words.say("sentence.next-check", phrases.span(left)))
                .orElse("");
    }

    /** A sentence that ends with a command to type has no full stop, unless another one follows. */
    private static String join(Stream<String> sentences) {
        return sentences
                .filter(sentence -> !sentence.isEmpty())
                .reduce((before, next) ->
                        before + (Character.isLetter(before.charAt(before.length() - 1)) ? ". " : " ") + next)
                .orElse("");
    }
}
