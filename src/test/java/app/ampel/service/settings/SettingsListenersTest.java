package app.ampel.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a listener does, a change is made, comes back, and is told to all others; in the end each knows what is in force. */
@Timeout(60)
class SettingsListenersTest {

    private final ExecutorService tellers = Executors.newCachedThreadPool();
    private final CountDownLatch never = new CountDownLatch(1);
    private final SettingsStore store = new SettingsStore(new InMemory(), tellers);
    private final List<Settings> heard = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void letGo() {
        never.countDown();
        tellers.shutdownNow();
    }

    /** What a listener may do, and must not. */
    enum Deed {
        NOTHING {
            @Override
            Consumer<Settings> of(SettingsListenersTest test) {
                return settings -> {};
            }
        },
        HANGS {
            @Override
            Consumer<Settings> of(SettingsListenersTest test) {
                return settings -> test.waitFor(test.never);
            }
        },
        THROWS {
            @Override
            Consumer<Settings> of(SettingsListenersTest test) {
                return settings -> {
                    throw new IllegalStateException("not today");
                };
            }
        },
        ENDS_BADLY {
            @Override
            Consumer<Settings> of(SettingsListenersTest test) {
                return settings -> {
                    throw new StackOverflowError("not today");
                };
            }
        },
        CHANGES_AGAIN {
            @Override
            Consumer<Settings> of(SettingsListenersTest test) {
                return settings -> test.days(300);
            }
        },
        /** A lock that is held while others are waited for would end everything here. */
        WAITS_FOR_A_CHANGE_ELSEWHERE {
            @Override
            Consumer<Settings> of(SettingsListenersTest test) {
                return settings ->
                        CompletableFuture.runAsync(() -> test.days(300)).join();
            }
        };

        abstract Consumer<Settings> of(SettingsListenersTest test);
    }

    private void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void days(int days) {
        try {
            store.change(before -> before.withHistory(before.history().withDays(days)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void everybodyKnows() {
        await().atMost(Duration.ofSeconds(50))
                .until(() -> !heard.isEmpty() && heard.get(heard.size() - 1).equals(store.settings()));
    }

    @ParameterizedTest
    @EnumSource
    void whateverOneDoesChangesComeBackAndTheOthersHear(Deed deed) {
        store.onChange(deed.of(this));
        store.onChange(heard::add);
        store.onChange(deed.of(this));
        for (int days = 1; days <= 20; days++) {
            days(days);
        }
        everybodyKnows();
        assertThat(store.settings().history().days()).isIn(20, 300);
    }

    @ParameterizedTest
    @EnumSource
    void soDoSettingEverythingBackAndTakingThatBack(Deed deed) throws Exception {
        days(9);
        store.onChange(deed.of(this));
        store.onChange(heard::add);
        SettingsStore.Before before = store.reset();
        store.restore(before);
        everybodyKnows();
    }

    @Test
    void ofChangesOnManyThreadsTheLastIsToldLast() throws Exception {
        store.onChange(heard::add);
        ExecutorService many = Executors.newFixedThreadPool(4);
        for (int i = 1; i <= 300; i++) {
            int days = i;
            many.execute(() -> days(days));
        }
        many.shutdown();
        assertThat(many.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
        everybodyKnows();
    }

    @Test
    void whatIsSetBackCanBeTakenBackUntilTheNextChange() throws Exception {
        days(9);
        SettingsStore.Before before = store.reset();
        assertThat(store.isLast(before)).isTrue();
        days(8);
        days(Settings.DEFAULT.history().days());
        assertThat(store.settings()).isEqualTo(before.after());
        assertThat(store.isLast(before)).isFalse();
    }

    /** Keeps settings as long as the test lasts. */
    private static final class InMemory implements SettingsStorage {

        private static final Path PLACE = Path.of("nowhere");

        private Settings kept = Settings.DEFAULT;

        @Override
        public Path place() {
            return PLACE;
        }

        @Override
        public MachineSettings machine() {
            return MachineSettings.none(PLACE);
        }

        @Override
        public Loaded load() {
            return new Loaded(kept, List.of());
        }

        @Override
        public void save(Settings before, Settings after) throws IOException {
            if (!before.equals(kept)) {
                throw new IOException("one change went past another");
            }
            kept = after;
        }

        @Override
        public void replace(Settings settings) {
            kept = settings;
        }

        @Override
        public Optional<Path> keepBefore() {
            return Optional.empty();
        }
    }
}
