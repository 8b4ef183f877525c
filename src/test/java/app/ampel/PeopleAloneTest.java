package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.signin.MemoryTokens;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.demo.DemoDay;
import app.ampel.demo.DemoUser;
import app.ampel.demo.SignIn;
import app.ampel.demo.Tenant;
import app.ampel.demo.TenantInterceptor;
import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.people.Person;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.cli.CommandPorts;
import app.ampel.face.control.Failure;
import app.ampel.face.control.Home;
import app.ampel.service.people.PersonAnswer;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other people's presence without a running program, in the demo's tenant. */
class PeopleAloneTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Home home = new Home();
    private final Folders folders = home.folders();
    private final Tenant tenant = new Tenant(
            Clock.fixed(Instant.parse("2026-12-01T09:00:00Z"), BERLIN),
            new DemoDay(BERLIN),
            DemoUser.KIM,
            new SignIn(Clock.systemUTC(), DemoUser.KIM, SignIn.TOKEN_LIFE));
    private final Microsoft microsoft = new Microsoft(
            () -> Optional.of(DemoUser.KIM.registration()),
            Microsoft.http(Optional.of(new TenantInterceptor(tenant, URI.create("http://127.0.0.1:1/")))),
            new MemoryTokens(),
            address -> false,
            Messages.in(Locale.UK),
            Clock.systemUTC());
    private final List<SignInPrompt> prompts = new ArrayList<>();

    private InstanceLock lock;

    @BeforeEach
    void lock() throws IOException {
        lock = InstanceLock.tryTake(folders).orElseThrow();
    }

    @AfterEach
    void remove() {
        lock.close();
        microsoft.close();
        home.close();
    }

    private void approve(SignInPrompt prompt) {
        prompts.add(prompt);
        tenant.signIn().approve(prompt.code().orElseThrow());
    }

    private void signIn() throws ProblemException {
        microsoft.signIn(SignInWay.DEVICE_CODE, this::approve);
        prompts.clear();
    }

    private <T> T alone(CommandPorts.PeopleWork<T> work) throws Failure, ProblemException {
        return new PeopleAlone(
                        Environment.real(folders, () -> BERLIN),
                        SettingsFiles.open(folders, Clock.systemUTC()),
                        microsoft,
                        this::approve)
                .use(work);
    }

    @Test
    void needsSomebodyWhoIsSignedIn() {
        ProblemException thrown = catchThrowableOfType(
                ProblemException.class,
                () -> alone(people -> people.search("anna").answer().join()));
        assertThat(thrown.problem()).isEqualTo(Problem.of(Problem.Kind.NOT_SIGNED_IN));
    }

    @Test
    void asksForConsentWhereTheCommandIsTypedAndOnlyOnce() throws Exception {
        signIn();
        PersonAnswer anna = alone(people -> people.show("Anna Becker").answer().join());
        assertThat(anna.reachability().isFree()).isTrue();
        assertThat(prompts)
                .singleElement()
                .satisfies(prompt ->
                        assertThat(prompt.consent().orElseThrow().reason()).isEqualTo(ConsentReason.SEE_COLLEAGUES));
        alone(people -> people.show("Yuki Tanaka").answer().join());
        assertThat(prompts).hasSize(1);
    }

    @Test
    void whatWasChangedIsOnTheDiskAndThereForTheNext() throws Exception {
        signIn();
        Person anna = alone(people -> people.lists().add("Anna Becker").answer().join());
        assertThat(Files.readString(folders.people())).contains(anna.id());
        assertThat(alone(people -> people.oneLook().watchList().answer().join()).watchList())
                .singleElement()
                .satisfies(row -> assertThat(row.contact().id()).isEqualTo(anna.id()));
    }

    @Test
    void whatCouldNotBeKeptIsAProblem() throws Exception {
        signIn();
        Files.createDirectories(folders.people().resolve("in the way"));
        assertThatThrownBy(() -> alone(
                        people -> people.lists().add("Anna Becker").answer().join()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.CANNOT_SAVE));
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        signIn();
        alone(people -> people.show("Anna Becker").answer().join());
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("ampel-people")));
    }
}
