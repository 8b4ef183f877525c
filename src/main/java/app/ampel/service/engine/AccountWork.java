package app.ampel.service.engine;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.problem.Retry;
import app.ampel.domain.status.GraphRequest;
import app.ampel.domain.status.StatusOverride;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs in and out and asks for consent on the rim's threads; what comes of it comes back as changes, unless something
 * newer has been begun meanwhile. Its methods belong to the core's thread.
 */
final class AccountWork {

    private static final Logger LOG = LoggerFactory.getLogger(AccountWork.class);

    private final EnginePorts ports;
    private final Supplier<SignInWay> usualWay;
    private final GraphWork.Back back;
    private Turn turn = Turn.over();

    AccountWork(EnginePorts ports, Supplier<SignInWay> usualWay, GraphWork.Back back) {
        this.ports = ports;
        this.usualWay = usualWay;
        this.back = back;
    }

    /** Whether nothing is under way, and who is signed in could not be found out for a reason that may have passed. */
    boolean canLookUpAgain(AccountState now) {
        return turn.isOver()
                && now.profile().isEmpty()
                && now.problem()
                        .filter(problem -> problem.kind().retry() == Retry.SOON)
                        .isPresent();
    }

    /** Finds out who is signed in. */
    void lookUp() {
        Turn asked = turn;
        boolean handedOver = Dispatch.ask(ports.accounts(), ports.account()::profile, (profile, thrown) -> {
            SituationChange change = thrown == null ? found(profile) : notFound(thrown);
            post((before, now) -> asked == turn ? change.of(before, now) : before);
        });
        if (!handedOver) {
            post(notFound(new IllegalStateException("no thread to look up who is signed in")));
        }
    }

    private void post(SituationChange change) {
        back.bring(() -> {}, change);
    }

    private static SituationChange found(Optional<Profile> profile) {
        return (before, now) -> profile.map(p -> before.signedIn(p, now))
                .orElseGet(() -> before.with(AccountState.signedOut(Optional.empty()), now));
    }

    private static SituationChange notFound(Throwable thrown) {
        Problem problem = problem("Nobody can be signed in", thrown);
        return (before, now) -> before.with(AccountState.signedOut(Optional.of(problem)), now);
    }

    private static Problem problem(String what, Throwable thrown) {
        if (thrown instanceof ProblemException known) {
            LOG.info("{}: {}", what, known.getMessage(), known.getCause());
            return known.problem();
        }
        Dispatch.report(what + ", unexpectedly", thrown);
        return Problem.of(Problem.Kind.INTERNAL);
    }

    /** Signs in; what is under way is given up. */
    void signIn(SignInWay way, CompletableFuture<Void> done) {
        cancel();
        accept(new Turn(Optional.empty()), mine -> ports.account().signIn(way, prompt -> prompted(mine, prompt)), done);
    }

    /** Asks for more to be granted; what is under way is given up. */
    void ask(ConsentRequest wanted, CompletableFuture<Void> done) {
        cancel();
        accept(
                new Turn(Optional.of(wanted.reason())),
                mine -> ports.account().grant(wanted, usualWay.get(), prompt -> prompted(mine, prompt)),
                done);
    }

    /** The same, unless something is being asked already. */
    void askUnlessBusy(ConsentRequest wanted) {
        if (turn.isOver()) {
            ask(wanted, new CompletableFuture<>());
        }
    }

    /** Ends what is under way. */
    void cancel() {
        turn.cancel();
    }

    /** Ends asking for what nobody needs any more. */
    void cancelAsking(ConsentReason reason) {
        if (turn.isFor(reason)) {
            turn.cancel();
        }
    }

