package app.ampel.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.LightState.Condition;
import java.text.Normalizer;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays in a text that others may read, and what does not. */
class RedactorTest {

    private static final String JWT =
            "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ";
    private static final String REFRESH =
            "1.AXkAUjpvDrSXjUyKHy07TF1uf8oRvqPgHeNNsN7A_-4VkA15AAA.AgABAwEAAAApTwJmzXqdR4BN2miheQMYAgDs_wUA9P8KtzQy0Zp";

    @Nested
    class WithoutKnowingAnything {

        private final Redactor redactor = new Redactor(new Secrets(Set.of(), Set.of(), Set.of()));

        @ParameterizedTest
        @ValueSource(strings = {JWT, REFRESH, "Bearer " + JWT, "bearer abcdef123456", "Basic a2ltOnNlY3JldA=="})
        void tokensGo(String token) {
            assertThat(redactor.redact("answer to " + token + " was 401"))
                    .startsWith("answer to ")
                    .endsWith(" was 401")
                    .contains("[token]")
                    .doesNotContain(token.substring(token.length() - 8))
                    .doesNotContain(token.substring(token.indexOf(' ') + 1).substring(0, 6));
        }

        @ParameterizedTest
        @CsvSource({
            "http://localhost:1234/?code=0.AX4x&state=f-9, http://localhost:1234/?code=[token]&state=[token]",
            "\"refresh_token\":\"abcdef\", \"refresh_token\":\"[token]\"",
            "client_secret=Zk8~q, client_secret=[token]",
            "http://kim:geheim@proxy.corp.example:3128/, http://[address]/",
            "socks5://a:b@10.1.2.3, socks5://[address]",
            "from kim.muster@firma-straße.example today, from [address] today",
            "peer 192.168.17.4:443, peer [address]:443",
            "peer fe80:0:0:0:202:b3ff:fe1e:8329 gone, peer [address] gone",
            "peer fe80::1 gone, peer [address] gone",
            "in /home/kim/.local/share/ampel, in ~/.local/share/ampel",
            "in C:\\Users\\Kim\\AppData, in ~\\AppData",
            "/Users/kim/Library, ~/Library",
            "tenant 0e6f3a52-97b4-4c8d-8a1f-2d3b4c5d6e7f is, tenant 0e6f… is"
        })
        void whatLooksPrivateGoes(String text, String left) {
            assertThat(redactor.redact(text)).isEqualTo(left);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-11-20T13:05:03.500+01:00 WARN  ampel-core Core: A change failed unexpectedly",
                    "at java.base/java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:635)",
                    "login.microsoftonline.com, graph.microsoft.com: AADSTS53003, HTTP 503, PT10S",
                    "/usr/lib/jvm/java-17-openjdk-amd64/lib/server/libjvm.so",
                    "org.freedesktop.dbus.exceptions.DBusExecutionException",
                    "blink(1) mk2 27b8:01ed hid-feature no-permission"
                })
        void whatHelpsStays(String text) {
            assertThat(redactor.redact(text)).isEqualTo(text);
        }
    }

    @Nested
    class KnowingWhoItIs {

        private final Redactor redactor = new Redactor(Secrets.of(Situations.of(
                Situations.signedIn(Situations.JORG),
                Situations.machine(),
                Situations.lights(Situations.light(Condition.OK, "", "")))));

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Jörg",
                    "MÜSSIG",
                    "müßig",
                    "Joerg",
                    "Muessig",
                    "Jorg",
                    "zimtstern",
                    "zimtstern.example",
                    "joergm",
                    "zimt-nb-0815",
                    "3A001234",
                    "3a001234",
                    "Käthes",
                    "KAETHES",
                    "graph.innen.example"
                })
        void whatNamesThePersonGoesHoweverItIsWritten(String name) {
            assertThat(redactor.redact("It is " + name + ".")).isEqualTo("It is […].");
            assertThat(redactor.redact(Normalizer.normalize("It is (" + name + ")", Normalizer.Form.NFD)))
                    .isEqualTo("It is ([…])");
        }

        @Test
        void theirFolderIsATilde() {
            assertThat(redactor.redact("/home/joergm/.local")).isEqualTo("~/.local");
        }

        @Test
        void idsKeepTheirBeginning() {
            assertThat(redactor.redact(Situations.REGISTRATION.clientId())).isEqualTo("a3be…");
        }

        @Test
        void partsOfWordsStay() {
            assertThat(redactor.redact("Müßiggang in Zimtsternen")).isEqualTo("Müßiggang in Zimtsternen");
        }
    }
}
