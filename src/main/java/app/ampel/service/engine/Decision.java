package app.ampel.service.engine;

import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Wanted;
import app.ampel.domain.policy.IdleRule;
import app.ampel.domain.policy.LightPolicy;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.GraphRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows from a situation at a moment. Pure.
 *
 * @param lights what {@code shown} means for lights that follow one scheme or another
 * @param read the presence is to be asked for now
 * @param write what is to be told to Microsoft now
 * @param consent what the user has to be asked for before {@code write}; empty: nothing
 * @param again when time alone will change the decision
 */
record Decision(
        PresenceReading reading,
        LightPolicy.Shown shown,
        Wanted lights,
        boolean read,
        Optional<GraphRequest> write,
        Optional<ConsentRequest> consent,
        Optional<Instant> again) {

    static Decision of(Situation s, Instant now) {
        PresenceReading reading = reading(s, now);
        IdleRule rest = s.preferences().rest(now, s.locked());
        Function<Scheme, LightPolicy.Shown> show = scheme -> LightPolicy.decide(new LightPolicy.Known(
                reading,
                s.manualStatus(),
                s.override().command(),
                s.locked(),
                s.signedOutSince(),
                scheme,
                rest,
                s.preferences().calm(),
                now));
        LightPolicy.Shown shown = show.apply(s.preferences().rules().scheme());
        Map<String, Scheme> schemes = s.preferences().rules().all();
        Map<String, LightCommand> byScheme = s.preferences().followed().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> Optional.ofNullable(schemes.get(name))
                                .map(scheme -> show.apply(scheme).command())
                                .orElse(shown.command())));
        Instant poll = s.watch().schedule().next();
        Optional<GraphRequest.Planned> planned = s.canAsk()
                ? s.manual()
                        .plan(now, s.isUnattended(now), s.preferences().habits().lease())
                : Optional.empty();
        Optional<GraphRequest> due = planned.filter(p -> !p.at().isAfter(now)).map(GraphRequest.Planned::write);
        Optional<Instant> again = Stream.of(
                        s.canAsk() ? Optional.of(poll) : Optional.<Instant>empty(),
                        planned.map(GraphRequest.Planned::at),
                        s.watch().staleAt(),
                        s.manual().changesAt(),
                        shown.until())
                .flatMap(Optional::stream)
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder());
        return new Decision(
                reading,
                shown,
                new Wanted(shown.command(), byScheme),
                s.canAsk() && !poll.isAfter(now),
                due,
                due.filter(GraphRequest::sets)
                        .map(write -> ConsentRequest.SET_STATUS)
                        .filter(wanted -> !s.has(wanted)),
                again);
    }

    private static PresenceReading reading(Situation s, Instant now) {
        PresenceReading heard = s.watch().reading(now);
        return s.signedOutSince().isEmpty()
                ? heard
                : new PresenceReading(
                        PresenceReading.Kind.SIGNED_OUT,
                        heard.last(),
                        Optional.empty(),
                        s.account().problem());
    }
}
