package app.ampel.service.account;

import app.ampel.domain.problem.ProblemException;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.SettingsStore;

/** Where it is kept what to sign in with. Any thread. */
public interface AccountStore {

    /** What is in force: the user's own, and above it the administrator's. */
    AccountSettings inForce();

    /** What of it the administrator has decided. */
    AccountSettings locked();

    /**
     * Keeps {@code given} beside what is kept already. Blocks while a file is written.
     *
     * @return what is then in force
     * @throws LockedSettingException when the administrator has decided otherwise; nothing has changed
     * @throws ProblemException {@code CANNOT_SAVE}; nothing has changed
     */
    AccountSettings keep(AccountSettings given) throws LockedSettingException, ProblemException;

    /** The settings. */
    static AccountStore of(SettingsStore settings) {
        return new AccountStore() {
            @Override
            public AccountSettings inForce() {
                return settings.settings().account();
            }

            @Override
            public AccountSettings locked() {
                return settings.lockedAccount();
            }

            @Override
            public AccountSettings keep(AccountSettings given) throws LockedSettingException, ProblemException {
                return settings.changeAccount(given).account();
            }
        };
    }
}
