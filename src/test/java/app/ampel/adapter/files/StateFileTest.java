package app.ampel.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.presence.StatusMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:05:03.123Z");

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("state.json");
    }

    private StateFile file() {
        return new StateFile(path(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static PresenceTracker.Seen seen(Optional<String> message) {
        Presence presence = new Presence(
                new Availability("busy"),
                new Activity("Sculpting"),
                true,
                message.map(text -> new StatusMessage(text, Optional.empty())),
                Optional.of("remote"),
                "A0042");
        return new PresenceTracker.Seen(presence, NOW);
    }

    @Test
    void bringsTheLastAnswerOverARestart() {
        file().save(seen(Optional.empty()));
        assertThat(file().load()).contains(seen(Optional.empty()));
        assertThat(file().load().orElseThrow().presence().availability().word()).isEqualTo("busy");
    }

    @Test
    void neverHoldsAStatusMessage() throws IOException {
        file().save(seen(Optional.of("on a secret mission")));
        assertThat(Files.readString(path())).doesNotContain("secret");
        assertThat(file().load()).contains(seen(Optional.empty()));
    }

    @Test
    void isGoneAfterSigningOut() {
        file().save(seen(Optional.empty()));
        file().forget();
        assertThat(file().load()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "{\"version\":1}",
                "{\"version\":2,\"presence\":{\"availability\":\"Busy\",\"activity\":\"Busy\",\"at\":\"2026-11-20T14:05:03Z\"}}",
                "{\"version\":1,\"presence\":{\"availability\":\"Busy\",\"activity\":\"Busy\",\"at\":\"yesterday\"}}"
            })
    void isSetAsideWhenItCannotBeRead(String text) throws IOException {
        Files.writeString(path(), text);
        assertThat(file().load()).isEmpty();
        assertThat(path()).doesNotExist();
        assertThat(folder.resolve("state.json.broken-20261120-140503")).hasContent(text);
    }

    @Test
    void costsNothingWhenItCannotBeWritten() throws IOException {
        Files.createDirectories(path().resolve("x"));
        file().save(seen(Optional.empty()));
        assertThat(file().load()).isEmpty();
    }
}
