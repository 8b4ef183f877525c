package app.ampel.service.people;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.people.PeopleDecision.Ask;
import app.ampel.service.people.PeopleLooking.RoundId;
import app.ampel.service.threads.Dispatch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for presences, and makes of each answer, or of what went wrong, what is known. Belongs to the loop's thread. */
final class PeopleRequests {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleRequests.class);

    private final PeoplePorts ports;
    private final PeopleLoop loop;
    private int underWay;

    PeopleRequests(PeoplePorts ports, PeopleLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /** How many have no answer yet. */
    int underWay() {
        return underWay;
    }

    /** Within a change. False when there is no thread for it now. */
    boolean send(Ask ask, Instant now) {
        long epoch = loop.state().session().epoch();
        List<String> ids = List.copyOf(ask.intervals().keySet());
        ports.budget().count();
        boolean handedOver = Dispatch.ask(
                ports.requests(),
                () -> ports.budget().counted(() -> ports.presence().presences(ids)),
                (told, thrown) -> loop.bring(() -> {
                    underWay--;
                    answered(ask, epoch, now, told, thrown);
                }));
        if (handedOver) {
            underWay++;
            for (Map.Entry<RoundId, Integer> part : ask.parts().entrySet()) {
                loop.replace(loop.state()
                        .look(looking -> looking.with(
                                part.getKey(),
                                looking.rounds().get(part.getKey()).asked(part.getValue(), now))));
            }
        }
        return handedOver;
    }

    private void answered(Ask ask, long epoch, Instant sent, Map<String, Presence> told, Throwable thrown) {
        if (epoch != loop.state().session().epoch()) {
            loop.change((before, now) -> before);
            return;
        }
        loop.change((before, now) -> thrown == null ? told(before, ask, sent, told) : failed(before, thrown));
        loop.onces().answered(ask.parts().keySet(), Optional.ofNullable(thrown).map(PeopleRequests::problem));
    }

    private static PeopleState told(PeopleState before, Ask ask, Instant sent, Map<String, Presence> told) {
        Map<String, PresenceAt> presences = new HashMap<>();
        ask.intervals()
                .forEach((id, interval) ->
                        presences.put(id, new PresenceAt(Optional.ofNullable(told.get(id)), sent, interval)));
        return before.know(knowledge -> knowledge.with(presences))
                .with(before.trouble().problem(Optional.empty()));
    }

    /**
     * Trouble lasts: what has been logged once need not be at every try. What was taken back since it was given is not asked for
     * by itself any more.
     */
    PeopleState failed(PeopleState before, Throwable thrown) {
        Problem problem = problem(thrown);
        boolean known = before.trouble().problem().map(Problem::kind).equals(Optional.of(problem.kind()));
        if (!known) {
            LOG.info("Asking about other people failed: {}, {}", problem.kind().word(), PeopleLoop.where(thrown));
        }
        PeopleState after = before.with(before.trouble().problem(Optional.of(problem)));
        return problem.kind() == Problem.Kind.CONSENT_NEEDED
                ? withdrawn(after, scope(problem).orElse(Scope.PRESENCE_READ_ALL))
                : after;
    }

    /** Which one it was, where Microsoft refuses one. */
    static Optional<Scope> scope(Problem problem) {
        return Stream.of(ConsentStep.values())
                .flatMap(step -> step.scopes().stream())
                .filter(each -> problem.kind() == Problem.Kind.CONSENT_NEEDED
                        && each.word().equals(problem.code()))
                .findFirst();
    }

    /** As it is not granted any more. */
    static PeopleState withdrawn(PeopleState before, Scope scope) {
        return before.with(before.session().withdrawn(Set.of(scope)))
                .with(before.trouble().refused(Optional.of(ConsentStep.of(scope))));
    }

    private static Problem problem(Throwable thrown) {
        return thrown instanceof ProblemException known ? known.problem() : Problem.of(Problem.Kind.INTERNAL);
    }
}
