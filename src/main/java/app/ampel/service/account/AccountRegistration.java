package app.ampel.service.account;

import app.ampel.domain.account.Registration;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.LockedSettingException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What to sign in with, however it was given: by a command, in the window, or out of a link. With a running program and
 * without. Any thread.
 *
 * @param registration what is in force; empty without a client id
 */
public record AccountRegistration(AccountStore store, Supplier<Optional<Registration>> registration) {

    /** As the store has it. */
    public AccountRegistration(AccountStore store) {
        this(store, () -> store.inForce().registration());
    }

    /**
     * Keeps what was given, for this sign-in and all later ones. Blocks while a file is written.
     *
     * @return what is then in force
     * @throws LockedSettingException when the administrator has decided otherwise; nothing has changed
     * @throws ProblemException {@code NO_PRESENCE_IN_CLOUD} and {@code CANNOT_SAVE}, and nothing has changed; or
     *     {@code NO_CLIENT_ID}, when what was given is kept and a client id is missing still
     */
    public AccountSettings register(AccountSettings given) throws LockedSettingException, ProblemException {
        requirePresence(given);
        requirePresence(store.inForce().with(given));
        AccountSettings inForce = store.keep(given);
        inForce();
        return inForce;
    }

    /** @throws ProblemException {@code NO_CLIENT_ID} */
    public Registration inForce() throws ProblemException {
        return registration.get().orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.NO_CLIENT_ID)));
    }

    /** @throws ProblemException {@code NO_PRESENCE_IN_CLOUD} when Microsoft shows no presence in the cloud that it names */
    public static void requirePresence(AccountSettings account) throws ProblemException {
        if (account.cloud().filter(cloud -> !cloud.readsPresence()).isPresent()) {
            throw new ProblemException(Problem.of(Problem.Kind.NO_PRESENCE_IN_CLOUD));
        }
    }

    /** Whether statuses can be set in the cloud that {@code account} names. */
    public static boolean setsPresence(AccountSettings account) {
        return account.cloud().filter(cloud -> !cloud.setsPresence()).isEmpty();
    }
}
