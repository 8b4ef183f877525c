package app.ampel.adapter.graph.signin;

import app.ampel.domain.account.Scope;
import app.ampel.domain.problem.ProblemException;
import java.util.Optional;

/** Gives out access tokens for Graph. Blocks while one is renewed. Any thread. */
public interface AccessTokens {

    /**
     * @param claims a claims challenge of Graph as JSON: the old token is not good any more, and why
     * @param forceRefresh whether Graph refused the one given before
     */
    String accessToken(Optional<String> claims, boolean forceRefresh) throws ProblemException;

    /** Whether the token given last was given for this. */
    boolean grants(Scope scope);
}
