package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.light.serial.LineClient.Timeouts;
import app.ampel.adapter.light.serial.SimulatedBoard.Fault;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.model.AmpelSerial;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SerialLinkTest {

    /** For boards that answer: never runs out in a test. */
    private static final Timeouts LONG =
            new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));

    /** For boards that do not. */
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofMillis(10), Duration.ofMillis(60), Duration.ofMillis(10));

    private final AmpelSerial model = new AmpelSerial();
    private final LinkedBlockingQueue<byte[]> toHost = new LinkedBlockingQueue<>();
    private final SimulatedBoard board = new SimulatedBoard(toHost::add);
    private final FakeConnection connection = new FakeConnection();

    private final class FakeConnection implements SerialConnection {
        private boolean closed;

        @Override
        public void write(byte[] bytes) throws LightException {
            if (closed) {
                throw new LightException(Condition.GONE, "closed");
            }
            board.take(bytes);
        }

        @Override
        public byte[] read() throws LightException {
            try {
                byte[] bytes = toHost.poll(5, TimeUnit.MILLISECONDS);
                return bytes == null ? new byte[0] : bytes;
            } catch (InterruptedException e) {
                throw new LightException(Condition.GONE, "interrupted", e);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private LightLink greet(SerialConnection over, Timeouts timeouts) throws LightException {
        return LineClient.begin(model.serialProfile().orElseThrow(), over, timeouts);
    }

    private LightLink lit(LightCommand command) throws LightException {
        LightLink link = greet(connection, LONG);
        tell(link, command);
        return link;
    }

    private void tell(LightLink link, LightCommand command) throws LightException {
        for (Report report : model.arming()) {
            link.send(report);
        }
        for (Report report : model.encode(command).reports()) {
            link.send(report);
        }
    }

    private boolean beat(LightLink link) throws LightException {
        return link.beat(model.heartbeat().orElseThrow().reports());
    }

    private static final LightCommand RED = LightCommand.solid(Colour.RED);

    @Nested
    class WithAWellBehavedBoard {
        @Test
        void itArmsTheWatchdogBeforeTheColour() throws LightException {
            lit(RED);
            assertThat(board.heard()).containsExactly("?", "W030", "L255", "F0000", "#FF0000");
            assertThat(board.shows()).isEqualTo("#FF0000");
        }

        @Test
        void theHeartbeatFindsEverythingAsTold() throws LightException {
            for (Effect effect : Effect.values()) {
                assertThat(beat(lit(new LightCommand(Colour.RED, effect))))
                        .as(effect.word())
                        .isTrue();
            }
        }

        @Test
        void aColourAfterASequenceIsWhatCounts() throws LightException {
            LightLink link = lit(new LightCommand(Colour.RED, Effect.BLINK));
            tell(link, LightCommand.solid(Colour.GREEN));
            assertThat(beat(link)).isTrue();
            assertThat(board.shows()).isEqualTo("#00FF00");
        }
    }

    @Nested
    class WhenTheBoardHasForgotten {
        @Test
        void afterAResetTheHeartbeatSaysSoOnce() throws LightException {
            LightLink link = lit(RED);
            board.reset();
            assertThat(beat(link)).isFalse();
            tell(link, RED);
            assertThat(beat(link)).isTrue();
        }

        @Test
        void aSilentResetShowsInItsState() throws LightException {
            LightLink link = lit(RED);
            board.resetSilently();
            assertThat(beat(link)).isFalse();
        }

        @Test
        void aResetInTheDarkIsNoticedByTheWatchdogThatIsOff() throws LightException {
            LightLink link = lit(LightCommand.OFF);
            board.resetSilently();
            assertThat(beat(link)).isFalse();
            tell(link, LightCommand.OFF);
            assertThat(board.watchdog()).isEqualTo("W030");
        }

        @Test
        void aFiredWatchdogIsNoticed() throws LightException {
            LightLink link = lit(RED);
            board.fireWatchdog();
            assertThat(beat(link)).isFalse();
        }
    }

    @Nested
    class WhenAnswersGoAstray {
        @Test
        void aLateAnswerToAnEarlierHelloIsNotTakenForAnother() throws LightException {
            LightLink link = greet(connection, LONG);
            toHost.add("OK USBLIGHT 1 fw=1.0.0\r\n".getBytes(StandardCharsets.US_ASCII));
            tell(link, RED);
            assertThat(board.shows()).isEqualTo("#FF0000");
        }

        @Test
        void aLostAnswerIsAskedForAgain() throws LightException {
            LightLink link = greet(
                    connection, new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(100)));
            board.misbehave(Fault.SWALLOW_ONE);
            link.send(model.encode(RED).reports().get(1));
            assertThat(board.heard()).containsExactly("?", "#FF0000", "#FF0000");
        }

        @Test
        void anAnswerWithAnotherValueDoesNotCount() throws LightException {
            LightLink link = greet(
                    connection, new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(100)));
            board.misbehave(Fault.WRONG_ECHO_ONCE);
            link.send(model.encode(RED).reports().get(1));
            assertThat(board.heard()).containsExactly("?", "#FF0000", "#FF0000");
        }

        @Test
        void garbageBetweenTheAnswersDoesNotMatter() throws LightException {
            board.misbehave(Fault.GARBAGE);
            LightLink link = lit(RED);
            assertThat(beat(link)).isTrue();
            assertThat(board.shows()).isEqualTo("#FF0000");
        }

        @Test
        void aBoardThatIsOneAnswerBehindIsStillUnderstood() throws LightException {
            LightLink link = greet(
                    connection, new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(100)));
            board.misbehave(Fault.ONE_BEHIND);
            tell(link, RED);
            assertThat(board.shows()).isEqualTo("#FF0000");
        }
    }

    @Nested
    class WhenNobodyAnswers {
        @Test
        void theHelloIsSaidAgainAndAgainAndThePortClosed() {
            board.misbehave(Fault.MUTE);
            assertThatThrownBy(() -> greet(connection, SHORT))
                    .isInstanceOfSatisfying(
                            LightException.class, e -> assertThat(e.condition()).isEqualTo(Condition.NOT_ANSWERING));
            assertThat(board.heard()).hasSizeGreaterThan(1).containsOnly("?");
            assertThat(connection.closed).isTrue();
        }

        @Test
        void aCommandIsTriedThreeTimes() throws LightException {
            LightLink link = greet(
                    connection, new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(10)));
            board.misbehave(Fault.MUTE);
            assertThatThrownBy(() -> link.send(model.encode(RED).reports().get(1)))
                    .isInstanceOfSatisfying(
                            LightException.class, e -> assertThat(e.condition()).isEqualTo(Condition.NOT_ANSWERING));
            assertThat(board.heard()).containsExactly("?", "#FF0000", "#FF0000", "#FF0000");
        }

        @Test
        void aBoardThatSpeaksSomethingElseIsNotOurs() {
            board.misbehave(Fault.ERRORS);
            assertThatThrownBy(() -> greet(connection, SHORT)).isInstanceOf(LightException.class);
        }
    }
}
