package app.ampel.service.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void comesBackAsItWas() {
        String text = "{\"a\":[1,2.50,true,null,\"é \\\" \\n\"],\"b\":{\"c\":12345678901234567890}}";
        assertThat(Json.line(Json.read(bytes(text)).orElseThrow())).isEqualTo(text);
    }

    @Test
    void isIndentedForPeople() {
        ObjectNode node = Json.readObject(bytes("{\"a\":{\"b\":[\"x\"]}}")).orElseThrow();
        assertThat(Json.indented(node)).isEqualTo("{\n  \"a\" : {\n    \"b\" : [\n      \"x\"\n    ]\n  }\n}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":}", "{} {}", "[1,", "nul", "{\"a\":1}x", "{'a':1}", "{\"a\":01}"})
    void isNotFoundInWhatIsNone(String text) {
        assertThat(Json.read(bytes(text))).isEmpty();
    }

    @Test
    void isNotReadBelowADepthThatNobodyNeeds() {
        assertThat(Json.read(bytes("[".repeat(32) + "]".repeat(32)))).isPresent();
        assertThat(Json.read(bytes("[".repeat(33) + "]".repeat(33)))).isEmpty();
        assertThat(Json.read(bytes("[".repeat(100_000)))).isEmpty();
    }

    @Test
    void survivesAByteOrderMark() {
        assertThat(Json.readObject(bytes("\ufeff{\"a\":1}"))).isPresent();
    }

    @Nested
    class WhenTheTextIsBrokenInTheMiddle {

        private final LocatedJson located =
                LocatedJson.read(bytes("{\n \"a\": {\n  \"b\": 1,\n  \"c\": ,\n  \"d\": 2\n }\n}"));

        @Test
        void keepsWhatStandsBefore() {
            assertThat(Json.line(located.root())).isEqualTo("{\"a\":{\"b\":1}}");
        }

        @Test
        void saysTheLine() {
            assertThat(located.brokenAt()).contains(4);
        }
    }

    @Test
    void knowsTheLineOfEveryValue() {
        LocatedJson located = LocatedJson.read(bytes("{\n\"a\": [\n1,\n{\"b\":\n2}]}"));
        assertThat(located.line("/a")).isEqualTo(2);
        assertThat(located.line("/a/0")).isEqualTo(3);
        assertThat(located.line("/a/1/b")).isEqualTo(5);
        assertThat(located.line("/a/1/missing")).isEqualTo(4);
        assertThat(located.line("/nowhere")).isEqualTo(1);
    }
}
