package app.ampel.side;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.account.SignInWay;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The window's buttons for one way of signing in and the other. */
class WindowLockTest {

    @TempDir
    private Path folder;

    private final List<Intent> told = new ArrayList<>();

    /** Writes down what it is told. */
    private final class Listening implements Engine {

        @Override
        public Snapshot snapshot() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Snapshot> tell(Intent intent) {
            told.add(intent);
            return new CompletableFuture<>();
        }

        @Override
        public Runnable watch(Consumer<Snapshot> observer) {
            return () -> {};
        }

        @Override
        public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
            return () -> {};
        }
    }

    private WindowSide window() {
        Folders folders = new Folders(folder.resolve("home"), folder.resolve("machine.json"), List.of());
        SettingsStore settings = SettingsStore.open(folders, Clock.systemUTC());
        World world = new World(null, folders, null, settings, Clock.systemUTC(), 1, Optional::empty, null, true);
        return new WindowSide(new Listening(), null, null, world, Runnable::run, () -> false, () -> {});
    }

    @ParameterizedTest
    @EnumSource(SignInWay.class)
    void leadToTheOneThatTheAdministratorHasDecided(SignInWay decided) throws IOException {
        Files.writeString(folder.resolve("machine.json"), "{\"account\":{\"signIn\":\"" + decided.word() + "\"}}");
        for (SignInWay pressed : SignInWay.values()) {
            window().tell(new Intent.SignIn(pressed));
        }
        assertThat(told).hasSize(SignInWay.values().length).containsOnly(new Intent.SignIn(decided));
    }

    @Test
    void leadWhereTheySayWhereNobodyHasDecided() {
        window().tell(new Intent.SignIn(SignInWay.BROWSER));
        window().tell(new Intent.SignIn(SignInWay.DEVICE_CODE));
        assertThat(told)
                .containsExactly(new Intent.SignIn(SignInWay.BROWSER), new Intent.SignIn(SignInWay.DEVICE_CODE));
    }
}
