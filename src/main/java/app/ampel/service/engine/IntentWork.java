package app.ampel.service.engine;

import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.DesiredStatus;
import app.ampel.domain.status.StatusOverride;
import app.ampel.domain.status.StatusRequest;
import app.ampel.service.threads.Dispatch;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Does what one intent asks for, and answers whoever gave it. All but the constructor belongs to the loop's thread. */
final class IntentWork implements Intent.Visitor {

    private final Loop loop;
    private final Executor observers;
    private final CompletableFuture<Snapshot> answer = new CompletableFuture<>();

    /** @param observers where whoever gave it is told */
    IntentWork(Loop loop, Executor observers) {
        this.loop = loop;
        this.observers = observers;
    }

    CompletableFuture<Snapshot> answer() {
        return answer;
    }

    @Override
    public void setManual(Intent.SetManual set) {
        set(set.request());
    }

    private void set(StatusRequest request) {
        loop.apply((before, now) -> acted(before.chosen(request, now), now));
        loop.await(Waiters.settledOn(loop.situation().manualStatus()), (s, now) -> settle(now));
    }

    @Override
    public void toggleManual(Intent.ToggleManual toggle) {
        boolean isSet = running()
                .filter(running -> running.choice() == toggle.request().choice())
                .isPresent();
        if (isSet) {
            clear();
        } else {
            set(toggle.request());
        }
    }

    @Override
    public void endManual(Intent.EndManual end) {
        Preferences preferences = loop.situation().preferences();
        running()
                .ifPresentOrElse(
                        running -> set(running.ending(end.lasting()
                                .end(
                                        running.choice(),
                                        loop.wall(),
                                        preferences.habits(),
                                        preferences.zone().get()))),
                        () -> settle(loop.snapshot()));
    }

    /** What is set at this moment, not at the last event. */
    private Optional<StatusRequest> running() {
        return loop.upToDate().manual().wish().map(DesiredStatus::request);
    }

    @Override
    public void extendManual(Intent.ExtendManual extend) {
        loop.apply((before, now) -> before.manual(m -> m.extended(extend.by())));
        settle(loop.snapshot());
    }

    @Override
    public void noteManual(Intent.NoteManual noted) {
        loop.apply((before, now) -> before.manual(m -> m.noted(noted.note())));
        settle(loop.snapshot());
    }

    @Override
    public void takeOverManual(Intent.TakeOverManual taking) {
        loop.apply((before, now) -> acted(before.manual(StatusOverride::takingOver), now));
        loop.await(Waiters.settledOn(loop.situation().manualStatus()), (s, now) -> settle(now));
    }

    @Override
    public void clearManual(Intent.ClearManual clear) {
        clear();
    }

    private void clear() {
        loop.accounts().cancelAsking(ConsentReason.SET_STATUS);
        loop.apply((before, now) -> acted(before.manual(StatusOverride::cleared), now));
        loop.await(Waiters::isForgotten, (s, now) -> settleUnlessRefused(s, now));
    }

    @Override
    public void showLight(Intent.ShowLight show) {
        loop.apply((before, now) -> before.with(show.override()));
        settle(loop.snapshot());
    }

    @Override
    public void signIn(Intent.SignIn signIn) {
        loop.accounts().signIn(signIn.way(), completing());
    }

    @Override
    public void grantConsent(Intent.GrantConsent grant) {
        Situation now = loop.situation();
        if (!now.canAsk()) {
            fail(new ProblemException(now.account().problem().orElse(Problem.of(Problem.Kind.NOT_SIGNED_IN))));
        } else if (now.has(grant.wanted())) {
            settle(loop.snapshot());
        } else {
            loop.accounts().ask(grant.wanted(), completing());
        }
    }

    @Override
    public void cancelSignIn(Intent.CancelSignIn cancel) {
        loop.accounts().cancel();
        settle(loop.snapshot());
    }

    @Override
    public void signOut(Intent.SignOut signOut) {
        loop.accounts().signOut(loop.situation().manual().farewell(loop.now(), false), completing());
    }

    private static Situation acted(Situation s, Instant now) {
        return s.with(s.watch().with(s.watch().schedule().userActed(now)));
    }

    /** Whoever gave the intent may do anything with the answer, so not on this thread. */
    private void settle(Snapshot now) {
        toldBeside(() -> answer.complete(now));
    }

    void fail(Throwable why) {
        toldBeside(() -> answer.completeExceptionally(why));
    }

    private void toldBeside(Runnable telling) {
        if (!Dispatch.run(observers, telling)) {
            // Better here than never: whoever waits would wait for ever.
            Dispatch.guarded(telling);
        }
    }

    /** Settles it, but with the problem where Microsoft did not take what was told last. */
    private void settleUnlessRefused(Situation s, Snapshot now) {
        s.manual().lastProblem().ifPresentOrElse(problem -> fail(new ProblemException(problem)), () -> settle(now));
    }

    private CompletableFuture<Void> completing() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        // Through the queue, so that the snapshot already has what came of it.
        done.whenComplete((nothing, failure) -> loop.run(() -> {
            if (failure == null) {
                settle(loop.snapshot());
            } else {
                fail(failure);
            }
        }));
        return done;
    }
}
