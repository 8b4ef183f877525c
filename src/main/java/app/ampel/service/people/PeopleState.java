package app.ampel.service.people;

import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceRound;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.people.WatchList;
import app.ampel.domain.presence.RequestBudget.Priority;
import app.ampel.domain.problem.Problem;
import app.ampel.service.people.PeopleLooking.Purpose;
import app.ampel.service.people.PeopleLooking.RoundId;
import app.ampel.service.people.PeopleLooking.WallLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Everything that is known about other people, as one immutable value.
 *
 * @param saved empty while it is not known what is kept
 * @param trouble what went wrong last
 */
record PeopleState(
        PeopleSession session,
        PeoplePreferences preferences,
        Optional<SavedPeople> saved,
        PeopleKnowledge knowledge,
        PeopleLooking looking,
        Trouble trouble) {

    static final Duration WATCH_LIST = Duration.ofSeconds(15);
    static final Duration WAITS = Duration.ofSeconds(60);
    static final Duration WALL = Duration.ofSeconds(30);

    static final RoundId WATCH_LIST_ROUND = new RoundId(Purpose.WATCH_LIST, 0);
    static final RoundId WAITS_ROUND = new RoundId(Purpose.WAITS, 0);

    /**
     * What went wrong, and what can be undone.
     *
     * @param refused the step of consent that was refused last
     * @param notBefore when what is asked for by the way may be asked for again
     * @param removed who was taken off the watch list last
     */
    record Trouble(
            Optional<Problem> problem,
            Optional<ConsentStep> refused,
            Optional<Instant> notBefore,
            Optional<WatchList.Removed> removed) {

        static final Trouble NONE = new Trouble(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Trouble {
            Objects.requireNonNull(problem);
            Objects.requireNonNull(refused);
            Objects.requireNonNull(notBefore);
            Objects.requireNonNull(removed);
        }

        Trouble problem(Optional<Problem> other) {
            return new Trouble(other, refused, notBefore, removed);
        }

        Trouble refused(Optional<ConsentStep> other) {
            return new Trouble(problem, other, notBefore, removed);
        }

        Trouble notBefore(Optional<Instant> other) {
            return new Trouble(problem, refused, other, removed);
        }

        Trouble removed(Optional<WatchList.Removed> other) {
            return new Trouble(problem, refused, notBefore, other);
        }
    }

    PeopleState {
        Objects.requireNonNull(session);
        Objects.requireNonNull(preferences);
        Objects.requireNonNull(saved);
        Objects.requireNonNull(knowledge);
        Objects.requireNonNull(looking);
        Objects.requireNonNull(trouble);
    }

    static PeopleState starting(PeoplePreferences preferences) {
        return new PeopleState(
                PeopleSession.NOBODY,
                preferences,
                Optional.empty(),
                PeopleKnowledge.NOTHING,
                PeopleLooking.NOBODY,
                Trouble.NONE);
    }

    /** Somebody else, or nobody: nothing of what was known before is left. Who looks goes on looking. */
    PeopleState of(PeopleSession other) {
        return new PeopleState(
                other,
                preferences,
                Optional.empty(),
                PeopleKnowledge.NOTHING,
                PeopleLooking.NOBODY.lists(looking.lists()),
                Trouble.NONE);
    }

    PeopleState with(PeopleSession other) {
        return new PeopleState(other, preferences, saved, knowledge, looking, trouble);
    }

    PeopleState with(PeoplePreferences other) {
        return new PeopleState(session, other, saved, knowledge, looking, trouble);
    }

    PeopleState with(SavedPeople other) {
        return new PeopleState(session, preferences, Optional.of(other), knowledge, looking, trouble);
    }

    PeopleState with(PeopleKnowledge other) {
        return new PeopleState(session, preferences, saved, other, looking, trouble);
    }

    PeopleState with(PeopleLooking other) {
        return new PeopleState(session, preferences, saved, knowledge, other, trouble);
    }

    PeopleState with(Trouble other) {
        return new PeopleState(session, preferences, saved, knowledge, looking, other);
    }

    PeopleState know(UnaryOperator<PeopleKnowledge> change) {
        return with(change.apply(knowledge));
    }

    PeopleState look(UnaryOperator<PeopleLooking> change) {
        return with(change.apply(looking));
    }

    PeopleState corrected(Duration by) {
        PeopleState after = know(it -> it.corrected(by)).look(it -> it.corrected(by));
        return after.saved()
                .map(it -> after.with(it.with(it.waits().corrected(by))))
                .orElse(after);
    }

    /** With what is to be asked for because of it, and without what is old. */
    PeopleState at(Instant now) {
        Map<RoundId, PresenceRound> wanted = new TreeMap<>();
        looking.rounds().forEach((id, round) -> {
            if (id.purpose() == Purpose.ONCE) {
                wanted.put(id, round);
            }
        });
        saved.ifPresent(kept -> {
            if (looking.lists() > 0 && can(PeopleFeature.PEOPLE, PeopleUse.WATCH_LIST)) {
                List<String> ids =
                        kept.watchList().contacts().stream().map(Contact::id).toList();
                put(wanted, WATCH_LIST_ROUND, PresenceRound.of(Priority.SCREEN, WATCH_LIST, ids));
            }
            if (can(PeopleFeature.TELL_ME_WHEN, PeopleUse.TELL_ME_WHEN)) {
                put(
                        wanted,
                        WAITS_ROUND,
                        PresenceRound.of(Priority.WAITING, WAITS, kept.waits().people()));
            }
        });
        looking.wall()
                .filter(wall -> can(PeopleFeature.WALL, wall.pool().use()))
                .ifPresent(wall -> putWall(wanted, wall));
        return new PeopleState(
                session,
                preferences,
                saved,
                knowledge.fresh(now),
                new PeopleLooking(looking.lists(), looking.wall(), wanted),
                trouble);
    }

    boolean can(PeopleFeature feature, PeopleUse use) {
        return preferences.isOn(feature) && session.can(use);
    }

    private void put(Map<RoundId, PresenceRound> wanted, RoundId id, PresenceRound round) {
        if (!round.isEmpty()) {
            wanted.put(id, looking.round(id).map(round::keeping).orElse(round));
        }
    }

    /** Its people are the same for as long as it has its number, and may be very many. */
    private void putWall(Map<RoundId, PresenceRound> wanted, WallLook wall) {
        RoundId id = new RoundId(Purpose.WALL, wall.number());
        PresenceRound round = looking.round(id)
                .orElseGet(() -> PresenceRound.of(
                        Priority.SCREEN,
                        WALL,
                        wall.people().stream().map(Person::id).toList()));
        if (!round.isEmpty()) {
            wanted.put(id, round);
        }
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "PeopleState";
    }
}
