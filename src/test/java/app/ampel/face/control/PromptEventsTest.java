package app.ampel.face.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.face.cli.Snapshots;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the user is asked comes to a command as the program has it. */
class PromptEventsTest {

    private static SignInPrompt prompt(Optional<ConsentRequest> consent) {
        return new SignInPrompt(
                SignInWay.DEVICE_CODE,
                URI.create("https://microsoft.com/devicelogin"),
                Optional.of("ABCD-EFGH"),
                Snapshots.NOW,
                consent);
    }

    @ParameterizedTest
    @EnumSource(ConsentReason.class)
    void withAllThatIsToBeGrantedAndWhatFor(ConsentReason reason) {
        for (Scope first : Scope.values()) {
            EnumSet<Scope> scopes = EnumSet.range(first, Scope.USER_READ_ALL);
            SignInPrompt asked = prompt(Optional.of(new ConsentRequest(scopes, reason)));
            assertThat(PromptEvents.prompt(PromptEvents.event(asked))).contains(asked);
        }
    }

    @Test
    void withoutAnyWhereItIsASignIn() {
        SignInPrompt asked = prompt(Optional.empty());
        assertThat(PromptEvents.prompt(PromptEvents.event(asked))).contains(asked);
        assertThat(PromptEvents.event(asked).has("scope")).isFalse();
    }

    @Test
    void withOneScopeAsItAlwaysWas() {
        assertThat(PromptEvents.event(prompt(Optional.of(ConsentRequest.SET_STATUS)))
                        .path("scope")
                        .asText())
                .isEqualTo("Presence.ReadWrite");
    }
}
