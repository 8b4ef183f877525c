package app.ampel.face.window.status;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.face.window.kit.Action;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.status.NextStatus;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be picked for the next status: which, how long, where. Pure. */
record Picks(Messages words, Phrases phrases, Supplier<ZoneId> zone) {

    List<StatusViewState.Pick<Choice>> states(Snapshot now) {
        Optional<Choice> set = now.manual().map(ManualStatus::choice);
        return Arrays.stream(Choice.values())
                .map(choice -> new StatusViewState.Pick<>(
                        choice, words.say("choice." + choice.word()), set.equals(Optional.of(choice))))
                .toList();
    }

    List<StatusViewState.Pick<DurationOption>> times(Snapshot now, NextStatus next, StatusDefaults habits) {
        return habits.offers().stream()
                .map(lasting -> new StatusViewState.Pick<>(
                        lasting,
                        phrases.lasting(lasting, habits, now.now(), zone.get()),
                        lasting.equals(next.lasting())))
                .toList();
    }

    /** How long "In a call" lasts next. */
    String span(NextStatus next, StatusDefaults habits) {
        return phrases.span(next.lasting().time().orElse(habits.time(Choice.IN_A_CALL)));
    }

    Action lightOnly(NextStatus next) {
        return Action.of(words.say("tray.light-only"), words.say("ui.light-only.hint"))
                .on(next.lightOnly());
    }
}
