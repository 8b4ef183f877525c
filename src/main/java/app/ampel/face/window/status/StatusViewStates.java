package app.ampel.face.window.status;

import app.ampel.domain.light.LightState;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.face.window.kit.Action;
import app.ampel.face.window.kit.Look;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.status.NextStatus;
import app.ampel.service.status.StatusService;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import app.ampel.service.text.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the status page shows for a snapshot at a moment. Pure. */
final class StatusViewStates {

    private static final Set<LightState.Condition> FINE = Set.of(LightState.Condition.OK, LightState.Condition.OFF);

    private final Messages words;
    private final Phrases phrases;
    private final Sentence sentence;
    private final WhyThisColour why;
    private final Picks picks;

    StatusViewStates(Messages words, Supplier<ZoneId> zone) {
        this.words = words.onScreen();
        phrases = new Phrases(this.words);
        sentence = new Sentence(this.words, zone);
        why = new WhyThisColour(this.words, phrases, zone);
        picks = new Picks(this.words, phrases, zone);
    }

    /**
     * @param known may be older than {@code moment}
     * @param next how the next status is set
     * @param note to colleagues, as it is typed
     * @param explained whether to say where the colour comes from
     */
    StatusViewState of(
            Overview known,
            Instant moment,
            NextStatus next,
            String note,
            StatusDefaults habits,
            String notice,
            boolean explained) {
        Snapshot now = at(known.snapshot(), moment);
        boolean signedIn = now.account().profile().isPresent();
        return new StatusViewState(
                Look.of(now),
                sentence.of(new Overview(now, known.lights())),
                now.manual().map(manual -> share(manual, moment)).orElse(1.0),
                now.manual().map(manual -> left(manual, moment)).orElse(""),
                inACall(now, picks.span(next, habits)),
                extend(now),
                clear(now),
                takeOver(now),
                sentence.remarks(now),
                picks.states(now),
                picks.times(now, next, habits),
                picks.lightOnly(next),
                note,
                known.lights().stream().map(this::lamp).toList(),
                words.say("ui.lights.none"),
                explained ? why.of(now) : List.of(),
                account(now),
                remedy(now),
                signedIn
                        ? Optional.of(Action.of(words.say("ui.sign-out"), words.say("ui.sign-out.hint")))
                        : Optional.empty(),
                notice);
    }

    private static Snapshot at(Snapshot known, Instant moment) {
        Instant now = moment.isBefore(known.now()) ? known.now() : moment;
        return new Snapshot(
                now,
                known.reading(),
                known.manual(),
                known.override(),
                known.shown(),
                known.why(),
                known.account(),
                known.poll());
    }

    private Optional<StatusViewState.Remedy> remedy(Snapshot now) {
        boolean signIn = now.account().profile().isEmpty() || now.reading().kind() == PresenceReading.Kind.SIGNED_OUT;
        if (signIn) {
            return remedy(StatusViewState.Remedy.Kind.SIGN_IN, words.say("ui.sign-in"), words.say("ui.sign-in.hint"));
        }
        if (now.reading().kind() == PresenceReading.Kind.CONSENT_MISSING) {
            return remedy(
                    StatusViewState.Remedy.Kind.ASK_ADMINISTRATOR,
                    words.say("ui.step.ask-administrator"),
                    words.say("ui.step.ask-administrator.hint"));
        }
        boolean follows = now.override().equals(LightOverride.AUTO);
        return follows
                ? Optional.empty()
                : remedy(StatusViewState.Remedy.Kind.FOLLOW, words.say("ui.follow"), words.say("ui.follow.hint"));
    }

    private static Optional<StatusViewState.Remedy> remedy(StatusViewState.Remedy.Kind kind, String text, String hint) {
        return Optional.of(new StatusViewState.Remedy(kind, Action.of(text, hint)));
    }

    private static double share(ManualStatus manual, Instant now) {
        double whole = Duration.between(manual.since(), manual.until()).toMillis();
        double left = Duration.between(now, manual.until()).toMillis();
        return Math.max(0, Math.min(1, left / whole));
    }

    /** Rounded up: a status just set for an hour has an hour left. */
    private String left(ManualStatus manual, Instant now) {
        Duration exact = Duration.between(now, manual.until());
        Duration shown = exact.compareTo(Duration.ofMinutes(1)) <= 0
                ? Duration.ofSeconds(Math.max(0, (exact.toMillis() + 999) / 1000))
                : Duration.ofMinutes((exact.toSeconds() + 59) / 60);
        return words.say("ui.left", phrases.span(shown));
    }

    private Action inACall(Snapshot now, String span) {
        boolean on = now.manual()
                .filter(manual -> manual.choice() == Choice.IN_A_CALL)
                .isPresent();
        String hint = on ? words.say("ui.in-a-call.end") : words.say("ui.in-a-call.hint", span);
        return Action.of(words.say("choice." + Choice.IN_A_CALL.word()), hint).on(on);
    }

    private Action extend(Snapshot now) {
        return Action.of(words.say("ui.extend", phrases.span(StatusService.STEP)), words.say("ui.extend.hint"))
                .enabled(now.manual().isPresent(), words.say("ui.nothing-set"));
    }

    private Optional<Action> takeOver(Snapshot now) {
        return now.manual()
                .filter(ManualStatus::canTakeOver)
                .map(manual -> Action.of(words.say("ui.take-over"), words.say("ui.take-over.hint")));
    }

    private Action clear(Snapshot now) {
        return Action.of(words.say("ui.clear"), words.say("ui.clear.hint"))
                .enabled(now.manual().isPresent(), words.say("ui.nothing-set"));
    }

    private StatusViewState.Lamp lamp(LightState light) {
        return new StatusViewState.Lamp(sentence.light(light), light.shown(), !FINE.contains(light.condition()));
    }

    private String account(Snapshot now) {
        return now.account()
                .profile()
                .map(who -> words.say("ui.account", Phrases.tame(who.name()), Phrases.tame(who.username())))
                .orElse("");
    }
}
