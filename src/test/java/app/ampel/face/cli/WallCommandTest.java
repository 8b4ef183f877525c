package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.domain.people.ContactPool;
import app.ampel.face.control.ControlServer;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.FakeServices;
import app.ampel.face.control.Home;
import app.ampel.service.people.FakeTenant;
import app.ampel.service.people.FindWords;
import app.ampel.service.wall.WallRequest;
import app.ampel.service.wall.WallTheme;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallCommandTest {

    private final Home home = new Home();
    private final Typed typed = new Typed(home.folders());

    @AfterEach
    void remove() {
        home.close();
    }

    @Test
    void needsTheRunningAmpel() {
        assertThat(typed.ampel("wall")).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(typed.ampel("wall", "--stop")).isEqualTo(ExitCode.NOT_RUNNING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wall --group A --department B | Say only one of",
                "wall --everybody --colleagues | Say only one of",
                "wall --owners | --owners needs a --group.",
                "wall --stop --monitor 2 | --stop goes with nothing else.",
                "wall --monitor 0 | \"0\" is not a monitor.",
                "wall --monitor left | \"left\" is not a monitor.",
                "wall --theme drak | Did you mean \"dark\"?",
            })
    void whatIsWrongIsWrongWhetherAmpelRunsOrNot(String command, String sentence) {
        assertThat(typed.ampel(command.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains(sentence);
    }

    @Test
    void aNameHasToBeOne() {
        assertThat(typed.ampel("wall", "--department", " ")).isEqualTo(ExitCode.USAGE);
        assertThat(typed.ampel("wall", "--list", "x".repeat(1_000))).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("--list");
    }

    @Nested
    class WhileAmpelRuns {

        private InstanceLock lock;
        private FakeServices host;
        private ControlServer server;

        @BeforeEach
        void start() throws Exception {
            lock = InstanceLock.tryTake(home.folders()).orElseThrow();
            host = new FakeServices(home.folders());
            host.colleagues.tenant.add("anna", "Anna Schmidt");
            host.colleagues.tenant.is("anna", FakeTenant.AVAILABLE);
            host.colleagues.tenant.members.put("Desk", List.of("anna"));
            server = ControlServer.start(
                    HomeSocket.listen(home.folders(), lock),
                    host.services(),
                    Home.words(),
                    () -> ZoneId.of("Europe/Berlin"));
        }

        @AfterEach
        void stop() {
            server.close();
            lock.close();
        }

        /** The people's threads are cranked by hand: here, while the command waits. */
        private int type(String... words) {
            CompletableFuture<Integer> exit = new CompletableFuture<>();
            Thread terminal = new Thread(() -> exit.complete(typed.ampel(words)), "terminal");
            terminal.start();
            await().pollInSameThread().until(() -> {
                host.colleagues.time.settle();
                return exit.isDone();
            });
            return exit.join();
        }

        private WallRequest opened() {
            return host.wall.opened.get(host.wall.opened.size() - 1);
        }

        @Test
        void opensAWallOfAGroup() {
            assertThat(type("wall", "--group", "Desk", "--monitor", "2", "--theme", "contrast"))
                    .isZero();
            assertThat(typed.out()).startsWith("The wall shows: Desk.");
            assertThat(opened())
                    .isEqualTo(new WallRequest(
                            new FindWords.Pool.Group("Desk", ContactPool.Part.MEMBERS),
                            Optional.of(2),
                            Optional.of(WallTheme.CONTRAST)));
            assertThat(host.wall.last().view().orElseThrow().people()).isEqualTo(1);
        }

        @Test
        void orOfWhomOneWorksWithWhereNobodyIsNamed() {
            assertThat(type("wall")).isZero();
            assertThat(opened().pool()).isEqualTo(new FindWords.Pool.Known(new ContactPool.Colleagues()));
            assertThat(opened().theme()).isEmpty();
        }

        @Test
        void orOfEverybodyOrADepartmentOrOwners() {
            assertThat(type("wall", "--everybody")).isZero();
            assertThat(opened().pool()).isEqualTo(new FindWords.Pool.Known(new ContactPool.Everybody()));
            assertThat(type("wall", "--department", "IT")).isZero();
            assertThat(opened().pool()).isEqualTo(new FindWords.Pool.Known(new ContactPool.OfDepartment("IT")));
            assertThat(type("wall", "--group", "Desk", "--owners")).isZero();
            assertThat(opened().pool()).isEqualTo(new FindWords.Pool.Group("Desk", ContactPool.Part.OWNERS));
        }

        @Test
        void aListThatIsNotThereIsAFailureInTheWallsOwnWords() {
            assertThat(type("wall", "--list", "SAP")).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).contains("You have no list with this name.");
        }

        @Test
        void aGroupThatIsNotThereToo() {
            assertThat(type("wall", "--group", "Nobody's")).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).contains("There is no group with this name or id.");
        }

        @Test
        void withoutADisplayThereIsNoneAndThatIsSaid() {
            host.wall.monitors = 0;
            assertThat(type("wall")).isEqualTo(ExitCode.FAILED);
            assertThat(typed.err()).contains("without a display");
            assertThat(host.wall.opened).isEmpty();
        }

        @Test
        void aMonitorThatIsNotThereIsSaid() {
            assertThat(type("wall", "--monitor", "3")).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).contains("There is no monitor 3. The last one is 2.");
        }

        @Test
        void stopClosesIt() {
            type("wall");
            assertThat(type("wall", "--stop")).isZero();
            assertThat(typed.out()).contains("The wall is closed.");
            assertThat(host.wall.isOpen).isFalse();
            assertThat(type("wall", "--stop")).isZero();
            assertThat(typed.out()).contains("No wall was open.");
        }
    }
}
