package app.ampel.face.window.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTest {

    private static final Registration KNOWN = new Registration(
            "11111111-2222-3333-4444-555555555555", "example.org", Cloud.GLOBAL, Optional.empty(), Optional.empty());
    private static final Set<Scope> READING = EnumSet.of(Scope.USER_READ, Scope.PRESENCE_READ);

    private static Letter letter(Letters.Topic topic, Registration registration, Set<Scope> scopes) {
        return new Letters(Messages.in(Locale.GERMANY)).of(topic, Optional.of(registration), scopes, "AADSTS1");
    }

    @Nested
    class WithAClientId {

        @Test
        void theConsentLinkAsksForThisPurposeOnly() {
            String link = "https://login.microsoftonline.com/example.org/v2.0/adminconsent"
                    + "?client_id=11111111-2222-3333-4444-555555555555"
                    + "&scope=https://graph.microsoft.com/User.Read%20https://graph.microsoft.com/Presence.Read"
                    + "&redirect_uri=http://localhost";
            assertThat(letter(Letters.Topic.CONSENT, KNOWN, READING).body())
                    .contains("\n" + link + "\n")
                    .contains("User.Read, Presence.Read\n");
        }

        @Test
        void oneMorePermissionIsInTheLinkWhenItIsAboutThat() {
            assertThat(letter(
                                    Letters.Topic.CONSENT,
                                    KNOWN,
                                    EnumSet.of(Scope.USER_READ, Scope.PRESENCE_READ, Scope.PRESENCE_READ_WRITE))
                            .body())
                    .contains("%20https://graph.microsoft.com/Presence.ReadWrite&");
        }

        @Test
        void anotherCloudHasItsOwnHosts() {
            Registration government = new Registration(
                    KNOWN.clientId(), KNOWN.tenant(), Cloud.USGOV_DOD, Optional.empty(), Optional.empty());
            assertThat(letter(Letters.Topic.CONSENT, government, READING).body())
                    .contains("https://login.microsoftonline.us/example.org/v2.0/adminconsent?")
                    .contains("https://dod-graph.microsoft.us/User.Read");
        }

        @ParameterizedTest
        @EnumSource(value = Letters.Topic.class, names = "REGISTER", mode = EnumSource.Mode.EXCLUDE)
        void everyLetterNamesTheAppTheTenantAndTheCode(Letters.Topic topic) {
            Letter letter = letter(topic, KNOWN, READING);
            assertThat(letter.subject()).isNotBlank();
            assertThat(letter.body())
                    .contains(KNOWN.clientId(), "example.org", "AADSTS1")
                    .doesNotContain("{");
            assertThat(letter.fits()).isTrue();
        }
    }

    @Nested
    class WithoutOne {

        @Test
        void everythingIsARequestToRegister() {
            Letters letters = new Letters(Messages.in(Locale.UK));
            Letter expected = letters.of(Letters.Topic.REGISTER, Optional.empty(), READING, "");
            assertThat(letters.of(Letters.Topic.CONSENT, Optional.empty(), READING, ""))
                    .isEqualTo(expected);
            assertThat(letters.of(Letters.Topic.NETWORK, Optional.empty(), READING, "")
                            .body())
                    .contains("HTTPS to login.microsoftonline.com and graph.microsoft.com")
                    .doesNotContain("az ad app create");
            assertThat(expected.body()).contains("az ad app create \\\n", "http://localhost", "Presence.ReadWrite");
        }
    }

    @Nested
    class TheAddress {

        @Test
        void isOneThatMailProgramsUnderstand() {
            Letter letter = new Letter("Ü & ?", "a+b\nc d=e");
            String address = letter.address("too long").toString();
            assertThat(address).isEqualTo("mailto:?subject=%C3%9C%20%26%20%3F&body=a%2Bb%0D%0Ac%20d%3De");
            assertThat(URLDecoder.decode(address, StandardCharsets.UTF_8)).endsWith("a+b\r\nc d=e");
        }

        @Test
        void isNeverTooLong() {
            Letter letter = new Letter("s", "x".repeat(5000));
            assertThat(letter.fits()).isFalse();
            assertThat(letter.address("paste").toString()).isEqualTo("mailto:?subject=s&body=paste");
        }
    }

    @Nested
    class TheCommands {

        @Test
        void areThoseOnThePageForAdministrators() throws IOException {
            String page = Files.readString(Path.of("packaging/administrator.md"));
            List<String> own = List.of("cat > manifest.json <<'END'", "END");
            assertThat(RegistrationScript.text(Optional.empty()).lines())
                    .filteredOn(line -> !own.contains(line))
                    .allSatisfy(line -> assertThat(page).contains("\n" + line + "\n"));
        }

        @Test
        void haveTheTenantPutIn() {
            assertThat(RegistrationScript.text(Optional.of("contoso.com")))
                    .contains("--tenant contoso.com ")
                    .doesNotContain("example.org");
        }
    }
}
