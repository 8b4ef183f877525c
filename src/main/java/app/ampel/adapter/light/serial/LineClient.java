package app.ampel.adapter.light.serial;

import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.SerialProfile;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Sends something and waits for the answer, line by line. One thread at a time, or one that sends and one that reads;
 * {@link #close} from any.
 */
final class LineClient {

    /**
     * For how long it waits.
     *
     * @param ask from one hello to the next
     * @param hello for all of them
     * @param answer for the answer to a command
     */
    record Timeouts(Duration ask, Duration hello, Duration answer) {
        static final Timeouts USUAL =
                new Timeouts(Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMillis(500));
    }

    private static final int TRIES = 3;

    private final SerialConnection connection;
    private final Timeouts timeouts;
    private final LineReader lines = new LineReader();

    LineClient(SerialConnection connection, Timeouts timeouts) {
        this.connection = connection;
        this.timeouts = timeouts;
    }

    /** A link over an open connection, which is closed when the light does not say what it should. */
    static LightLink begin(SerialProfile profile, SerialConnection connection, Timeouts timeouts)
            throws LightException {
        LineClient client = new LineClient(connection, timeouts);
        if (profile.greeting().isPresent()) {
            client.greet(profile.greeting().get());
        }
        return profile.answers().accept(new Links(client, profile));
    }

    private void greet(SerialProfile.Greeting greeting) throws LightException {
        try {
            long end = System.nanoTime() + timeouts.hello().toNanos();
            do {
                write(greeting.hello().getBytes(StandardCharsets.US_ASCII));
                if (await(timeouts.ask(), line -> begins(line, greeting.answer())) != null) {
                    return;
                }
            } while (System.nanoTime() < end);
            throw new LightException(Condition.NOT_ANSWERING, "nobody said " + greeting.answer());
        } catch (LightException e) {
            close();
            throw e;
        }
    }

    private static boolean begins(String line, String answer) {
        return line.equals(answer) || line.startsWith(answer + " ");
    }

    /** Sends it up to three times, until a line comes that will do. */
    String request(byte[] what, Predicate<String> isAnswer) throws LightException {
        for (int i = 0; i < TRIES; i++) {
            write(what);
            String answer = await(timeouts.answer(), isAnswer);
            if (answer != null) {
                return answer;
            }
        }
        throw new LightException(Condition.NOT_ANSWERING, "no answer to " + (char) what[0]);
    }

    /**
     * Sends it to a light that does not answer, and waits until it is on its way: what the port has not sent when it is closed is
     * lost, and the last thing that is said is dark.
     */
    void send(byte[] what, Duration onItsWay) throws LightException {
        write(what);
        await(onItsWay, line -> false);
    }

    /** The same, but leaves what comes meanwhile to whoever listens. */
    void sendWithoutReading(byte[] what, Duration onItsWay) throws LightException {
        write(what);
        long end = System.nanoTime() + onItsWay.toNanos();
        for (long left = onItsWay.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private void write(byte[] what) throws LightException {
        connection.write(what);
    }

    /** What has come, within a tenth of a second or so; empty when nothing has. */
    byte[] read() throws LightException {
        return connection.read();
    }

    /** Throws away what has come, without waiting: nobody reads it, and a light may stop when it gets nothing rid of. */
    void discardPending() throws LightException {
        connection.pending();
    }

    /** The first line that will do, within {@code time}; null when there is none. */
    private String await(Duration time, Predicate<String> wanted) throws LightException {
        long end = System.nanoTime() + time.toNanos();
        do {
            lines.accept(connection.read());
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (wanted.test(line)) {
                    return line;
                }
            }
        } while (System.nanoTime() < end);
        return null;
    }

    void close() {
        connection.close();
    }
}
