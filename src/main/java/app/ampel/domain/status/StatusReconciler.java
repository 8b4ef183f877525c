package app.ampel.domain.status;

import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/** What becomes of a wish at Microsoft, and how that is shown to the user. Pure. */
record StatusReconciler(StatusOverride manual, DesiredStatus wish) {

    /** See {@link StatusOverride#status}. */
    ManualStatus status() {
        return status(state(), wish.problem().or(this::trouble));
    }

    /** See {@link StatusOverride#statusUntold}. */
    ManualStatus statusUntold(Problem why) {
        return status(ManualStatus.State.LIGHT_ONLY, Optional.of(why));
    }

    private ManualStatus status(ManualStatus.State state, Optional<Problem> problem) {
        return new ManualStatus(
                wish, heldUntil(), state, problem, manual.note().trouble().problem());
    }

    private Optional<Instant> heldUntil() {
        return wish.isPreferred()
                ? manual.preferred().holding(wish.wanted()).map(PreferredSlot.Held::until)
                : manual.session().holding(wish.wanted()).flatMap(SessionSlot.Held::leaseUntil);
    }

    private Optional<Problem> trouble() {
        Optional<Problem> ofSession = manual.session().trouble().problem();
        return wish.isPreferred() ? manual.preferred().trouble().problem().or(() -> ofSession) : ofSession;
    }

    private ManualStatus.State state() {
        if (wish.request().lightOnly()) {
            return ManualStatus.State.LIGHT_ONLY;
        }
        if (wish.verdict() == Outcome.REPLACED) {
            return ManualStatus.State.OVERRIDDEN;
        }
        if (heldUntil().isEmpty()) {
            return trouble().isPresent() ? ManualStatus.State.FAILED : ManualStatus.State.REQUESTED;
        }
        if (wish.verdict().isOverridden()) {
            return ManualStatus.State.OVERRIDDEN;
        }
        return wish.verdict() == Outcome.SHOWN ? ManualStatus.State.IN_EFFECT : ManualStatus.State.REQUESTED;
    }

    /** With the verdict that follows from what Microsoft showed to a request sent at {@code asked}. */
    DesiredStatus judgedBy(Presence presence, Instant asked) {
        boolean open = wish.isTold() || wish.verdict() == Outcome.REPLACED;
        return open
                ? judgeableSince(asked)
                        .map(since -> judged(presence, asked, since))
                        .orElse(wish)
                : wish;
    }

    /**
     * Since when Microsoft has held what is wanted; empty while that cannot be judged: a preferred presence shows only
     * while there is a session, and Available only so long after each word of ours.
     */
    private Optional<Instant> judgeableSince(Instant asked) {
        SessionSlot session = manual.session();
        if (wish.isPreferred()) {
            return manual.preferred()
                    .holding(wish.wanted())
                    .map(PreferredSlot.Held::since)
                    .filter(since -> session.holding(wish.session()).isPresent() && !asked.isBefore(since));
        }
        return session.holding(wish.wanted())
                .filter(h -> !asked.isBefore(h.since()))
                .filter(h ->
                        !Leases.fades(h.pair()) || asked.isBefore(h.saidAt().plus(Leases.AVAILABLE_LASTS)))
                .map(SessionSlot.Held::since);
    }

    private DesiredStatus judged(Presence presence, Instant asked, Instant since) {
        if (wish.wanted().isShownBy(presence)) {
            return wish.judged(Outcome.SHOWN);
        }
        boolean patient = wish.verdict() == Outcome.NOT_SEEN && asked.isBefore(since.plus(Leases.PATIENCE));
        return patient ? wish : wish.judged(Outcome.of(presence, wish.wanted(), wish.isPreferred(), wish.wasShown()));
    }
}
