package app.ampel.adapter.graph.signin;

import app.ampel.domain.account.Account.TokenPlace;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.util.Optional;

/**
 * One account's hold on the token store. When the registration changes, another account takes the store over; what the
 * account before still has under way, a renewal or a sign-in, then writes nothing there any more.
 */
public final class TokenLease implements TokenStore {

    /** The store and who may write to it. Its lock is held while something is written. */
    public static final class Owned {

        private final TokenStore store;
        private TokenLease holder;

        public Owned(TokenStore store) {
            this.store = store;
        }

        /** For a new account; the one before loses it. */
        public synchronized TokenLease lease() {
            holder = new TokenLease(this);
            return holder;
        }
    }

    private final Owned owned;

    private TokenLease(Owned owned) {
        this.owned = owned;
    }

    private boolean isOver() {
        return owned.holder != this;
    }

    @Override
    public Optional<String> read() throws ProblemException {
        return owned.store.read();
    }

    @Override
    public void replace(String tokens) throws ProblemException {
        synchronized (owned) {
            if (isOver()) {
                throw new ProblemException(Problem.of(Problem.Kind.SIGN_IN_CANCELLED));
            }
            owned.store.replace(tokens);
        }
    }

    @Override
    public void update(String tokens) throws ProblemException {
        synchronized (owned) {
            if (!isOver()) {
                owned.store.update(tokens);
            }
        }
    }

    @Override
    public void forget() throws ProblemException {
        synchronized (owned) {
            if (!isOver()) {
                owned.store.forget();
            }
        }
    }

    @Override
    public TokenPlace place() {
        return owned.store.place();
    }

    @Override
    public void close() {
        owned.store.close();
    }
}
