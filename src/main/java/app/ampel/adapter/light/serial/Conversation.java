package app.ampel.adapter.light.serial;

import app.ampel.service.lights.LightException;
import app.ampel.service.lights.LightLink;
import app.ampel.service.lights.LightState.Condition;
import app.ampel.service.lights.SerialWay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Says something and waits for the answer, line by line. One thread at a time, or one that tells and
 * one that reads; {@link #close} from any. */
final class Conversation {

    /**
     * How patient it is.
     *
     * @param ask from one hello to the next
     * @param hello for all of them
     * @param answer for the answer to a command
     */
    record Patience(Duration ask, Duration hello, Duration answer) {
        static final Patience USUAL =
                new Patience(Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMillis(500));
    }

    private static final int TRIES = 3;

    private final Wire wire;
    private final Patience patience;
    private final LineReader lines = new LineReader();

    Conversation(Wire wire, Patience patience) {
        this.wire = wire;
        this.patience = patience;
    }

    /** A link over an open wire, which is closed when the light does not say what it should. */
    static LightLink begin(SerialWay way, Wire wire, Patience patience) throws LightException {
        Conversation talk = new Conversation(wire, patience);
        if (way.greeting().isPresent()) {
            talk.greet(way.greeting().get());
        }
        return way.answers().accept(new Links(talk, way));
    }

    private void greet(SerialWay.Greeting greeting) throws LightException {
        try {
            long end = System.nanoTime() + patience.hello().toNanos();
            do {
                write(greeting.hello().getBytes(StandardCharsets.US_ASCII));
                if (hear(patience.ask(), line -> begins(line, greeting.answer())) != null) {
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

    /** Says it up to three times, until a line comes that will do. */
    String say(byte[] what, Predicate<String> isAnswer) throws LightException {
        for (int i = 0; i < TRIES; i++) {
            write(what);
            String answer = hear(patience.answer(), isAnswer);
            if (answer != null) {
                return answer;
            }
        }
        throw new LightException(Condition.NOT_ANSWERING, "no answer to " + (char) what[0]);
    }

    /**
     * Says it to nobody who answers, and waits until it is on its way: what the port has not sent when it is closed is
     * lost, and the last thing that is said is dark.
     */
    void tell(byte[] what, Duration onItsWay) throws LightException {
        write(what);
        hear(onItsWay, line -> false);
    }

    /** The same, but leaves what comes meanwhile to whoever listens. */
    void tellAndLeaveTheRest(byte[] what, Duration onItsWay) throws LightException {
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
        wire.write(what);
    }

    /** What has come, within a tenth of a second or so; empty when nothing has. */
    byte[] read() throws LightException {
        return wire.read();
    }

    /** Throws away what has come, without waiting: nobody reads it, and a light may stop when it gets nothing rid of. */
    void drop() throws LightException {
        wire.pending();
    }

    /** The first line that will do, within {@code time}; null when there is none. */
    private String hear(Duration time, Predicate<String> wanted) throws LightException {
        long end = System.nanoTime() + time.toNanos();
        do {
            lines.take(wire.read());
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (wanted.test(line)) {
                    return line;
                }
            }
        } while (System.nanoTime() < end);
        return null;
    }

    void close() {
        wire.close();
    }
}
