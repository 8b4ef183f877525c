package app.ampel.domain.status;

import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/** What becomes of a wish at Microsoft, and how that is shown to the user. Pure. */
record Showing(Manual manual, Wish wish) {

    /** See {@link Manual#status}. */
    ManualStatus status() {
        return status(state(), wish.problem().or(this::trouble));
    }

    /** See {@link Manual#statusUntold}. */
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
        if (wish.verdict() == Verdict.REPLACED) {
            return ManualStatus.State.OVERRIDDEN;
        }
        if (heldUntil().isEmpty()) {
            return trouble().isPresent() ? ManualStatus.State.FAILED : ManualStatus.State.REQUESTED;
        }
        if (wish.verdict().isOverridden()) {
            return ManualStatus.State.OVERRIDDEN;
        }
        return wish.verdict() == Verdict.SHOWN ? ManualStatus.State.IN_EFFECT : ManualStatus.State.REQUESTED;
    }

    /** With the verdict that follows from what Microsoft showed to a request sent at {@code asked}. */
    Wish judgedBy(Presence presence, Instant asked) {
        boolean open = wish.isTold() || wish.verdict() == Verdict.REPLACED;
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

    private Wish judged(Presence presence, Instant asked, Instant since) {
        if (wish.wanted().isShownBy(presence)) {
            return wish.judged(Verdict.SHOWN);
        }
        boolean patient = wish.verdict() == Verdict.NOT_SEEN && asked.isBefore(since.plus(Leases.PATIENCE));
        return patient ? wish : wish.judged(Verdict.of(presence, wish.wanted(), wish.isPreferred(), wish.wasShown()));
    }
}
