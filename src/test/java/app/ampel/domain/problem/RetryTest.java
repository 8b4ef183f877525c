package app.ampel.domain.problem;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.Problem.Remedy;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ends a sign-in. */
class RetryTest {

    /** What Entra says of the refresh token itself, and having none. */
    private static final Set<Kind> FINAL = EnumSet.of(Kind.NOT_SIGNED_IN, Kind.SIGN_IN_EXPIRED, Kind.PASSWORD_EXPIRED);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onlyEntrasFinalWordEndsASignIn(Kind kind) {
        assertThat(kind.endsTheSignIn()).isEqualTo(FINAL.contains(kind));
        assertThat(kind.endsTheSignIn()).isEqualTo(kind.retry() == Retry.NEVER);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatEndsOneIsPutRightBySigningInAndByNothingElse(Kind kind) {
        if (kind.endsTheSignIn()) {
            assertThat(kind.remedy()).isEqualTo(Remedy.SIGN_IN);
        }
    }

    @Test
    void theLineAndTheServiceAreAskedAgainSoon() {
        assertThat(Stream.of(Kind.values()).filter(kind -> kind.remedy() == Remedy.RETRY))
                .allSatisfy(kind -> assertThat(kind.retry()).isEqualTo(Retry.SOON));
    }
}
