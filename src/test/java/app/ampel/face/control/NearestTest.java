package app.ampel.face.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> WORDS = List.of("status", "set", "sign-in", "sign-out", "in-a-conference-call");

    @ParameterizedTest
    @CsvSource({"statsu, status", "STATUS, status", "sett, set", "sgin-in, sign-in", "in-a-conf, in-a-conference-call"})
    void theNearestWordIsMeant(String typed, String meant) {
        assertThat(Nearest.to(typed, WORDS)).contains(meant);
    }

    @Test
    void nothingIsMeantByNonsense() {
        assertThat(Nearest.to("elephant", WORDS)).isEmpty();
        assertThat(Nearest.to("", WORDS)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), WORDS)).isEmpty();
    }

    @Test
    void aSwapIsOneMistake() {
        assertThat(Nearest.distance("ab", "ba")).isEqualTo(1);
        assertThat(Nearest.distance("abc", "")).isEqualTo(3);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }
}
