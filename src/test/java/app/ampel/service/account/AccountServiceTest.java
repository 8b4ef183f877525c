package app.ampel.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.cli.FakeAccount;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.NotingEngine;
import app.ampel.service.engine.Intent;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With real settings, and what the administrator says of them. */
class AccountServiceTest {

    private static final String ID = "11111111-2222-3333-4444-555555555555";

    @TempDir
    private Path folder;

    private final NotingEngine engine = new NotingEngine();
    private final FakeAccount account = new FakeAccount();
    private AccountService service;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Folders folders = new Folders(folder.resolve("home"), folder.resolve("machine.json"), List.of());
        SettingsStore settings = SettingsFiles.open(folders, Clock.systemUTC());
        service =
                new AccountService(engine, account, new AccountRegistration(AccountStore.of(settings)), Runnable::run);
    }

    private void administratorSays(String account) throws IOException {
        Files.writeString(folder.resolve("machine.json"), "{\"account\":{" + account + "}}");
        open();
    }

    private static AccountSettings given(String clientId, String tenant, Cloud cloud, SignInWay way) {
        return new AccountSettings(
                Optional.ofNullable(clientId),
                Optional.ofNullable(tenant),
                Optional.ofNullable(cloud),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(way));
    }

    private static void failsWith(CompletableFuture<?> done, Problem.Kind kind) {
        assertThatThrownBy(done::join)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }

    @Nested
    class SigningIn {

        @Test
        void goesByTheWayOfTheSettings() {
            service.signIn();
            service.register(given(ID, null, null, SignInWay.BROWSER)).join();
            service.signIn();
            assertThat(engine.told)
                    .containsExactly(new Intent.SignIn(SignInWay.DEVICE_CODE), new Intent.SignIn(SignInWay.BROWSER));
        }

        @ParameterizedTest
        @EnumSource(SignInWay.class)
        void goesByTheWayThatIsPressed(SignInWay pressed) {
            service.signIn(pressed);
            assertThat(engine.told).containsExactly(new Intent.SignIn(pressed));
        }

        @ParameterizedTest
        @EnumSource(SignInWay.class)
        void goesByTheAdministratorsWayWhateverIsPressedOrSet(SignInWay decided) throws IOException {
            administratorSays("\"signIn\":\"" + decided.word() + "\"");
            for (SignInWay pressed : SignInWay.values()) {
                service.signIn(pressed);
            }
            service.signIn();
            assertThat(engine.told).hasSize(SignInWay.values().length + 1).containsOnly(new Intent.SignIn(decided));
        }

        @Test
        void canBeFollowedByAQuestionForMoreWhateverItIsFor() {
            ConsentRequest colleagues = new ConsentRequest(Set.of(Scope.PEOPLE_READ), ConsentReason.SEE_COLLEAGUES);
            service.grant(ConsentRequest.SET_STATUS);
            service.grant(colleagues);
            assertThat(engine.told)
                    .containsExactly(
                            new Intent.GrantConsent(ConsentRequest.SET_STATUS), new Intent.GrantConsent(colleagues));
        }

        @Test
        void canBeTakenBackAndUndone() {
            service.cancelSignIn();
            service.signOut();
            assertThat(engine.told).containsExactly(new Intent.CancelSignIn(), new Intent.SignOut());
        }

        @Test
        void beginsWithARegistrationThatIsGiven() {
            service.signIn(given(ID, "contoso.com", null, SignInWay.BROWSER)).join();
            assertThat(service.registration()).hasValueSatisfying(kept -> {
                assertThat(kept.clientId()).isEqualTo(ID);
                assertThat(kept.tenant()).isEqualTo("contoso.com");
            });
            assertThat(engine.told).containsExactly(new Intent.SignIn(SignInWay.BROWSER));
        }

        @Test
        void doesNotBeginWithoutAClientId() {
            failsWith(service.signIn(given(null, "contoso.com", null, null)), Problem.Kind.NO_CLIENT_ID);
            assertThat(engine.told).isEmpty();
            assertThat(service.settings().tenant())
                    .as("what was given is there when the rest follows")
                    .contains("contoso.com");
        }
    }

    @Nested
    class Registering {

        @ParameterizedTest
        @EnumSource(Cloud.class)
        void isRefusedWhereMicrosoftShowsNoPresenceAndKeepsNothing(Cloud cloud) {
            CompletableFuture<AccountSettings> done = service.register(given(ID, null, cloud, null));
            if (cloud.readsPresence()) {
                assertThat(done).isCompleted();
                assertThat(service.registration()).isPresent();
            } else {
                failsWith(done, Problem.Kind.NO_PRESENCE_IN_CLOUD);
                assertThat(service.settings()).isEqualTo(AccountSettings.NONE);
            }
        }

        @Test
        void isRefusedInACloudThatWasSaidBefore() throws IOException {
            Files.writeString(
                    folder.resolve("home/settings.json"), "{\"version\":1,\"account\":{\"cloud\":\"china\"}}");
            open();
            failsWith(service.register(given(ID, null, null, null)), Problem.Kind.NO_PRESENCE_IN_CLOUD);
            assertThat(service.registration()).isEmpty();
        }

        @Test
        void isRefusedAgainstTheAdministratorsWord() throws IOException {
            administratorSays("\"tenant\":\"contoso.com\"");
            assertThatThrownBy(service.signIn(given(ID, "evil.example", null, null))::join)
                    .hasCauseInstanceOf(LockedSettingException.class);
            assertThat(engine.told).isEmpty();
            assertThat(service.registration()).isEmpty();
            assertThat(service.locked().tenant()).contains("contoso.com");
        }
    }

    @Nested
    class WhoIsSignedIn {

        @Test
        void isWhatTheAccountItselfKnows() {
            assertThat(service.profile()).isEmpty();
            account.profile = Optional.of(Snapshots.ADA);
            assertThat(service.profile()).contains(Snapshots.ADA);
            assertThat(service.tokenPlace()).isEqualTo(account.tokenPlace());
        }

        @Test
        void isHeardByWhoeverWatches() {
            List<AccountState> heard = new ArrayList<>();
            Runnable end = service.watch(heard::add);
            AccountState out = AccountState.signedOut(Optional.empty());
            engine.become(Snapshots.of(Snapshots.known("Away", "Away"), Optional.empty(), out));
            end.run();
            engine.become(Snapshots.of(Snapshots.known("Busy", "Busy")));
            assertThat(heard).hasSize(2).last().isEqualTo(out);
        }
    }
}
