package app.ampel.adapter.graph.signin;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.service.threads.Daemons;
import com.microsoft.aad.msal4jextensions.persistence.CacheFileAccessor;
import com.microsoft.aad.msal4jextensions.persistence.ICacheAccessor;
import com.microsoft.aad.msal4jextensions.persistence.linux.KeyRingAccessor;
import com.microsoft.aad.msal4jextensions.persistence.mac.KeyChainAccessor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One secret in the operating system's key store, through msal4j-persistence-extension: libsecret on Linux, Keychain on
 * macOS, a file under DPAPI on Windows. Native calls may hang (a locked key ring, a dead session bus), throw errors that
 * are no exceptions, or find no library: each runs on a thread of its own with a time limit, and whatever goes wrong is
 * {@link Closed}.
 */
final class KeyStoreSlot {

    static final Duration LIMIT = Duration.ofSeconds(5);

    /** The key store is not there, is locked or does not answer. */
    static final class Closed extends Exception {

        private static final long serialVersionUID = 1L;

        Closed(Throwable cause) {
            super("the key store does not work", cause);
        }
    }

    private final Callable<ICacheAccessor> accessor;
    private final Duration limit;
    private final AtomicBoolean busy = new AtomicBoolean();

    KeyStoreSlot(Callable<ICacheAccessor> accessor, Duration limit) {
        this.accessor = accessor;
        this.limit = limit;
    }

    /**
     * @param file an existing file: its time of change tells of the last change on Linux and macOS
     * @param secret where DPAPI keeps the secret on Windows
     * @param home tells two home folders apart
     */
    static KeyStoreSlot ofThisComputer(Path file, Path secret, String home) {
        return new KeyStoreSlot(() -> accessor(file, secret, home), LIMIT);
    }

    private static ICacheAccessor accessor(Path file, Path secret, String home) {
        return switch (OperatingSystem.current()) {
            case WINDOWS -> new CacheFileAccessor(secret.toString());
            case MACOS -> new KeyChainAccessor(file.toString(), "app.ampel", home);
            case LINUX ->
                new KeyRingAccessor(
                        file.toString(), "default", "app.ampel.tokens", "Ampel", "program", "ampel", "home", home);
        };
    }

    Optional<String> read() throws Closed {
        byte[] secret = call(() -> accessor.call().read());
        return secret == null || secret.length == 0
                ? Optional.empty()
                : Optional.of(new String(secret, StandardCharsets.UTF_8));
    }

    /** Reads it back: a key store that takes a secret and does not give it out is of no use. */
    void write(String secret) throws Closed {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        call(() -> {
            ICacheAccessor store = accessor.call();
            store.write(bytes);
            if (!Arrays.equals(bytes, store.read())) {
                throw new IllegalStateException("it gives out something else than it was given");
            }
            return store;
        });
    }

    void delete() throws Closed {
        call(() -> {
            ICacheAccessor store = accessor.call();
            store.delete();
            return store;
        });
    }

    /** Whether it would take a secret. Up to {@link #LIMIT}. */
    boolean works() {
        try {
            call(() -> {
                ICacheAccessor store = accessor.call();
                if (store instanceof KeyRingAccessor ring) {
                    ring.verify();
                } else {
                    store.read();
                }
                return store;
            });
            return true;
        } catch (Closed e) {
            return false;
        }
    }

    private <T> T call(Callable<T> work) throws Closed {
        if (!busy.compareAndSet(false, true)) {
            // No second thread hangs beside the first.
            throw new Closed(new TimeoutException("an earlier call has not come back yet"));
        }
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return work.call();
            } finally {
                busy.set(false);
            }
        });
        Daemons.thread("ampel-key-store", task).start();
        return await(task);
    }

    private <T> T await(FutureTask<T> task) throws Closed {
        boolean interrupted = false;
        try {
            long end = System.nanoTime() + limit.toNanos();
            while (true) {
                try {
                    return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // Tokens must not be lost because somebody is in a hurry: the limit is short enough.
                    interrupted = true;
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new Closed(e.getCause() == null ? e : e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
