package app.ampel.service.people;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether something may be used, and the consent that it needs: each step is asked for when it is first used, and not before. */
final class PeopleGate {

    private final PeopleConsent consent;
    private final PeopleLoop loop;

    PeopleGate(PeopleConsent consent, PeopleLoop loop) {
        this.consent = consent;
        this.loop = loop;
    }

    /** Whether it may be used at all; asks for nothing. Any thread. */
    void check(PeopleFeature feature) throws ProblemException {
        PeopleState state = loop.state();
        switch (state.preferences().access(feature)) {
            case ON -> {}
            case OFF -> throw new ProblemException(Problem.of(Problem.Kind.SWITCHED_OFF));
            case LOCKED -> throw new ProblemException(Problem.of(Problem.Kind.LOCKED));
        }
        if (state.session().me().isEmpty()) {
            throw new ProblemException(Problem.of(Problem.Kind.NOT_SIGNED_IN));
        }
    }

    /**
     * The same, with everything that {@code uses} need. Blocks while the user is asked.
     *
     * @throws ProblemException {@code CONSENT_NEEDED} with the scope's word; what still works is in the snapshot's refusal
     */
    void enter(PeopleFeature feature, List<PeopleUse> uses) throws ProblemException {
        check(feature);
        Set<Scope> granted = EnumSet.noneOf(Scope.class);
        granted.addAll(loop.state().session().granted());
        for (PeopleUse use : uses) {
            for (ConsentStep step : ConsentStep.before(use, granted)) {
                granted.addAll(obtain(step));
            }
            Optional<Scope> missing = use.needs().stream()
                    .filter(scope -> !granted.contains(scope))
                    .findFirst();
            if (missing.isPresent()) {
                throw refused(
                        ConsentStep.of(missing.get()),
                        new ProblemException(Problem.of(
                                Problem.Kind.CONSENT_NEEDED, missing.get().word())));
            }
        }
    }

    /** What comes next on the loop's thread knows of it; this thread goes by the answer. */
    private Set<Scope> obtain(ConsentStep step) throws ProblemException {
        long epoch = loop.state().session().epoch();
        try {
            Set<Scope> granted = consent.obtain(step);
            loop.post(
                    epoch,
                    (before, now) -> before.with(before.session().obtained(granted))
                            .with(before.trouble().refused(Optional.empty())));
            return granted;
        } catch (ProblemException e) {
            throw refused(step, e);
        }
    }

    private ProblemException refused(ConsentStep step, ProblemException why) {
        if (why.problem().kind() != Problem.Kind.CANCELLED) {
            loop.post(
                    loop.state().session().epoch(),
                    (before, now) -> before.with(before.trouble().refused(Optional.of(step))));
        }
        List<PeopleUse> working = PeopleUse.working(loop.state().session().granted());
        return new ProblemException(why.problem(), new ConsentRefusedException(step, working, why));
    }
}
