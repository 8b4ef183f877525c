package app.ampel.service.text;

import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.StatusRequest;
import app.ampel.service.engine.Snapshot;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What there is to say about a status set by hand beside its one line. Pure. */
record Remarks(Messages words, Phrases phrases, Supplier<ZoneId> zone) {

    /** What is said once is said with a status that has just been set. */
    private static final Duration NEW = Duration.ofMinutes(3);

    List<String> of(ManualStatus manual, Snapshot now) {
        // What is on the light only is nothing that Teams shows, takes or replaces.
        if (manual.state() == ManualStatus.State.LIGHT_ONLY) {
            return List.of();
        }
        Stream<String> hints =
                Duration.between(manual.since(), now.now()).compareTo(NEW) < 0 ? hints(manual) : Stream.empty();
        Stream<Optional<String>> others = Stream.of(
                overridden(manual, now),
                takesOver(manual, now),
                offlineAfter(manual),
                note(manual),
                noteProblem(manual));
        return Stream.concat(others.flatMap(Optional::stream), hints).toList();
    }

    private Stream<String> hints(ManualStatus manual) {
        return manual.wish().hints().stream().sorted().map(hint -> words.say("sentence.hint." + hint.word()));
    }

    private Optional<String> overridden(ManualStatus manual, Snapshot now) {
        Optional<String> shown =
                now.reading().last().map(PresenceReading.Last::presence).map(phrases::presence);
        return manual.overridden()
                .flatMap(
                        why -> shown.map(other -> words.say("sentence.overridden." + why.word(), other, name(manual))));
    }

    private Optional<String> takesOver(ManualStatus manual, Snapshot now) {
        if (!manual.takesOver()) {
            return Optional.empty();
        }
        return Optional.of(words.say(
                "sentence.takes-over." + manual.choice().word(), phrases.time(manual.until(), now.now(), zone.get())));
    }

    private Optional<String> offlineAfter(ManualStatus manual) {
        return manual.wish().offlineAfter() ? Optional.of(words.say("sentence.offline-after")) : Optional.empty();
    }

    private Optional<String> note(ManualStatus manual) {
        return manual.note().map(text -> words.say("sentence.note", Phrases.tame(text, StatusRequest.LONGEST_NOTE)));
    }

    private Optional<String> noteProblem(ManualStatus manual) {
        return manual.noteProblem()
                .filter(problem -> manual.note().isPresent())
                .map(problem -> words.say("sentence.note.problem", words.say(problem)));
    }

    private String name(ManualStatus manual) {
        return words.say("choice." + manual.choice().word());
    }
}
