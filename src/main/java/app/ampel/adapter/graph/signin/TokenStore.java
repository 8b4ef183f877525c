package app.ampel.adapter.graph.signin;

import app.ampel.domain.account.Account.TokenPlace;
import app.ampel.domain.problem.ProblemException;
import java.util.Optional;

/**
 * Where the token cache of the one account lies between two runs: MSAL4J's own JSON, opaque here. Any thread, one call at
 * a time.
 */
public interface TokenStore extends AutoCloseable {

    /** Empty: nobody is signed in. Throws {@code KEY_STORE_CLOSED} when there is something that cannot be read now. */
    Optional<String> read() throws ProblemException;

    /** After a sign-in: chooses the best place afresh. Nothing of an account before is left. */
    void replace(String tokens) throws ProblemException;

    /** After a renewal: where the tokens are, or in a file when that place fails, so that no token is lost. */
    void update(String tokens) throws ProblemException;

    void forget() throws ProblemException;

    /** Where tokens are, or would be kept. May take 5 s to find out before the first sign-in. */
    TokenPlace place();

    @Override
    void close();
}
