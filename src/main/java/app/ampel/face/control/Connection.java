package app.ampel.face.control;

import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client: a thread that reads its request and then waits for it to hang up, and one that writes. A client that
 * sends nothing, or reads nothing, holds up nobody but itself.
 */
public final class Connection implements Answers {

    /** A request, its line end not counted. */
    public static final int LONGEST_REQUEST = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** What is done with a request. */
    @FunctionalInterface
    interface Handler {
        void handle(byte[] request, Answers answers);
    }

    private final SocketChannel channel;
    private final Handler handler;
    private final ControlServer server;
    private final Outbox outbox = new Outbox();
    private final List<Runnable> whenGone = new ArrayList<>();
    private final List<Runnable> whenDone = new ArrayList<>();
    private volatile boolean asked;
    private volatile boolean stays;
    private Optional<Future<?>> limit = Optional.empty();
    private boolean answered;
    private boolean gone;
    private boolean done;

    public Connection(SocketChannel channel, Handler handler, ControlServer server) {
        this.channel = channel;
        this.handler = handler;
        this.server = server;
    }

    /** Begins to serve; when that cannot be done, whatever is thrown, the connection is closed and forgotten. */
    public void start(int number) {
        boolean started = false;
        try {
            hangUpAfter(server.limits().question());
            server.begin(this::read, "ampel-control-" + number);
            server.begin(this::write, "ampel-control-" + number + "-out");
            started = true;
        } finally {
            if (!started) {
                gone();
                run(whenDone, true);
            }
        }
    }

    /** A limit that was set before no longer counts. */
    private synchronized void hangUpAfter(Duration time) {
        limit.ifPresent(it -> it.cancel(false));
        limit = Optional.of(server.later(this::hangUp, time));
    }

    /** Whoever answers is not to be stopped by this: without a limit the client has more time, that is all. */
    private void limitReading() {
        try {
            hangUpAfter(server.limits().answer());
        } catch (RuntimeException | Error e) {
            LOG.debug("A control connection has no time limit.", e);
        }
    }

    private synchronized void withoutLimit() {
        limit.ifPresent(it -> it.cancel(false));
        limit = Optional.empty();
    }

    @Override
    public boolean stay() {
        return server.mayStay(this);
    }

    /** For {@link ControlServer#mayStay}. */
    void staying() {
        stays = true;
    }

    /** Whether it is told of every change for as long as it likes. */
    public boolean stays() {
        return stays;
    }

    /** Whether its request has arrived; one that never asks anything may be hung up on. */
    boolean hasAsked() {
        return asked;
    }

    private void read() {
        try {
            Optional<byte[]> line = request();
            asked = true;
            withoutLimit();
            if (line.isPresent()) {
                handler.handle(line.get(), this);
                waitForHangUp();
            }
        } catch (IOException e) {
            // The client is gone, or we hung up; either way it ends here.
        } catch (RuntimeException | Error e) {
            LOG.error("A control connection failed.", e);
            outbox.drop();
        } finally {
            gone();
        }
    }

    /** Empty when the client hung up without a request. */
    private Optional<byte[]> request() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        while (channel.read(buffer.clear()) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    return Optional.of(line.toByteArray());
                }
                line.write(next);
            }
            if (line.size() > LONGEST_REQUEST) {
                return Optional.of(line.toByteArray());
            }
        }
        return Optional.empty();
    }

    private void waitForHangUp() throws IOException {
        ByteBuffer ignored = ByteBuffer.allocate(512);
        while (channel.read(ignored.clear()) >= 0) {
            // One request a connection.
        }
    }

    private void write() {
        try {
            for (Optional<Supplier<ObjectNode>> next = outbox.take(); next.isPresent(); next = outbox.take()) {
                send(next.get().get());
            }
        } catch (IOException e) {
            // The client is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("An answer could not be made.", e);
        } finally {
            hangUp();
            run(whenDone, true);
        }
    }

    private void send(ObjectNode line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void gone() {
        outbox.drop();
        hangUp();
        run(whenGone, false);
    }

    void hangUp() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A control connection did not close.", e);
        }
        withoutLimit();
        server.forget(this);
    }

    private void run(List<Runnable> tasks, boolean afterTheAnswer) {
        List<Runnable> due;
        synchronized (this) {
            if (afterTheAnswer) {
                done = true;
            } else {
                gone = true;
            }
            due = List.copyOf(tasks);
            tasks.clear();
        }
        due.forEach(Runnable::run);
    }

    @Override
    public void event(Supplier<ObjectNode> event) {
        if (!outbox.put(event)) {
            hangUp();
        }
    }

    @Override
    public void state(Supplier<ObjectNode> state) {
        try {
            outbox.putWhenTaken(state);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void end(Supplier<ObjectNode> answer) {
        synchronized (this) {
            answered = true;
            whenGone.clear();
        }
        outbox.end(answer);
        limitReading();
    }

    @Override
    public void onGone(Runnable task) {
        synchronized (this) {
            if (answered) {
                return;
            }
            if (!gone) {
                whenGone.add(task);
                return;
            }
        }
        task.run();
    }

    @Override
    public void afterwards(Runnable task) {
        synchronized (this) {
            if (!done) {
                whenDone.add(task);
                return;
            }
        }
        task.run();
    }
}
