package app.ampel.service.account;

import app.ampel.domain.problem.ProblemException;
import app.ampel.service.settings.AccountSettings;
import java.util.Optional;

/** Keeps what it is given in memory. */
public final class FakeAccountStore implements AccountStore {

    public AccountSettings kept = AccountSettings.NONE;
    public AccountSettings locked = AccountSettings.NONE;
    public Optional<ProblemException> refuses = Optional.empty();

    @Override
    public AccountSettings inForce() {
        return kept.with(locked);
    }

    @Override
    public AccountSettings locked() {
        return locked;
    }

    @Override
    public AccountSettings keep(AccountSettings given) throws ProblemException {
        if (refuses.isPresent()) {
            throw refuses.get();
        }
        kept = kept.with(given);
        return inForce();
    }
}
