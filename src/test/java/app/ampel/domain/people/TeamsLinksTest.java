package app.ampel.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected links are written from Microsoft's description. */
class TeamsLinksTest {

    private static final List<String> ANNA = List.of("anna@example.org");

    private static Question asking(String topic, String text) {
        return new Question(Optional.of(topic), Optional.of(text));
    }

    /** What Teams reads of it. */
    private static String parameter(TeamsLink link, String name) {
        return Arrays.stream(link.address().getQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .collect(Collectors.joining());
    }

    @Test
    void aChatHasTheQuestionWithBlanksThatAreNoPlus() {
        TeamsLink link = TeamsLinks.chat(ANNA, Optional.of("t-1"), Question.of("1 + 1 = 2 & more?"));
        assertThat(link.address())
                .hasToString("https://teams.microsoft.com/l/chat/0/0?tenantId=t-1&users=anna@example.org"
                        + "&message=1%20%2B%201%20%3D%202%20%26%20more%3F");
        assertThat(link.cutOff()).isEmpty();
    }

    @Test
    void aChatWithOnePersonHasTheTopicInItsText() {
        assertThat(parameter(TeamsLinks.chat(ANNA, Optional.empty(), asking("Leave", "May I?")), "message"))
                .isEqualTo("Leave: May I?");
    }

    @Test
    void aChatWithTwoOthersHasTheTopicAsItsName() {
        TeamsLink link = TeamsLinks.chat(List.of("a@x.org", "b@x.org"), Optional.empty(), asking("Leave", "May I?"));
        assertThat(link.address())
                .hasToString("https://teams.microsoft.com/l/chat/0/0?users=a@x.org,b@x.org"
                        + "&topicName=Leave&message=May%20I%3F");
    }

    @Test
    void aCallHasPeopleOnly() {
        assertThat(TeamsLinks.call(ANNA).address())
                .hasToString("https://teams.microsoft.com/l/call/0/0?users=anna@example.org");
    }

    @Test
    void aMeetingHasTopicAndText() {
        assertThat(TeamsLinks.meeting(ANNA, asking("Größe", "a\r\nb")).address())
                .hasToString("https://teams.microsoft.com/l/meeting/new?attendees=anna@example.org"
                        + "&subject=Gr%C3%B6%C3%9Fe&content=a%0Ab");
    }

    @Test
    void aGuestsSignInNameIsEncoded() {
        assertThat(TeamsLinks.call(List.of("a_b.com#EXT#@x.org")).address().toString())
                .endsWith("users=a_b.com%23EXT%23@x.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü", "漢", "👩‍💻", "e\u0301", "🇩🇪"})
    void aLinkIsNeverTooLongAndNothingIsLostOrTornApart(String letter) {
        String text = String.join("", Collections.nCopies(9_000 / letter.length(), letter));
        TeamsLink link = TeamsLinks.meeting(ANNA, asking("About " + letter, text));
        assertThat(link.address().toString().length()).isBetween(TeamsLinks.LONGEST - 120, TeamsLinks.LONGEST);
        assertThat(parameter(link, "content") + link.cutOff()).isEqualTo(text);
        assertThat(parameter(link, "content").length() % letter.length()).isZero();
    }

    @Test
    void aLongTopicLeavesRoomForTheTextAndItsRestIsGivenBackToo() {
        String topic = "漢".repeat(Question.LONGEST_TOPIC);
        TeamsLink link = TeamsLinks.meeting(ANNA, asking(topic, "Short."));
        assertThat(parameter(link, "content")).isEqualTo("Short.");
        assertThat(parameter(link, "subject") + link.cutOff()).isEqualTo(topic);
    }

    @Test
    void whateverIsAskedTheLinkIsOneAndLeadsToTeams() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            String text = random.ints(random.nextInt(1, 1500), 1, 0x1ffff)
                    .filter(c -> c < 0xd800 || c > 0xdfff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append('x')
                    .toString();
            URI link =
                    TeamsLinks.chat(ANNA, Optional.of("t"), Question.of(text)).address();
            assertThat(link.toString())
                    .hasSizeLessThanOrEqualTo(TeamsLinks.LONGEST)
                    .matches("[!-~]+");
            assertThat(link.getHost()).isEqualTo("teams.microsoft.com");
        }
    }

    @Test
    void nobodyAndACrowdHaveNone() {
        assertThatThrownBy(() -> TeamsLinks.call(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TeamsLinks.call(Collections.nCopies(11, "a@x.org")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TeamsLinks.call(List.of("a b@x.org"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSignInNameAddsNoParameter() {
        assertThat(TeamsLinks.call(List.of("a@x.org&users=b,c")).address().getRawQuery())
                .isEqualTo("users=a@x.org%26users%3Db%2Cc");
    }
}
