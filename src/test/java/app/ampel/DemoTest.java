package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.demo.DemoDay;
import app.ampel.demo.SpeedClock;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Scope;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightState;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.cli.Console;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, from MSAL4J's first request to the terminal's light, in the simulated tenant. */
class DemoTest {

    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private DemoHome home;
    private Demo demo;

    @BeforeEach
    void start() throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Console console = new Console(
                out,
                out,
                false,
                Messages.in(Locale.ENGLISH),
                Clock.systemUTC(),
                () -> ZoneId.of("Europe/Berlin"),
                page -> false,
                code -> false,
                Optional.empty());
        home = DemoHome.take(Optional.of(folder.resolve("home")));
        SpeedClock day = SpeedClock.todayAt(DemoDay.START, console.zone(), 240);
        demo = new Demo(console, home, day, false, false, Duration.ofMillis(100));
        demo.start();
    }

    @AfterEach
    void end() throws Exception {
        demo.close();
        home.close();
    }

    private Engine engine() {
        return demo.engine();
    }

    private void until(Predicate<Snapshot> condition) {
        await().atMost(LONG).until(() -> condition.test(engine().snapshot()));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static boolean isSet(Snapshot now, ManualStatus.State state) {
        return now.manual().map(manual -> manual.state() == state).orElse(false);
    }

    @Test
    void showsTheSignInEachChangeAndAStatusThatIsSetKeptAliveAndCleared() {
        until(now -> now.account().kind() == AccountState.Kind.SIGNED_IN);
        assertThat(printed()).contains("enter this code");
        assertThat(engine().snapshot().account().profile().orElseThrow().scopes())
                .containsExactlyInAnyOrder(Scope.USER_READ, Scope.PRESENCE_READ);

        until(now -> now.reading().kind() == PresenceReading.Kind.KNOWN);
        until(now -> isSet(now, ManualStatus.State.IN_EFFECT));
        Snapshot inACall = engine().snapshot();
        assertThat(inACall.account().profile().orElseThrow().scopes()).contains(Scope.PRESENCE_READ_WRITE);
        assertThat(inACall.shown().colour()).isEqualTo(Colour.RED);

        await().atMost(LONG).untilAsserted(() -> assertThat(printed()).contains("Kept alive at Microsoft until"));
        until(now -> now.manual().isEmpty());
        await().atMost(LONG).until(() -> printed().contains("Light: red, softly pulsing"));
    }

    @Test
    void aQuestionFindsSomebodyAndTheChatIsALinkToBeRead() {
        await().atMost(LONG).until(() -> printed().contains("Kim has a question for HR"));
        await().atMost(LONG)
                .until(() -> printed().contains("Chat: https://teams.microsoft.com/l/chat/0/0?tenantId=")
                        || printed().contains("is available now."));
        PeopleSnapshot people = demo.people().snapshot();
        assertThat(people.watchList()).hasSize(8);
        assertThat(people.searches())
                .extracting(each -> each.search().name())
                .containsExactlyInAnyOrder("HR question", "IT help");
        assertThat(engine().snapshot().account().profile().orElseThrow().scopes())
                .contains(Scope.PRESENCE_READ_ALL, Scope.GROUP_MEMBER_READ_ALL)
                .doesNotContain(Scope.USER_READ_ALL);
    }

    @Test
    void theTerminalSaysItsLightBeforeAnybodyHasSignedIn() {
        await().atMost(LONG).until(() -> printed().contains("Light: green"));
        assertThat(printed().indexOf("Light: "))
                .isNotNegative()
                .isLessThan(printed().indexOf("enter this code"));
    }

    @Test
    void endsWithTheLightsOff() {
        await().atMost(LONG)
                .until(() -> demo.overviews().now().lights().stream()
                        .anyMatch(light -> light.condition() == LightState.Condition.OK));
        until(now -> now.reading().kind() == PresenceReading.Kind.KNOWN);
        await().until(() -> printed().contains("Light: "));
        demo.close();
        assertThat(printed().stripTrailing()).endsWith("Light: dark");
    }
}
