package app.ampel.core;

import app.ampel.account.AccountState;
import app.ampel.account.Profile;
import app.ampel.account.Scope;
import app.ampel.account.SignInPrompt;
import app.ampel.account.SignInWay;
import app.ampel.manual.Manual;
import app.ampel.manual.Write;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs in and out and asks for consent on the rim's threads; what comes of it comes back as changes. Its methods belong
 * to the core's thread.
 */
final class AccountWork {

    private static final Logger LOG = LoggerFactory.getLogger(AccountWork.class);

    private final Rim rim;
    private final Supplier<SignInWay> usualWay;
    private final Consumer<Change> post;
    private Turn turn = Turn.over();

    AccountWork(Rim rim, Supplier<SignInWay> usualWay, Consumer<Change> post) {
        this.rim = rim;
        this.usualWay = usualWay;
        this.post = post;
    }

    /** Finds out who is signed in. */
    void lookUp() {
        rim.accounts().execute(() -> post.accept(lookedUp()));
    }

    private Change lookedUp() {
        try {
            Optional<Profile> profile = rim.account().profile();
            return (before, now) -> profile.map(p -> before.signedIn(p, now))
                    .orElseGet(() -> before.with(AccountState.signedOut(Optional.empty()), now));
        } catch (ProblemException e) {
            LOG.info("Nobody can be signed in: {}", e.getMessage(), e.getCause());
            return (before, now) -> before.with(AccountState.signedOut(Optional.of(e.problem())), now);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Looking up the account failed unexpectedly", e);
            Problem problem = Problem.of(Problem.Kind.INTERNAL);
            return (before, now) -> before.with(AccountState.signedOut(Optional.of(problem)), now);
        }
    }

    /** Signs in; what is under way is given up. */
    void signIn(SignInWay way, AccountState before, CompletableFuture<Void> done) {
        cancel();
        take(new Turn(false), before, () -> rim.account().signIn(way, prompt -> prompted(before, prompt)), done);
    }

    /** Asks for the scope without which presence cannot be set, unless something is being asked already. */
    void askForWriting(AccountState before) {
        if (turn.isOver()) {
            take(
                    new Turn(true),
                    before,
                    () -> rim.account()
                            .grant(Scope.PRESENCE_READ_WRITE, usualWay.get(), prompt -> prompted(before, prompt)),
                    new CompletableFuture<>());
        }
    }

    /** Ends what is under way. */
    void cancel() {
        turn.cancel();
    }

    /** Ends asking for writing, as nothing is to be written any more. */
    void cancelAskingForWriting() {
        if (turn.forWriting) {
            turn.cancel();
        }
    }

    /** Clears what Microsoft may hold of ours, then forgets the tokens. After writes under way, on their thread. */
    void signOut(List<Write> farewell, CompletableFuture<Void> done) {
        cancel();
        rim.writes().execute(() -> {
            try {
                farewell.forEach(this::tellAsFarAsPossible);
                rim.account().signOut();
                post.accept(this::signedOut);
                done.complete(null);
            } catch (ProblemException e) {
                done.completeExceptionally(e);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("Signing out failed unexpectedly", e);
                done.completeExceptionally(new ProblemException(Problem.of(Problem.Kind.INTERNAL), e));
            }
        });
    }

    /** Forgets the tokens once {@code told} is done, or after {@code patience}. On the thread of the accounts; blocks. */
    void forgetAfter(Future<?> told, Duration patience) throws ProblemException, InterruptedException {
        try {
            told.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("Not cleared before signing out; it ends by itself");
        }
        rim.account().signOut();
        rim.memory().forget();
    }

    private void tellAsFarAsPossible(Write write) {
        try {
            GraphWork.deliver(write, rim.presence());
        } catch (ProblemException e) {
            LOG.info("Not cleared before signing out; it ends by itself: {}", e.getMessage());
        }
    }

    private Situation signedOut(Situation before, Instant now) {
        rim.memory().forget();
        return before.with(AccountState.signedOut(Optional.empty()), now)
                .with(before.watch().forgotten())
                .manual(manual -> Manual.NOTHING);
    }

    private interface Asking {
        Profile ask() throws ProblemException;
    }

    private void take(Turn mine, AccountState before, Asking asking, CompletableFuture<Void> done) {
        turn = mine;
        post.accept((s, now) -> s.with(AccountState.waiting(before.profile(), Optional.empty()), now));
        rim.accounts().execute(() -> {
            try {
                mine.begin();
                Profile profile = asking.ask();
                mine.end();
                post.accept((s, now) -> s.signedIn(profile, now));
                done.complete(null);
            } catch (ProblemException e) {
                LOG.info("Signing in ended: {}", e.getMessage(), e.getCause());
                failed(mine, before, e, done);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("Signing in failed unexpectedly", e);
                failed(mine, before, new ProblemException(Problem.of(Problem.Kind.INTERNAL), e), done);
            }
        });
    }

    /** Whoever was signed in before still is. */
    private void failed(Turn mine, AccountState before, ProblemException e, CompletableFuture<Void> done) {
        mine.end();
        Problem problem = e.problem();
        AccountState.Kind kind =
                before.profile().isPresent() ? AccountState.Kind.SIGNED_IN : AccountState.Kind.SIGNED_OUT;
        AccountState after = new AccountState(kind, before.profile(), Optional.empty(), Optional.of(problem));
        post.accept((s, now) ->
                s.with(after, now).manual(manual -> mine.forWriting ? refused(manual, problem, now) : manual));
        done.completeExceptionally(e);
    }

    private static Manual refused(Manual manual, Problem problem, Instant now) {
        return problem.kind().remedy() == Problem.Remedy.RETRY
                ? manual.failed(problem, now)
                : manual.onLightOnly(problem);
    }

    private void prompted(AccountState before, SignInPrompt prompt) {
        post.accept((s, now) -> s.with(AccountState.waiting(before.profile(), Optional.of(prompt)), now));
    }

    /** One attempt to get something from the user; can be cancelled before, while and after it runs. */
    private static final class Turn {

        private final boolean forWriting;
        private Thread runner;
        private boolean cancelled;
        private boolean over;

        Turn(boolean forWriting) {
            this.forWriting = forWriting;
        }

        static Turn over() {
            Turn turn = new Turn(false);
            turn.over = true;
            return turn;
        }

        synchronized void begin() throws ProblemException {
            if (cancelled) {
                throw new ProblemException(Problem.of(Problem.Kind.SIGN_IN_CANCELLED));
            }
            runner = Thread.currentThread();
        }

        /** After it, the thread can be used for something else. */
        synchronized void end() {
            over = true;
            if (runner != null) {
                runner = null;
                Thread.interrupted();
            }
        }

        synchronized void cancel() {
            cancelled = true;
            if (runner != null) {
                runner.interrupt();
            }
        }

        synchronized boolean isOver() {
            return over;
        }
    }
}
