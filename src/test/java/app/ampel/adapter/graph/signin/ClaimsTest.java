package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    @ParameterizedTest
    @ValueSource(strings = {"eyJhIjoxfQ==", "eyJhIjoxfQ", "{\"a\":1}", " { \"a\" : 1 } "})
    void base64AndPlainJsonAreUnderstood(String challenge) {
        assertThat(Claims.decode(challenge)).contains("{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "bm90IGpzb24=", "[1]"})
    void anythingElseIsNothing(String challenge) {
        assertThat(Claims.decode(challenge)).isEmpty();
    }

    @Test
    void theCapabilityIsAddedToWhatIsAsked() {
        assertThat(Claims.withCapability("{\"access_token\":{\"nbf\":{\"value\":\"1\"}}}"))
                .isEqualTo("{\"access_token\":{\"nbf\":{\"value\":\"1\"},\"xms_cc\":{\"values\":[\"cp1\"]}}}");
    }
}
