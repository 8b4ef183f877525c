package app.ampel.core;

import app.ampel.account.AccountState;
import app.ampel.account.Profile;
import app.ampel.account.Scope;
import app.ampel.manual.Manual;
import app.ampel.manual.ManualStatus;
import app.ampel.policy.Scheme;
import app.ampel.presence.Watch;
import app.ampel.problem.Problem;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything that is known, as one immutable value.
 *
 * @param signedOutSince since when nobody has been signed in; empty while somebody is, or while that is being found out
 * @param locked whether the desktop session is locked
 */
record Situation(
        AccountState account,
        Optional<Instant> signedOutSince,
        Watch watch,
        Manual manual,
        LightOverride override,
        boolean locked,
        Scheme scheme) {

    Situation {
        Objects.requireNonNull(account);
        Objects.requireNonNull(signedOutSince);
        Objects.requireNonNull(watch);
        Objects.requireNonNull(manual);
        Objects.requireNonNull(override);
        Objects.requireNonNull(scheme);
    }

    /** Before it is known who is signed in. */
    static Situation starting(Watch watch, Scheme scheme) {
        return new Situation(
                AccountState.waiting(Optional.empty(), Optional.empty()),
                Optional.empty(),
                watch,
                Manual.NOTHING,
                LightOverride.AUTO,
                false,
                scheme);
    }

    /** Whether Graph can be asked. */
    boolean canAsk() {
        return account.profile().isPresent();
    }

    boolean has(Scope scope) {
        return account.profile()
                .map(profile -> profile.scopes().contains(scope))
                .orElse(false);
    }

    /** Time has passed. */
    Situation at(Instant now) {
        return with(manual.at(now));
    }

    Situation signedIn(Profile profile, Instant now) {
        boolean same = account.profile()
                .map(before -> before.objectId().equals(profile.objectId()))
                .orElse(watch.remembered());
        Watch known = same ? watch : watch.forgotten();
        return with(AccountState.signedIn(profile), now)
                .with(known.with(known.schedule().hurried(now)));
    }

    Situation with(AccountState state, Instant now) {
        return new Situation(state, signedOutSince(state, now), watch, manual, override, locked, scheme);
    }

    private Optional<Instant> signedOutSince(AccountState state, Instant now) {
        if (state.profile().isPresent()) {
            return Optional.empty();
        }
        boolean findingOut =
                state.kind() == AccountState.Kind.WAITING && state.prompt().isEmpty();
        return findingOut ? signedOutSince : signedOutSince.or(() -> Optional.of(now));
    }

    /** The status set by hand as it is shown: while nobody is signed in it holds on the light only. */
    Optional<ManualStatus> manualStatus() {
        return signedOutSince.isEmpty()
                ? manual.status()
                : manual.statusUntold(account.problem().orElse(Problem.of(Problem.Kind.NOT_SIGNED_IN)));
    }

    Situation with(Watch other) {
        return new Situation(account, signedOutSince, other, manual, override, locked, scheme);
    }

    Situation with(Manual other) {
        return new Situation(account, signedOutSince, watch, other, override, locked, scheme);
    }

    Situation with(LightOverride other) {
        return new Situation(account, signedOutSince, watch, manual, other, locked, scheme);
    }

    Situation locked(boolean isLocked, Instant now) {
        Watch adapted = watch.with(watch.schedule().locked(isLocked, now));
        return new Situation(account, signedOutSince, adapted, manual, override, isLocked, scheme);
    }

    Situation manual(UnaryOperator<Manual> change) {
        return with(change.apply(manual));
    }
}
