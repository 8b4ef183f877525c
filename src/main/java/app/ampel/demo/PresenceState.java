package app.ampel.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that was set for one person, immutable; what Teams contributes comes in as an argument.
 *
 * @param sessions by session id, which is the application's id
 * @param preferred what the person chose to appear as
 */
record PresenceState(Map<String, AppSession> sessions, Optional<Preferred> preferred, Optional<TenantNote> message) {

    static final PresenceState EMPTY = new PresenceState(Map.of(), Optional.empty(), Optional.empty());

    /** Outranks every session, but only while there is one. */
    record Preferred(ScriptedPresence pair, Instant until) {
        boolean livesAt(Instant now) {
            return now.isBefore(until);
        }
    }

    /** What somebody looking at the person sees. */
    record Seen(
            ScriptedPresence pair, boolean outOfOffice, Optional<TenantNote> message, Teams.WorkLocation location) {}

    /** A session as a candidate for being shown. */
    private record Candidate(ScriptedPresence pair, Instant since) {

        /** By rank; Microsoft does not say which of two equals shows, here it is the one that began later. */
        static final Comparator<Candidate> ORDER =
                Comparator.comparingInt((Candidate c) -> c.pair().rank()).thenComparing(Candidate::since);
    }

    PresenceState {
        sessions = Map.copyOf(sessions);
        Objects.requireNonNull(preferred);
        Objects.requireNonNull(message);
    }

    PresenceState withSession(String id, ScriptedPresence pair, Duration lease, Instant now) {
        AppSession next = session(id, now)
                .map(old -> old.saidAgain(pair, now, lease))
                .orElseGet(() -> AppSession.begun(pair, now, lease));
        Map<String, AppSession> changed = new HashMap<>(sessions);
        changed.put(id, next);
        return new PresenceState(changed, preferred, message);
    }

    PresenceState withoutSession(String id) {
        Map<String, AppSession> changed = new HashMap<>(sessions);
        changed.remove(id);
        return new PresenceState(changed, preferred, message);
    }

    PresenceState withPreferred(Optional<Preferred> changed) {
        return new PresenceState(sessions, changed, message);
    }

    PresenceState withMessage(Optional<TenantNote> changed) {
        return new PresenceState(sessions, preferred, changed);
    }

    Optional<AppSession> session(String id, Instant now) {
        return Optional.ofNullable(sessions.get(id)).filter(session -> session.livesAt(now));
    }

    Seen seen(Instant now, Teams.Moment teams) {
        Optional<ScriptedPresence> shown =
                candidates(now, teams).max(Candidate.ORDER).map(Candidate::pair);
        Optional<ScriptedPresence> chosen =
                preferred.filter(p -> p.livesAt(now)).map(Preferred::pair);
        ScriptedPresence pair = shown.map(session -> chosen.orElse(session)).orElse(ScriptedPresence.OFFLINE);
        return new Seen(pair, teams.outOfOffice(), message.filter(m -> m.livesAt(now)), teams.location());
    }

    private Stream<Candidate> candidates(Instant now, Teams.Moment teams) {
        Stream<Candidate> client = teams.session().stream().map(pair -> new Candidate(pair, teams.since()));
        Stream<Candidate> apps = sessions.values().stream()
                .flatMap(session -> session.at(now).stream().map(pair -> new Candidate(pair, session.chosen())));
        return Stream.concat(client, apps);
    }

    /** The first moment after {@code now} at which {@link #seen} may change by time alone. */
    Optional<Instant> changeAfter(Instant now) {
        Stream<Instant> ofSessions = sessions.values().stream().flatMap(AppSession::changes);
        Stream<Instant> ofPreferred = preferred.map(Preferred::until).stream();
        Stream<Instant> ofMessage = message.flatMap(TenantNote::until).stream();
        return Stream.of(ofSessions, ofPreferred, ofMessage)
                .flatMap(moments -> moments)
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** The same without what is over. */
    PresenceState tidiedAt(Instant now) {
        Predicate<Map.Entry<String, AppSession>> lives =
                entry -> entry.getValue().livesAt(now);
        return new PresenceState(
                sessions.entrySet().stream()
                        .filter(lives)
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                preferred.filter(p -> p.livesAt(now)),
                message.filter(m -> m.livesAt(now)));
    }
}
