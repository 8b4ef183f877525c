package app.ampel.service.engine;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.SavedStatus;
import app.ampel.domain.status.StatusOverride;
import app.ampel.domain.status.StatusRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Everything that is known, as one immutable value.
 *
 * @param signedOutSince since when nobody has been signed in; empty while somebody is, or while that is being found out
 * @param locked whether the desktop session is locked
 * @param keptAwake whether Ampel keeps the screen awake, so that nothing tells any more that nobody is there
 * @param owner the object id of whoever {@code manual} was set for; empty while that is nobody yet
 */
record Situation(
        AccountState account,
        Optional<Instant> signedOutSince,
        PresenceTracker watch,
        StatusOverride manual,
        LightOverride override,
        boolean locked,
        boolean keptAwake,
        Preferences preferences,
        Optional<String> owner) {

    Situation {
        Objects.requireNonNull(account);
        Objects.requireNonNull(signedOutSince);
        Objects.requireNonNull(watch);
        Objects.requireNonNull(manual);
        Objects.requireNonNull(override);
        Objects.requireNonNull(preferences);
        Objects.requireNonNull(owner);
    }

    /** Before it is known who is signed in. */
    static Situation starting(PresenceTracker watch, Preferences preferences) {
        return new Situation(
                AccountState.waiting(Optional.empty(), Optional.empty()),
                Optional.empty(),
                watch,
                StatusOverride.NOTHING,
                LightOverride.AUTO,
                false,
                false,
                preferences,
                Optional.empty());
    }

    /** What an earlier run had set by hand goes on, or is over by now and has to be cleared. */
    Situation resuming(SavedStatus kept, Instant now) {
        return with(kept.manual().resumed(now)).ownedBy(kept.owner());
    }

    private Situation ownedBy(String objectId) {
        return new Situation(
                account,
                signedOutSince,
                watch,
                manual,
                override,
                locked,
                keptAwake,
                preferences,
                Optional.of(objectId).filter(id -> !id.isEmpty()));
    }

    /** Whether Graph can be asked. */
    boolean canAsk() {
        return account.profile().isPresent();
    }

    /** Whether what {@code asker} asked Graph still means whoever is signed in now. */
    boolean isSamePerson(Optional<Profile> asker) {
        return canAsk() && account.profile().map(Profile::objectId).equals(asker.map(Profile::objectId));
    }

    /** The same, and nothing has been signed in or granted since: each makes a profile of its own. */
    boolean isSameSignIn(Optional<Profile> asker) {
        return canAsk() && account.profile().orElse(null) == asker.orElse(null);
    }

    /** Whether all of it has been granted. */
    boolean has(ConsentRequest wanted) {
        return account.profile()
                .filter(profile -> wanted.isGranted(profile.scopes()))
                .isPresent();
    }

    /** Microsoft has said that this is not granted any more. */
    Situation without(Set<Scope> withdrawn) {
        AccountState known = new AccountState(
                account.kind(),
                account.profile().map(profile -> profile.without(withdrawn)),
                account.prompt(),
                account.problem());
        return new Situation(known, signedOutSince, watch, manual, override, locked, keptAwake, preferences, owner);
    }

    /** The user chose a status. */
    Situation chosen(StatusRequest request, Instant now) {
        PresenceReading reading = watch.reading(now);
        Optional<Presence> before = reading.kind() == PresenceReading.Kind.KNOWN
                ? reading.last().map(PresenceReading.Last::presence)
                : Optional.empty();
        return with(manual.chosen(request, now, before));
    }

    /** Time has passed. */
    Situation at(Instant now) {
        return with(manual.at(now));
    }

    Situation signedIn(Profile profile, Instant now) {
        boolean same = account.profile()
                .map(before -> before.objectId().equals(profile.objectId()))
                .orElse(watch.remembered());
        PresenceTracker known = same ? watch : watch.forgotten();
        Situation entered = with(AccountState.signedIn(profile), now)
                .with(known.with(known.schedule().hurried(now)));
        // What was set for another account is nothing that this one could take back.
        boolean foreign = owner.filter(id -> !id.equals(profile.objectId())).isPresent();
        return (foreign ? entered.with(StatusOverride.NOTHING) : entered).ownedBy(profile.objectId());
    }

    /** The computer's clock was put right by {@code correction}, and the computer slept. */
    Situation after(Duration correction, Duration sleep) {
        Situation corrected = correction.isZero()
                ? this
                : with(watch.corrected(correction))
                        .with(manual.corrected(correction))
                        .signedOutCorrected(correction);
        return sleep.isZero()
                ? corrected
                : corrected.with(
                        corrected.manual.slept(sleep, preferences.habits().lease()));
    }

    private Situation signedOutCorrected(Duration by) {
        Optional<Instant> since = signedOutSince.map(then -> then.plus(by));
        return new Situation(account, since, watch, manual, override, locked, keptAwake, preferences, owner);
    }

    Situation with(AccountState state, Instant now) {
        return new Situation(
                state, signedOutSince(state, now), watch, manual, override, locked, keptAwake, preferences, owner);
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

    Situation with(PresenceTracker other) {
        return new Situation(account, signedOutSince, other, manual, override, locked, keptAwake, preferences, owner);
    }

    Situation with(StatusOverride other) {
        return new Situation(account, signedOutSince, watch, other, override, locked, keptAwake, preferences, owner);
    }

    Situation with(LightOverride other) {
        return new Situation(account, signedOutSince, watch, manual, other, locked, keptAwake, preferences, owner);
    }

    Situation with(Preferences other, Instant now) {
        boolean sameLimits = other.limits().equals(preferences.limits());
        PresenceTracker adapted = sameLimits
                ? watch
                : watch.with(watch.schedule().within(other.limits()).hurried(now));
        return new Situation(account, signedOutSince, adapted, manual, override, locked, keptAwake, other, owner);
    }

    Situation locked(boolean isLocked, Instant now) {
        PresenceTracker adapted = watch.with(watch.schedule().locked(isLocked, now));
        return new Situation(
                account, signedOutSince, adapted, manual, override, isLocked, keptAwake, preferences, owner);
    }

    /** The screen is kept awake, or no longer. */
    Situation keptAwake(boolean isKeptAwake) {
        return new Situation(account, signedOutSince, watch, manual, override, locked, isKeptAwake, preferences, owner);
    }

    /** Whether nobody is at the computer as far as is known: what has just been said somebody has said. */
    boolean isUnattended(Instant now) {
        return locked || keptAwake && !manual.isJustSaid(now);
    }

    Situation manual(UnaryOperator<StatusOverride> change) {
        return with(change.apply(manual));
    }
}
