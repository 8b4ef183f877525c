package app.ampel.service.people;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.PresenceRound;
import app.ampel.domain.people.PresenceWaits;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.presence.RequestBudget;
import app.ampel.service.people.PeopleLooking.RoundId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What follows from the state at a moment. Pure.
 *
 * @param ask whose presence to ask for now
 * @param chore what else to ask for now, by the way
 * @param waits who is to be told of whom
 * @param again when time alone may change this
 */
record PeopleDecision(Optional<Ask> ask, Optional<Chore> chore, PresenceWaits.Outcome waits, Optional<Instant> again) {

    /** Two, so that one that hangs does not hold up what somebody waits for. */
    static final int MOST_UNDER_WAY = 2;

    /**
     * One request.
     *
     * @param parts which part of which rounds it answers
     * @param intervals by id, after which each is to be asked for again
     */
    record Ask(Map<RoundId, Integer> parts, Map<String, Duration> intervals, RequestBudget.Priority priority) {}

    /** Something that nobody waits for. */
    record Chore(Kind kind, String id) {
        enum Kind {
            /** The name of somebody on the watch list. */
            NAME,
            /** Whose members never appear. */
            EXCLUDED,
            /** Who is on the wall, and who must not be, may have changed. */
            WALL
        }

        /** Who must not appear has to be known in time, however much is asked for beside it; names can wait. */
        RequestBudget.Priority priority() {
            return switch (kind) {
                case NAME -> RequestBudget.Priority.WAITING;
                case EXCLUDED, WALL -> RequestBudget.Priority.OWN;
            };
        }
    }

    private static final PresenceWaits.Outcome NOTHING =
            new PresenceWaits.Outcome(PresenceWaits.NONE, List.of(), List.of());

    static PeopleDecision of(PeopleState state, RequestBudget budget, int underWay, Instant now) {
        PresenceWaits.Outcome waits =
                state.saved().map(saved -> waits(state, saved, now)).orElse(NOTHING);
        if (state.session().me().isEmpty()) {
            return new PeopleDecision(Optional.empty(), Optional.empty(), waits, Optional.empty());
        }
        Optional<Chore> chore = chore(state, now);
        Instant choreAt = later(
                state.trouble().notBefore().orElse(now),
                budget.earliest(chore.map(Chore::priority).orElse(RequestBudget.Priority.WAITING), now));
        boolean choreNow = chore.isPresent() && !choreAt.isAfter(now);
        boolean room = underWay < MOST_UNDER_WAY;
        return new PeopleDecision(
                room ? ask(state, budget, now) : Optional.empty(),
                choreNow ? chore : Optional.empty(),
                waits,
                Stream.of(
                                room ? nextAsk(state, budget, now) : Optional.<Instant>empty(),
                                chore.map(it -> choreAt),
                                state.knowledge().freshUntil().map(at -> at.plusMillis(1)),
                                waits.left().nextEnd(),
                                state.looking().wall().map(wall -> wall.at().plus(PeopleKnowledge.AN_HOUR)))
                        .flatMap(Optional::stream)
                        .filter(at -> at.isAfter(now))
                        .min(Comparator.naturalOrder()));
    }

    /** Those who must not appear are not waited for, and while it is not known who they are, nobody is told anything. */
    private static PresenceWaits.Outcome waits(PeopleState state, SavedPeople saved, Instant now) {
        Optional<Set<String>> excluded =
                state.knowledge().excluded(state.preferences().excludedGroup(), now);
        boolean may = state.can(PeopleFeature.TELL_ME_WHEN, PeopleUse.TELL_ME_WHEN) && excluded.isPresent();
        return saved.waits()
                .without(excluded.orElse(Set.of()))
                .at(now, state.knowledge()::presence, state.session().quiet() || !may);
    }

    /** What has the highest priority of all that is due and allowed; of these, the oldest. */
    private static Optional<Ask> ask(PeopleState state, RequestBudget budget, Instant now) {
        return state.looking().rounds().entrySet().stream()
                .filter(entry -> !moment(entry.getValue(), budget, now).isAfter(now))
                .min(Comparator.<Map.Entry<RoundId, PresenceRound>, RequestBudget.Priority>comparing(
                                entry -> entry.getValue().priority())
                        .thenComparing(entry -> entry.getKey().purpose())
                        .thenComparing(
                                entry -> entry.getValue().due(budget, now).orElse(now)))
                .map(entry -> with(entry.getKey(), entry.getValue(), state, budget, now));
    }

    /** Who is waited for comes along when it is time: there is room for them in every request that comes again and again. */
    private static Ask with(RoundId id, PresenceRound round, PeopleState state, RequestBudget budget, Instant now) {
        Map<RoundId, Integer> parts = new LinkedHashMap<>();
        Map<String, Duration> intervals = new LinkedHashMap<>();
        add(id, round, budget, parts, intervals);
        state.looking()
                .round(PeopleState.WAITS_ROUND)
                .filter(waits -> waits.isDue(budget, now)
                        && !parts.containsKey(PeopleState.WAITS_ROUND)
                        && intervals.size() <= PresenceRound.A_PART)
                .ifPresent(waits -> add(PeopleState.WAITS_ROUND, waits, budget, parts, intervals));
        return new Ask(parts, intervals, round.priority());
    }

    private static void add(
            RoundId id,
            PresenceRound round,
            RequestBudget budget,
            Map<RoundId, Integer> parts,
            Map<String, Duration> intervals) {
        int part = round.next().orElseThrow();
        parts.put(id, part);
        round.parts().get(part).ids().forEach(each -> intervals.putIfAbsent(each, round.interval(budget)));
    }

    private static Optional<Instant> nextAsk(PeopleState state, RequestBudget budget, Instant now) {
        return state.looking().rounds().values().stream()
                .map(round -> moment(round, budget, now))
                .min(Comparator.naturalOrder());
    }

    private static Instant moment(PresenceRound round, RequestBudget budget, Instant now) {
        return later(round.due(budget, now).orElse(Instant.MAX), budget.earliest(round.priority(), now));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Optional<Chore> chore(PeopleState state, Instant now) {
        List<Chore> chores = new ArrayList<>();
        boolean anybodyWaited =
                state.saved().filter(saved -> !saved.waits().isEmpty()).isPresent()
                        && state.can(PeopleFeature.TELL_ME_WHEN, PeopleUse.TELL_ME_WHEN);
        if (anybodyWaited
                && state.session().can(PeopleUse.GROUPS)
                && state.knowledge()
                        .excluded(state.preferences().excludedGroup(), now)
                        .isEmpty()) {
            chores.add(new Chore(Chore.Kind.EXCLUDED, ""));
        }
        state.looking()
                .wall()
                .filter(wall -> state.can(PeopleFeature.WALL, wall.pool().use())
                        && !now.isBefore(wall.at().plus(PeopleKnowledge.AN_HOUR)))
                .ifPresent(wall -> chores.add(new Chore(Chore.Kind.WALL, "")));
        if (state.looking().lists() > 0 && state.can(PeopleFeature.PEOPLE, PeopleUse.WATCH_LIST)) {
            state.saved().stream()
                    .flatMap(saved -> saved.watchList().contacts().stream())
                    .map(Contact::id)
                    .filter(id -> state.knowledge().name(id, now).isEmpty())
                    .findFirst()
                    .ifPresent(id -> chores.add(new Chore(Chore.Kind.NAME, id)));
        }
        return chores.stream().findFirst();
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "PeopleDecision";
    }
}
