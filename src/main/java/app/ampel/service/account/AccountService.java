package app.ampel.service.account;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.threads.Dispatch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Everything that a user does about the account, whichever face it is said through. Any thread; what a method returns is
 * settled as its intent says.
 */
public final class AccountService {

    private final Engine engine;
    private final Account account;
    private final AccountRegistration registration;
    private final Executor files;

    /**
     * @param account the same as the engine's
     * @param files where a file may be written, which blocks
     */
    public AccountService(Engine engine, Account account, AccountRegistration registration, Executor files) {
        this.engine = engine;
        this.account = account;
        this.registration = registration;
        this.files = files;
    }

    /** Where signing in stands. */
    public AccountState state() {
        return engine.snapshot().account();
    }

    /**
     * Calls {@code observer} with where signing in stands now and after each change, as {@link Engine#watch} does.
     *
     * @return ends the watch; never blocks
     */
    public Runnable watch(Consumer<AccountState> observer) {
        return engine.watch(now -> observer.accept(now.account()));
    }

    /** What there is to sign in with; empty without a client id. */
    public Optional<Registration> registration() {
        return registration.registration().get();
    }

    /** What to sign in with, as the settings have it. */
    public AccountSettings settings() {
        return registration.store().inForce();
    }

    /** What of {@link #settings} the administrator has decided. */
    public AccountSettings locked() {
        return registration.store().locked();
    }

    /** See {@link AccountRegistration#register}, whose exceptions it fails with. */
    public CompletableFuture<AccountSettings> register(AccountSettings given) {
        return Dispatch.supply(files, () -> registration.register(given));
    }

    /** By the way that the settings name. What is under way is given up. */
    public CompletableFuture<Snapshot> signIn() {
        return signIn(settings().way());
    }

    /** By {@code wanted}, or by the administrator's way where there is one. What is under way is given up. */
    public CompletableFuture<Snapshot> signIn(SignInWay wanted) {
        return engine.submit(new Intent.SignIn(locked().signIn().orElse(wanted)));
    }

    /** Registers what is given, then signs in with it. Fails as either does. */
    public CompletableFuture<Snapshot> signIn(AccountSettings given) {
        return register(given).thenCompose(inForce -> signIn(inForce.way()));
    }

    /** Has whoever is signed in grant more, unless it is granted already. What is under way is given up. */
    public CompletableFuture<Snapshot> grant(ConsentRequest wanted) {
        return engine.submit(new Intent.GrantConsent(wanted));
    }

    /** Ends a sign-in or a question for consent that is under way. */
    public CompletableFuture<Snapshot> cancelSignIn() {
        return engine.submit(new Intent.CancelSignIn());
    }

    public CompletableFuture<Snapshot> signOut() {
        return engine.submit(new Intent.SignOut());
    }

    /** Who is signed in and what has been granted, as the account itself knows it; empty for nobody. At once. */
    public Optional<Profile> profile() {
        try {
            return account.profile();
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** Where tokens are kept. */
    public Account.TokenPlace tokenPlace() {
        return account.tokenPlace();
    }
}
