package app.ampel.service.people;

import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.account.AccountService;
import app.ampel.service.engine.Snapshot;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Has whoever is signed in asked by the way in which everything about the account is. */
public record AccountConsent(AccountService account) implements PeopleConsent {

    @Override
    public Set<Scope> obtain(ConsentStep step) throws ProblemException {
        CompletableFuture<Snapshot> asked = account.grant(new ConsentRequest(step.scopes(), step.reason()));
        try {
            return asked.get().account().profile().map(Profile::scopes).orElse(Set.of());
        } catch (InterruptedException e) {
            account.cancelSignIn();
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(Problem.Kind.CANCELLED), e);
        } catch (CancellationException e) {
            throw new ProblemException(Problem.of(Problem.Kind.CANCELLED), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProblemException known
                    ? known
                    : new ProblemException(Problem.of(Problem.Kind.INTERNAL), e.getCause());
        }
    }
}
