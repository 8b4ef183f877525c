package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number that is known, and those that nobody knows. */
class SignInCodesTest {

    /**
     * By Microsoft's list, these say of the token itself, of the session or of its password that they are good no more.
     * Whoever adds a number here says that no place, no hour and no administrator can make that token good again.
     */
    private static final Set<Integer> FINAL = Set.of(
            50055, 50058, 50085, 50089, 50132, 50133, 50135, 50139, 50144, 50173, 70000, 70008, 70043, 70044, 700081,
            700082, 700084);

    private static final Set<String> WORDS = Set.of("invalid_grant", "interaction_required", "invalid_client", "new");

    static Stream<Integer> numbers() {
        return SignInCodes.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberEndsTheSignInOnlyWhereItSpeaksOfTheTokenItself(int number) {
        assertThat(WORDS)
                .allSatisfy(word ->
                        assertThat(problem(word, number).kind().endsTheSignIn()).isEqualTo(FINAL.contains(number)));
    }

    @Test
    void everyFinalNumberIsKnown() {
        assertThat(SignInCodes.all()).containsKeys(FINAL.toArray(Integer[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_grant", "interaction_required", "login_required", "invalid_client", "new_word"})
    void aNumberThatNobodyKnowsIsARefusalThatMayPassWhateverTheWord(String word) {
        assertThat(problem(word, 1234567)).isEqualTo(Problem.of(Kind.SIGN_IN_REFUSED, "AADSTS1234567"));
        assertThat(problem(word, 1234567).kind().endsTheSignIn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCOUNT_BLOCKED | 50053 50057 500571 500341",
                "WRONG_TENANT | 90072 51004 50020 50034 50014 16003 90002",
                "BLOCKED_BY_POLICY | 53003 530032 500021 80012",
                "DEVICE_NOT_REGISTERED | 50097 53000 53001 50155",
                "CONSENT_NEEDED | 65001 650056 90094",
                "USER_NOT_ASSIGNED | 50105",
                "UNKNOWN_CLIENT | 700016 7000112 70001",
                "MFA_NEEDED | 50072 50074 50076 50078 50079",
                "SERVICE_FAILING | 90033 90006 50033 80002",
                "THROTTLED | 50196 90055",
                "SIGN_IN_EXPIRED | 70000 70008 700082"
            })
    void theNumberDecidesWhateverTheWord(Kind kind, String numbers) {
        for (String number : numbers.split(" ")) {
            assertThat(WORDS)
                    .allSatisfy(word -> assertThat(problem(word, Integer.parseInt(number)))
                            .isEqualTo(Problem.of(kind, "AADSTS" + number)));
        }
    }

    private static Problem problem(String word, int number) {
        return SignInErrors.signIn(word, "AADSTS" + number + ": some words about anna@contoso.com");
    }
}
