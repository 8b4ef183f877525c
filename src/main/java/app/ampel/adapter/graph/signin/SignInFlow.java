package app.ampel.adapter.graph.signin;

import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.problem.ProblemException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One way to have the user sign in. Blocks; ends with {@code SIGN_IN_CANCELLED} when its thread is interrupted. */
interface SignInFlow {

    /**
     * What is asked.
     *
     * @param loginHint the account that is meant, where one is
     * @param about what more is to be granted by it
     * @param prompt told what the user has to do, on the calling thread
     */
    record Question(
            Set<Scope> scopes,
            Optional<String> loginHint,
            Optional<ConsentRequest> about,
            Consumer<SignInPrompt> prompt) {

        public Question {
            scopes = Set.copyOf(scopes);
            Objects.requireNonNull(loginHint);
            Objects.requireNonNull(about);
            Objects.requireNonNull(prompt);
        }
    }

    /** A fresh token cache with nothing but the new account in it. Nothing is kept yet. */
    String run(Question question) throws ProblemException;
}
