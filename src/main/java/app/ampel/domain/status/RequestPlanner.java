package app.ampel.domain.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has to be told to Microsoft so that it holds what the user wants. Pure. */
record RequestPlanner(StatusOverride manual) {

    /** See {@link StatusOverride#plan}. */
    Optional<GraphRequest.Planned> next(Instant now, boolean away, Duration lease) {
        return all(now, away, lease).min(Comparator.comparing(planned -> latest(planned.at(), now)));
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Of what is due at the same time, the first is told first. */
    private Stream<GraphRequest.Planned> all(Instant now, boolean away, Duration lease) {
        Optional<GraphRequest.Planned> ofSession = ofSession(now, away, lease);
        Optional<GraphRequest.Planned> ofPreferred = ofPreferred(now);
        Stream<Optional<GraphRequest.Planned>> two =
                manual.wantsPreferred() ? Stream.of(ofPreferred, ofSession) : Stream.of(ofSession, ofPreferred);
        return Stream.concat(two, Stream.of(ofNote(now))).flatMap(Optional::stream);
    }

    private Optional<GraphRequest.Planned> ofSession(Instant now, boolean away, Duration lease) {
        return isForMicrosoft()
                ? told().flatMap(wish -> manual.session().plan(wish, now, away, lease))
                : manual.session().planToClear();
    }

    private Optional<GraphRequest.Planned> ofPreferred(Instant now) {
        PreferredSlot slot = manual.preferred();
        return isForMicrosoft()
                ? told().flatMap(wish -> wish.isPreferred() ? slot.plan(wish, now) : slot.planToClear())
                : slot.planToClear();
    }

    private Optional<GraphRequest.Planned> ofNote(Instant now) {
        NoteSlot slot = manual.note();
        return manual.wantsNote()
                ? manual.wish()
                        .flatMap(wish -> slot.plan(
                                wish.request().note().orElseThrow(), wish.end().at()))
                : slot.planToPutBack(now);
    }

    private boolean isForMicrosoft() {
        return manual.wish().filter(wish -> !wish.request().lightOnly()).isPresent();
    }

    /** Empty also while Microsoft may not be told: then it is left as it is. */
    private Optional<DesiredStatus> told() {
        return manual.wish().filter(DesiredStatus::isTold);
    }

    /** See {@link StatusOverride#farewell}. */
    List<GraphRequest> farewell(Instant now, boolean leave) {
        return leave && manual.wish().isPresent() ? leaving(now) : clearing(now);
    }

    private List<GraphRequest> leaving(Instant now) {
        return told()
                .<GraphRequest>map(wish -> new GraphRequest.SetSession(
                        wish.session(), Leases.length(now, wish.end().at(), Leases.LONGEST)))
                .stream()
                .toList();
    }

    private List<GraphRequest> clearing(Instant now) {
        List<GraphRequest> all = new ArrayList<>();
        manual.session()
                .held()
                .filter(held -> !manual.isLost())
                .ifPresent(held -> all.add(new GraphRequest.ClearSession()));
        PreferredSlot preferred = manual.preferred();
        preferred
                .held()
                .filter(held -> preferred.userCleared() || held.shown().orElse(true))
                .ifPresent(held -> all.add(new GraphRequest.ClearPreferred()));
        manual.note().planToPutBack(now).map(GraphRequest.Planned::write).ifPresent(all::add);
        return all;
    }
}
