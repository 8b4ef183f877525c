package app.ampel.adapter.graph.signin;

import app.ampel.domain.account.Account.TokenPlace;
import java.util.Optional;

/** Forgets with the program: for the demo. */
public final class MemoryTokens implements TokenStore {

    private volatile Optional<String> tokens = Optional.empty();

    @Override
    public Optional<String> read() {
        return tokens;
    }

    @Override
    public void replace(String fresh) {
        tokens = Optional.of(fresh);
    }

    @Override
    public void update(String fresh) {
        tokens = Optional.of(fresh);
    }

    @Override
    public void forget() {
        tokens = Optional.empty();
    }

    @Override
    public TokenPlace place() {
        return TokenPlace.MEMORY;
    }

    @Override
    public void close() {
        tokens = Optional.empty();
    }
}
