package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.http.UnusableAnswer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInAnswerTest {

    private static String deviceCode(String more) {
        return "{\"device_code\":\"d\",\"user_code\":\"u\",\"verification_uri\":\"https://x\"" + more + "}";
    }

    @Test
    void aMissingIntervalIsFiveSecondsAndNotNone() throws IOException {
        assertThat(SignInAnswer.success(deviceCode(",\"expires_in\":900"), true))
                .contains("\"interval\":5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"x\""})
    void aSenselessIntervalToo(String interval) throws IOException {
        assertThat(SignInAnswer.success(deviceCode(",\"interval\":" + interval), true))
                .contains("\"interval\":5");
    }

    @Test
    void aGivenIntervalStays() throws IOException {
        assertThat(SignInAnswer.success(deviceCode(",\"interval\":1,\"expires_in\":600"), true))
                .contains("\"interval\":1")
                .contains("\"expires_in\":600");
    }

    @Test
    void aCodeLivesAnHourAtMost() throws IOException {
        assertThat(SignInAnswer.success(deviceCode(",\"expires_in\":99999999"), true))
                .contains("\"expires_in\":3600");
    }

    @Test
    void tokensPassUnchanged() throws IOException {
        String tokens = "{\"access_token\":\"a\"}";

        assertThat(SignInAnswer.success(tokens, false)).isSameAs(tokens);
    }

    @Test
    void anErrorKeepsItsNumberAndLosesItsNames() throws IOException {
        String safe = SignInAnswer.error(
                400,
                "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS50105: anna@contoso.com is not assigned\","
                        + "\"suberror\":\"s\",\"error_codes\":[50105],\"trace_id\":\"t\"}");

        assertThat(safe)
                .contains("\"error\":\"invalid_grant\"", "\"error_description\":\"AADSTS50105\"", "\"suberror\":\"s\"")
                .doesNotContain("anna", "trace_id");
    }

    @Test
    void anErrorWithoutADescriptionGetsOneBecauseMsalNeedsIt() throws IOException {
        assertThat(SignInAnswer.error(400, "{\"error\":\"authorization_pending\"}"))
                .isEqualTo("{\"error\":\"authorization_pending\",\"error_description\":\"HTTP 400\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[]", "{\"error\":"})
    void whatIsNoJsonObjectIsUnusable(String body) {
        assertThatThrownBy(() -> SignInAnswer.error(400, body)).isInstanceOf(UnusableAnswer.class);
        assertThatThrownBy(() -> SignInAnswer.success(body, false)).isInstanceOf(UnusableAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "not an address", ""})
    void anAddressThatIsNotOfTheWebIsUnusable(String address) {
        String answer = deviceCode("").replace("https://x", address);

        assertThatThrownBy(() -> SignInAnswer.success(answer, true)).isInstanceOf(UnusableAnswer.class);
    }

    @Test
    void aCodeWithoutItsPartsIsUnusable() {
        assertThatThrownBy(() -> SignInAnswer.success("{\"device_code\":\"d\"}", true))
                .isInstanceOf(UnusableAnswer.class);
    }
}
