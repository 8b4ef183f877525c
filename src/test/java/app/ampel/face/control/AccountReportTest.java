package app.ampel.face.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is signed in, and what was granted for what. */
class AccountReportTest {

    private static JsonNode report(Set<Scope> scopes, String language) {
        Profile kim = new Profile("Kim", "kim@example.org", "example.org", "t-1", "o-1", scopes);
        return AccountReport.of(kim, Account.TokenPlace.MEMORY, Messages.in(Locale.forLanguageTag(language)));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void saysOfEachScopeWhatItIsForAlwaysInTheSameOrder(String language) {
        JsonNode report = report(new HashSet<>(List.of(Scope.values())), language);
        List<String> words = Stream.of(Scope.values()).map(Scope::word).toList();
        assertThat(texts(report.at("/account/scopes"))).isEqualTo(words);
        assertThat(report.at("/account/purposes").fieldNames()).toIterable().containsExactlyElementsOf(words);
        assertThat(texts(report.at("/account/purposes")))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.length() > 10);
        assertThat(texts(report.get("text")))
                .containsSubsequence(words.stream()
                        .map(word -> "  " + word + ": "
                                + report.at("/account/purposes").get(word).asText())
                        .toList());
    }

    @Test
    void listsWhatIsGrantedAndNothingElse() {
        JsonNode report = report(Set.of(Scope.PRESENCE_READ, Scope.USER_READ), "en");
        assertThat(texts(report.get("text")))
                .contains("Granted:", "  User.Read: your name and your address", "  Presence.Read: your own presence")
                .noneMatch(line -> line.contains("colleagues"));
    }
}
