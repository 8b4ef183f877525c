package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Account.TokenPlace;
import app.ampel.domain.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the key store of the desktop session: on Linux inside one with an unlocked gnome-keyring. */
@Tag("key-store")
class KeyStoreDesktopTest {

    private static final String ANNA = "{\"Account\":\"anna\"}";
    private static final String BEN = "{\"Account\":\"ben\"}";

    @TempDir
    Path first;

    @TempDir
    Path second;

    private HomeTokens in(Path home) {
        return new HomeTokens(home, Clock.systemUTC());
    }

    @AfterEach
    void leaveNothingBehind() throws ProblemException {
        in(first).forget();
        in(second).forget();
    }

    @Test
    void tokensAreKeptThereAndFoundAgain() throws ProblemException {
        assertThat(in(first).place()).isEqualTo(TokenPlace.KEY_STORE);

        in(first).replace(ANNA);

        assertThat(in(first).read()).contains(ANNA);
        assertThat(first.resolve("tokens").resolve("tokens.json")).doesNotExist();
        assertThat(Files.exists(first.resolve("tokens").resolve("key-store"))).isTrue();
    }

    @Test
    void twoHomesDoNotShareAnAccount() throws ProblemException {
        in(first).replace(ANNA);
        in(second).replace(BEN);

        assertThat(in(first).read()).contains(ANNA);
        assertThat(in(second).read()).contains(BEN);
    }

    @Test
    void signingOutLeavesNothing() throws ProblemException {
        in(first).replace(ANNA);

        in(first).forget();

        assertThat(in(first).read()).isEmpty();
    }
}
