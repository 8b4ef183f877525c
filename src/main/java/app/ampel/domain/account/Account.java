package app.ampel.domain.account;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.problem.ProblemException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one account of a home folder. All methods may be called from any thread; those that say so block, up to the life
 * of a device code (15 min), and end early with {@code SIGN_IN_CANCELLED} when their thread is interrupted.
 */
public interface Account extends AutoCloseable {

    /** Who is signed in, from the token cache alone: reads a file or the key store, never the network. */
    Optional<Profile> profile() throws ProblemException;

    /**
     * Signs in with {@link Scope#LEAST}, and what this account has been granted before. Blocks. An account signed in before is replaced.
     *
     * @param prompt told what the user has to do, once for each fresh code; called on the signing-in thread
     */
    Profile signIn(SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException;

    /**
     * Asks for more beside all that is granted: silently first, as it may have been granted for everybody, else with a
     * consent of its own. Blocks. Granted already: at once. Another account's consent is refused with {@code OTHER_ACCOUNT}.
     */
    Profile grant(ConsentRequest wanted, SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException;

    /** Forgets the account and its tokens on this computer. Nothing is revoked at Microsoft. */
    void signOut() throws ProblemException;

    /** Where tokens are kept. */
    TokenPlace tokenPlace();

    @Override
    void close();

    /** Where tokens are kept: the words are under {@code token-place.*}. */
    enum TokenPlace implements WireName {
        KEY_STORE,
        OWNER_ONLY_FILE,
        MEMORY
    }
}
