package app.ampel.face.window.wall;

import app.ampel.domain.people.TechnicalAccount;
import app.ampel.domain.people.Wall;
import app.ampel.domain.problem.Problem;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import app.ampel.service.wall.WallSentences;
import app.ampel.service.wall.WallState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What the wall says of what is known, in the user's language. Any thread. */
final class WallWords {

    /** Two of a usual wall's intervals. */
    static final Duration OLD = Duration.ofMinutes(1);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Messages words;
    private final Phrases phrases;
    private final WallSentences sentences;
    private final Supplier<ZoneId> zone;

    WallWords(Messages words, Supplier<ZoneId> zone) {
        this.words = words.onScreen();
        this.phrases = new Phrases(this.words);
        this.sentences = new WallSentences(this.words);
        this.zone = zone;
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** @param now by the clock that what is known goes by */
    WallViewState of(WallState state, Instant now) {
        String title = state.pool().map(sentences::title).orElseGet(() -> sentences.title(state.wanted()));
        if (state.view().isPresent()) {
            return standing(title, state.view().get(), state.problem(), now);
        }
        return state.problem()
                .map(problem -> WallViewState.sentence(
                        title, sentences.failure(state.wanted(), problem, state.refused()), true))
                .orElseGet(() -> WallViewState.sentence(
                        title,
                        state.read() == 0 ? words.say("wall.reading") : words.say("wall.read", state.read()),
                        false));
    }

    private WallViewState standing(String title, PeopleSnapshot.WallView view, Optional<Problem> problem, Instant now) {
        Wall wall = view.wall();
        boolean old = wall.asOf()
                .filter(at -> Duration.between(at, now).compareTo(OLD) >= 0)
                .isPresent();
        return new WallViewState(
                title,
                words.say("wall.counts", wall.rows().size(), view.people()),
                wall.asOf().map(at -> asOf(at, old, now)).orElse(""),
                old,
                leftOut(wall),
                problem.map(words::sayMeanwhile).orElse(""),
                wall.rows().isEmpty() ? Optional.of(nobody(view, problem)) : Optional.empty(),
                false,
                wall.rows());
    }

    private String asOf(Instant at, boolean old, Instant now) {
        String clock = CLOCK.format(at.atZone(zone.get()));
        return old
                ? words.say("wall.as-of-old", clock, phrases.ago(Duration.between(at, now)))
                : words.say("wall.as-of", clock);
    }

    private String nobody(PeopleSnapshot.WallView view, Optional<Problem> problem) {
        if (view.people() == 0) {
            return sentences.empty(view.pool());
        }
        return problem.map(words::sayMeanwhile)
                .orElseGet(() -> words.say(view.complete() ? "wall.nobody" : "wall.asking"));
    }

    private String leftOut(Wall wall) {
        boolean all = wall.lookedFor().size() == TechnicalAccount.values().length;
        return words.say(all ? "wall.left-out.all" : "wall.left-out.some");
    }

    /** Somebody's state. */
    String state(Wall.Row row) {
        return phrases.presence(row.presence());
    }

    /** Somebody who has no name may have a mail. */
    static String name(Wall.Row row) {
        return row.person().name().isBlank()
                ? row.person().mail().orElse("?")
                : row.person().name();
    }
}
