package app.ampel.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.GraphRequest;
import app.ampel.domain.status.Leases;
import app.ampel.domain.status.SavedStatus;
import app.ampel.domain.status.StatusOverride;
import app.ampel.domain.status.StatusRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedStatusFileTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    private Instant wall = NOON;
    private Duration up = Duration.ofHours(5);
    private String boot = "first";

    private Path path() {
        return folder.resolve("manual.json");
    }

    private SavedStatusFile file() {
        return new SavedStatusFile(
                path(), Clock.fixed(wall, ZoneOffset.UTC), () -> up, () -> Optional.of(boot), Runnable::run);
    }

    /** With everything that can be held. */
    private static StatusOverride held(Choice choice) {
        StatusMessage before = new StatusMessage(
                "In Basel",
                Optional.of(NOON.plusSeconds(9999)),
                Optional.of(new StatusMessage.Original("html", "2026-11-30T12:00:00.0000000", "Pacific Standard Time")),
                Optional.empty());
        Presence seen = new Presence(
                Availability.AVAILABLE, Activity.AVAILABLE, false, Optional.of(before), Optional.empty(), "");
        StatusRequest request = new StatusRequest(
                choice, Expiry.after(Duration.ofHours(1), NOON), Optional.of("back at 1"), false, false);
        StatusOverride manual = StatusOverride.NOTHING.seen(seen, NOON).chosen(request, NOON, Optional.empty());
        for (Optional<GraphRequest> due = due(manual); due.isPresent(); due = due(manual)) {
            manual = manual.sending(due.get(), NOON).taken(0);
        }
        return manual.lasting();
    }

    private static Optional<GraphRequest> due(StatusOverride manual) {
        return manual.plan(NOON, false, Leases.USUAL)
                .filter(planned -> !planned.at().isAfter(NOON))
                .map(GraphRequest.Planned::write);
    }

    /** What the next start makes of it. */
    private static Stream<Object> told(StatusOverride manual, Instant now) {
        StatusOverride resumed = manual.resumed(now);
        return Stream.of(
                resumed.wish().map(w -> w.request()),
                resumed.wish().map(w -> w.since()),
                resumed.preferred().held(),
                resumed.note().held(),
                resumed.session().held().map(h -> h.pair()),
                resumed.session().held().map(h -> h.mayLastUntil()),
                due(resumed));
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void bringsAllThatIsHeldOverARestart(Choice choice) {
        StatusOverride manual = held(choice);
        file().keep(new SavedStatus(manual, "kim"), onDisk -> assertThat(onDisk).isTrue());
        SavedStatus kept = file().load().orElseThrow();
        assertThat(kept.owner()).isEqualTo("kim");
        assertThat(told(kept.manual(), NOON))
                .containsExactlyElementsOf(told(manual, NOON).toList());
    }

    @Test
    void aClockPutRightMeanwhileMovesTheEndOfATimer() {
        file().keep(
                        new SavedStatus(held(Choice.IN_A_CALL), "kim"),
                        onDisk -> assertThat(onDisk).isTrue());
        up = up.plusSeconds(60);
        wall = NOON.plusSeconds(60).minus(Duration.ofHours(2));
        assertThat(file().load()
                        .orElseThrow()
                        .manual()
                        .wish()
                        .orElseThrow()
                        .request()
                        .end()
                        .at())
                .isEqualTo(NOON.minus(Duration.ofHours(1)));
    }

    @Test
    void afterARebootTheWallsClockIsAllThereIs() {
        file().keep(
                        new SavedStatus(held(Choice.IN_A_CALL), "kim"),
                        onDisk -> assertThat(onDisk).isTrue());
        boot = "second";
        up = Duration.ofSeconds(20);
        wall = NOON.plusSeconds(300);
        assertThat(file().load()
                        .orElseThrow()
                        .manual()
                        .wish()
                        .orElseThrow()
                        .request()
                        .end()
                        .at())
                .isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerAlone() throws Exception {
        file().keep(
                        new SavedStatus(held(Choice.BUSY), "kim"),
                        onDisk -> assertThat(onDisk).isTrue());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"version\":2}",
                "{\"version\":1,\"manual\":{\"wish\":{}}}",
                "{\"version\":1,\"manual\":{\"session\":{\"pair\":\"Busy\"}}}",
                "{\"version\":1,\"manual\":{\"said\":[\"NONSENSE\"]}}"
            })
    void whatCannotBeReadIsSetAside(String text) throws Exception {
        Files.writeString(path(), text);
        assertThat(file().load()).isEmpty();
        assertThat(path()).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenDisturbsNobody() throws Exception {
        Files.createDirectory(path());
        file().keep(
                        new SavedStatus(StatusOverride.NOTHING, ""),
                        onDisk -> assertThat(onDisk).isTrue());
        assertThat(file().load()).isEmpty();
    }
}
