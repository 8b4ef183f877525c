package app.ampel.service.people;

import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.PeopleUse;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param epoch another one with each account: what was asked for in an earlier one means nothing any more
 * @param obtained scopes that were granted since {@code me} was told
 * @param withdrawn scopes of which Microsoft has said meanwhile that they are not granted any more
 * @param quiet whether the user had better not be disturbed now
 */
record PeopleSession(long epoch, Optional<Profile> me, Set<Scope> obtained, Set<Scope> withdrawn, boolean quiet) {

    static final PeopleSession NOBODY = new PeopleSession(0, Optional.empty(), Set.of(), Set.of(), false);

    PeopleSession {
        Objects.requireNonNull(me);
        obtained = Set.copyOf(obtained);
        withdrawn = Set.copyOf(withdrawn);
    }

    Set<Scope> granted() {
        Set<Scope> granted = EnumSet.noneOf(Scope.class);
        me.ifPresent(profile -> granted.addAll(profile.scopes()));
        granted.addAll(obtained);
        granted.removeAll(withdrawn);
        return granted;
    }

    boolean can(PeopleUse use) {
        return me.isPresent() && use.worksWith(granted());
    }

    boolean isOf(Optional<Profile> other) {
        return me.map(Profile::objectId).equals(other.map(Profile::objectId));
    }

    /** The same person, whose sign-in may have been renewed: what was withdrawn may have been granted with it. */
    PeopleSession with(Profile profile) {
        boolean renewed = !me.equals(Optional.of(profile));
        return new PeopleSession(epoch, Optional.of(profile), obtained, renewed ? Set.of() : withdrawn, quiet);
    }

    PeopleSession of(Optional<Profile> other) {
        return new PeopleSession(epoch + 1, other, Set.of(), Set.of(), quiet);
    }

    PeopleSession quiet(boolean isQuiet) {
        return new PeopleSession(epoch, me, obtained, withdrawn, isQuiet);
    }

    PeopleSession obtained(Set<Scope> scopes) {
        Set<Scope> left = EnumSet.noneOf(Scope.class);
        left.addAll(withdrawn);
        left.removeAll(scopes);
        Set<Scope> all = EnumSet.noneOf(Scope.class);
        all.addAll(obtained);
        all.addAll(scopes);
        return new PeopleSession(epoch, me, all, left, quiet);
    }

    PeopleSession withdrawn(Set<Scope> scopes) {
        Set<Scope> all = EnumSet.noneOf(Scope.class);
        all.addAll(withdrawn);
        all.addAll(scopes);
        return new PeopleSession(epoch, me, obtained, all, quiet);
    }
}
