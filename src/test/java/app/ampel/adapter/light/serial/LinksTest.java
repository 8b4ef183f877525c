package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.light.serial.LineClient.Timeouts;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.SerialProfile.Answers;
import app.ampel.domain.light.SerialProfile.Greeting;
import app.ampel.domain.light.Transport;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Serial lights with other words than ours. */
class LinksTest {

    /** One try each, so that no test waits. */
    private static final Timeouts NONE = new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final Report LINE = Report.text(Transport.SERIAL, "AT+SC=127,FF0000\n");

    private final FakeConnection connection = new FakeConnection();

    private static final class FakeConnection implements SerialConnection {
        private final List<String> written = new ArrayList<>();
        private final Queue<String> answers = new ConcurrentLinkedQueue<>();
        private volatile String unread = "";
        private boolean closed;

        @Override
        public void write(byte[] bytes) {
            written.add(new String(bytes, StandardCharsets.US_ASCII));
        }

        @Override
        public byte[] read() {
            String next = answers.poll();
            return next == null ? new byte[0] : next.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public byte[] pending() {
            byte[] all = unread.getBytes(StandardCharsets.US_ASCII);
            unread = "";
            return all;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private LightLink link(Optional<Greeting> greeting, Answers answers) throws LightException {
        return LineClient.begin(new SerialProfile(115_200, true, true, greeting, answers), connection, NONE);
    }

    @Nested
    class ThatAnswersWithAWord {
        private LightLink busyTag() throws LightException {
            return link(Optional.empty(), new Answers.Word("OK", "ERROR"));
        }

        @Test
        void theWordIsWaitedForAndEventsAndEchoesAreNotIt() throws LightException {
            connection.answers.add("AT+SC=127,FF0000\r\n+evn:SC,127,FF0000\r\nOK\r\n");
            busyTag().send(LINE);
            assertThat(connection.written).containsExactly("AT+SC=127,FF0000\n");
        }

        @Test
        void aRefusalIsNotAskedForAgain() throws LightException {
            connection.answers.add("ERROR:3\r\n");
            LightLink link = busyTag();
            assertThatThrownBy(() -> link.send(LINE))
                    .isInstanceOfSatisfying(
                            LightException.class, e -> assertThat(e.condition()).isEqualTo(Condition.NOT_ANSWERING));
            assertThat(connection.written).hasSize(1);
        }

        @Test
        void silenceIsAskedThreeTimes() throws LightException {
            LightLink link = busyTag();
            assertThatThrownBy(() -> link.send(LINE)).isInstanceOf(LightException.class);
            assertThat(connection.written).hasSize(3);
        }
    }

    @Test
    void aLightThatAnswersNothingIsNotWaitedForAndWhatItSaysAllTheSameIsThrownAway() throws LightException {
        LightLink link = link(Optional.empty(), new Answers.None());
        connection.unread = "#FF0000";
        link.send(LINE);
        assertThat(connection.unread).isEmpty();
        assertThat(connection.written).hasSize(1);
        link.close();
        assertThat(connection.closed).isTrue();
    }

    @Test
    void whatALightSaysOfItselfIsHeardUntilItIsClosedAndTellingItSomethingThrowsNoneOfItAway() throws LightException {
        LightLink link = link(Optional.empty(), new Answers.None());
        List<String> heard = new CopyOnWriteArrayList<>();
        link.listen(bytes -> heard.add(new String(bytes, StandardCharsets.US_ASCII)));
        connection.unread = "3";
        link.send(LINE);
        connection.answers.add("34");
        await().until(() -> heard.contains("34"));
        assertThat(connection.unread).isEqualTo("3");

        link.close();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("ampel-button")));
    }

    @Nested
    class ThatAnswersWithALineOfItsOwn {

        private LightLink link() throws LightException {
            return LinksTest.this.link(Optional.empty(), new Answers.Matching("^(OK|done) [0-9]+"));
        }

        @Test
        void aPartOfTheLineHasToMatch() throws LightException {
            connection.answers.add("hello\r\nnot OK 1\r\ndone 17 of 18\r\n");
            link().send(LINE);
            assertThat(connection.written).hasSize(1);
        }

        @Test
        void otherLinesAreNoAnswerAndItIsAskedThreeTimes() throws LightException {
            connection.answers.addAll(List.of("OK\r\n", "done\r\n", "ERROR\r\n"));
            LightLink link = link();
            assertThatThrownBy(() -> link.send(LINE))
                    .isInstanceOfSatisfying(
                            LightException.class, e -> assertThat(e.condition()).isEqualTo(Condition.NOT_ANSWERING));
            assertThat(connection.written).hasSize(3);
        }
    }

    @Nested
    class ThatIsGreeted {
        private final Optional<Greeting> greeting = Optional.of(new Greeting("v", "WLED"));

        @Test
        void itIsOpenWhenItHasSaidWhatItIs() throws LightException {
            connection.answers.add("noise\nWLED 0.15\n");
            link(greeting, new Answers.None()).close();
            assertThat(connection.written).containsExactly("v");
        }

        @Test
        void thePortIsClosedWhenItHasNot() {
            assertThatThrownBy(() -> link(greeting, new Answers.None())).isInstanceOf(LightException.class);
            assertThat(connection.closed).isTrue();
        }
    }

    /** The rule: while somebody listens, nobody else reads. */
    @Test
    void noPressIsLostWhileALineIsOnItsWay() throws LightException {
        LightLink link = LineClient.begin(SerialProfile.silent(300), connection, NONE);
        AtomicInteger heard = new AtomicInteger();
        link.listen(bytes -> heard.addAndGet(bytes.length));
        for (int i = 0; i < 20; i++) {
            connection.answers.add("3");
            link.send(Report.serial(0x41));
            connection.answers.add("3");
        }
        await().until(() -> heard.get() == 40);
        link.close();
    }
}
