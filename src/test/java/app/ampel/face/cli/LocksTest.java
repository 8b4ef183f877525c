package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInWay;
import app.ampel.face.control.ControlServer;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.FakeServices;
import app.ampel.face.control.Home;
import app.ampel.service.engine.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the administrator has decided holds, whichever way around it somebody tries. */
class LocksTest {

    private static final String OURS = "11111111-2222-3333-4444-555555555555";
    private static final String THEIRS = "99999999-2222-3333-4444-555555555555";
    private static final String DECIDED = """
            {"version":1,
             "account":{"clientId":"%s","tenant":"example.org","cloud":"global","signIn":"browser"},
             "polling":{"shortest":"PT20S"},
             "history":{"on":false}}
            """.formatted(OURS);
    private static final String OTHERWISE = """
            {"version":1,
             "account":{"clientId":"%s","tenant":"evil.example","cloud":"usgov","signIn":"device-code",
                        "authority":"https://evil.example/x/","graph":"https://evil.example/v1.0"},
             "polling":{"usual":"PT1S","fastest":"PT1S","slowest":"PT1S"},
             "history":{"on":true}}
            """.formatted(THEIRS);

    private static final Registration IN_FORCE =
            new Registration(OURS, "example.org", Cloud.GLOBAL, Optional.empty(), Optional.empty());

    private final Home home = new Home();
    private final Typed typed = new Typed(home.folders());

    @BeforeEach
    void decide() throws IOException {
        Files.writeString(home.machineSettings(), DECIDED);
        home.folders().create();
    }

    @AfterEach
    void remove() {
        home.close();
    }

    private void usersFile(String text) throws IOException {
        Files.writeString(home.folders().settings(), text);
    }

    @Test
    void theUsersFileChangesNothing() throws IOException {
        usersFile(OTHERWISE);
        assertThat(typed.ampel("sign-in")).isZero();
        assertThat(typed.program.opened).containsExactly(IN_FORCE);
        assertThat(typed.program.account.ways).containsExactly(SignInWay.BROWSER);
    }

    @Test
    void anotherHomeIsUnderTheSameWord() throws IOException {
        String other = home.folder().resolve("other").toString();
        assertThat(typed.ampel("--home", other, "sign-in")).isZero();
        assertThat(typed.program.opened).containsExactly(IN_FORCE);
        assertThat(typed.program.account.ways).containsExactly(SignInWay.BROWSER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--client-id " + THEIRS,
                "--tenant evil.example",
                "--cloud usgov",
                "--no-browser",
                "--authority https://evil.example/x/",
                "--graph https://evil.example/v1.0"
            })
    void noOptionDoes(String option) {
        assertThat(typed.ampel(("sign-in " + option).split(" "))).isEqualTo(ExitCode.REFUSED);
        assertThat(typed.err()).contains("set by your administrator (" + home.machineSettings() + ")");
        assertThat(typed.program.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--client-id " + THEIRS,
                "--tenant evil.example",
                "--cloud usgov",
                "--no-browser",
                "--authority https://evil.example/x/",
                "--graph https://evil.example/v1.0"
            })
    void norDoesOneThatSaysWhatTheUsersFileSaysAnyway(String option) throws IOException {
        usersFile(OTHERWISE);
        noOptionDoes(option);
    }

    @Nested
    class WithAProgramThatRuns {

        private FakeServices host;
        private InstanceLock lock;
        private ControlServer server;

        @BeforeEach
        void start() throws Exception {
            usersFile(OTHERWISE);
            lock = InstanceLock.tryTake(home.folders()).orElseThrow();
            host = new FakeServices(home.folders());
            server = ControlServer.start(
                    HomeSocket.listen(home.folders(), lock), host.services(), Home.words(), () -> ZoneOffset.UTC);
        }

        @AfterEach
        void stop() {
            server.close();
            lock.close();
        }

        @Test
        void itSignsInAsDecided() {
            assertThat(typed.ampel("sign-in", "--client-id", OURS, "--browser")).isZero();
            assertThat(host.settings.settings().account().registration()).contains(IN_FORCE);
            assertThat(host.engine.told).containsOnly(new Intent.SignIn(SignInWay.BROWSER));
        }

        @Test
        void itRefusesTheRest() {
            assertThat(typed.ampel("sign-in", "--no-browser")).isEqualTo(ExitCode.REFUSED);
            assertThat(typed.ampel("sign-in", "--tenant", "third.example")).isEqualTo(ExitCode.REFUSED);
            assertThat(typed.ampel("sign-in", "--authority", "https://third.example/x/"))
                    .isEqualTo(ExitCode.REFUSED);
            assertThat(host.engine.told).isEmpty();
        }

        @Test
        void itAsksAndRecordsAsDecided() {
            assertThat(host.settings.settings().polling().fastest()).hasSeconds(20);
            assertThat(host.settings.settings().polling().usual()).hasSeconds(20);
            assertThat(host.settings.settings().history().on()).isFalse();
        }
    }
}
