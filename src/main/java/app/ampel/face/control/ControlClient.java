package app.ampel.face.control;

import app.ampel.service.json.Json;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One request to the running program of a home. One thread. */
public final class ControlClient implements AutoCloseable {

    /** Several thousand people with all that is known of them. */
    private static final int LONGEST_LINE = 16 << 20;

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final SocketChannel channel;
    private final Messages words;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192).limit(0);

    /** @param channel to the running program; closed with this */
    public ControlClient(SocketChannel channel, Messages words) {
        this.channel = channel;
        this.words = words;
    }

    /**
     * Sends {@code request} and waits for its answer.
     *
     * @param silence the longest wait for the next line
     * @param events told each event; false: that was enough
     * @return the answer; empty when {@code events} said so
     * @throws Failure when the answer is an error, or there is none
     */
    public Optional<ObjectNode> ask(ObjectNode request, Duration silence, Predicate<ObjectNode> events) throws Failure {
        return ask(request, silence, events, () -> true);
    }

    /** The same; {@code wanted} is asked once a second, too, and when it says false, that was enough. */
    public Optional<ObjectNode> ask(
            ObjectNode request, Duration silence, Predicate<ObjectNode> events, BooleanSupplier wanted) throws Failure {
        try (Selector selector = Selector.open()) {
            channel.configureBlocking(true);
            ByteBuffer line = ByteBuffer.wrap((Json.line(request) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            while (true) {
                Optional<ObjectNode> heard = next(selector, silence, wanted);
                if (heard.isEmpty()) {
                    return heard;
                }
                ObjectNode next = heard.get();
                if (next.has("error")) {
                    throw Failure.of(next.get("error"));
                }
                if (!next.has("event")) {
                    return Optional.of(next);
                }
                if (!events.test(next)) {
                    return Optional.empty();
                }
            }
        } catch (IOException e) {
            throw new Failure("hung-up", words.say("control.hung-up"), ExitCode.FAILED);
        }
    }

    /** Empty when it is no longer wanted. */
    private Optional<ObjectNode> next(Selector selector, Duration silence, BooleanSupplier wanted)
            throws IOException, Failure {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    return Optional.of(
                            Json.readObject(line.toByteArray()).orElseThrow(() -> new IOException("not our protocol")));
                }
                line.write(next);
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("endless line");
            }
            if (!fill(selector, silence, wanted)) {
                return Optional.empty();
            }
        }
    }

    private boolean fill(Selector selector, Duration silence, BooleanSupplier wanted) throws IOException, Failure {
        for (long waited = 1; selector.select(A_SECOND.toMillis()) == 0; waited++) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            if (waited >= silence.toSeconds()) {
                throw new Failure("no-answer", words.say("control.no-answer"), ExitCode.FAILED);
            }
        }
        selector.selectedKeys().clear();
        int count = channel.read(buffer.clear());
        buffer.flip();
        if (count < 0) {
            throw new IOException("hung up");
        }
        return true;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It ends with the process.
        }
    }
}