    /**
     * Clears what Microsoft may hold of ours, after what is being told already, then forgets the tokens, before anybody
     * else signs in.
     */
    void signOut(List<GraphRequest> farewell, CompletableFuture<Void> done) {
        turn.abandon();
        turn = Turn.over();
        CompletableFuture<Void> told = new CompletableFuture<>();
        if (!Dispatch.ask(
                ports.writes(), () -> tellAsFarAsPossible(farewell), (nothing, thrown) -> told.complete(null))) {
            told.complete(null);
        }
        boolean handedOver = Dispatch.ask(
                ports.accounts(),
                () -> {
                    told.get();
                    ports.account().signOut();
                    return null;
                },
                (nothing, thrown) -> {
                    if (thrown == null) {
                        post(this::signedOut);
                        done.complete(null);
                    } else {
                        done.completeExceptionally(new ProblemException(problem("Signing out failed", thrown), thrown));
                    }
                });
        if (!handedOver) {
            done.completeExceptionally(new ProblemException(Problem.of(Problem.Kind.INTERNAL)));
        }
    }

    /** Forgets the tokens once {@code told} is done, or after {@code patience}. On the thread of the accounts; blocks. */
    void forgetAfter(CompletableFuture<?> told, Duration patience) throws ProblemException, InterruptedException {
        try {
            told.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("Not cleared before signing out; it ends by itself");
        }
        ports.account().signOut();
        ports.memory().forget();
    }

    private Void tellAsFarAsPossible(List<GraphRequest> farewell) {
        for (GraphRequest write : farewell) {
            try {
                GraphWork.deliver(write, ports.presence());
            } catch (ProblemException e) {
                LOG.info("Not cleared before signing out; it ends by itself: {}", e.getMessage());
            }
        }
        return null;
    }

    private Situation signedOut(Situation before, Instant now) {
        ports.memory().forget();
        return before.with(AccountState.signedOut(Optional.empty()), now)
                .with(before.watch().forgotten())
                .manual(manual -> StatusOverride.NOTHING);
    }

    private interface Asking {
        Profile ask(Turn mine) throws ProblemException;
    }

    private void accept(Turn mine, Asking asking, CompletableFuture<Void> done) {
        turn = mine;
        post((s, now) -> s.with(AccountState.waiting(s.account().profile(), Optional.empty()), now));
        boolean handedOver = Dispatch.ask(ports.accounts(), () -> got(mine, asking), (profile, thrown) -> {
            mine.end();
            if (thrown == null) {
                post((s, now) -> mine == turn ? s.signedIn(profile, now) : s);
                done.complete(null);
            } else {
                failed(mine, thrown, done);
            }
        });
        if (!handedOver) {
            mine.end();
            failed(mine, new IllegalStateException("no thread to sign in"), done);
        }
    }

    /** What was got for somebody who has signed out meanwhile is forgotten at once. */
    private Profile got(Turn mine, Asking asking) throws ProblemException {
        mine.begin();
        Profile profile = asking.ask(mine);
        if (mine.endsAbandoned()) {
            ports.account().signOut();
            throw new ProblemException(Problem.of(Problem.Kind.SIGN_IN_CANCELLED));
        }
        return profile;
    }

    /** Whoever was signed in before still is. */
    private void failed(Turn mine, Throwable thrown, CompletableFuture<Void> done) {
        Problem problem = problem("Signing in ended", thrown);
        post((s, now) -> mine == turn
                ? s.with(left(s.account().profile(), problem), now)
                        .manual(manual -> mine.isFor(ConsentReason.SET_STATUS) ? refused(manual, problem, now) : manual)
                : s);
        done.completeExceptionally(thrown instanceof ProblemException ? thrown : new ProblemException(problem, thrown));
    }

    private static AccountState left(Optional<Profile> profile, Problem problem) {
        AccountState.Kind kind = profile.isPresent() ? AccountState.Kind.SIGNED_IN : AccountState.Kind.SIGNED_OUT;
        return new AccountState(kind, profile, Optional.empty(), Optional.of(problem));
    }

    private static StatusOverride refused(StatusOverride manual, Problem problem, Instant now) {
        return problem.kind().retry() == Retry.SOON ? manual.failed(problem, now) : manual.onLightOnly(problem);
    }

    private void prompted(Turn mine, SignInPrompt prompt) {
        post((s, now) ->
                mine == turn ? s.with(AccountState.waiting(s.account().profile(), Optional.of(prompt)), now) : s);
    }
}
