package app.ampel.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.os.files.Folders;
import app.ampel.service.settings.Codecs;
import app.ampel.service.settings.Key;
import app.ampel.service.settings.Keys;
import app.ampel.service.settings.Lens;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.settings.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One more line in the table is all that a setting needs to be read, kept, named, decided and set back. */
class MadeUpSettingTest {

    /** Any record has room for it; this one lends it a part. */
    private static final Key<Settings, Integer> LINE = new Key<>(
                    "/made/up",
                    Codecs.number(1, 99),
                    new Lens<Settings, Integer>(
                            settings -> settings.history().days(),
                            (settings, days) ->
                                    settings.withHistory(settings.history().withDays(days))),
                    "what nobody needs")
            .lockable();

    private static final SettingsTable TABLE = new SettingsTable(
            Stream.concat(
                            Keys.ALL.keys().stream().filter(key -> key != Keys.HISTORY_DAYS),
                            Stream.<Key<Settings, ?>>of(LINE))
                    .toList(),
            Keys.ALL.administrators());

    @TempDir
    private Path home;

    private SettingsStore open(String text) throws IOException {
        Files.writeString(home.resolve("settings.json"), text);
        Folders folders = new Folders(home, home.resolve("machine.json"), List.of());
        return new SettingsStore(new SettingsFiles(TABLE, folders, Clock.systemUTC()), Runnable::run);
    }

    private String kept() throws IOException {
        return Files.readString(home.resolve("settings.json"));
    }

    private static Settings with(Settings settings, int value) {
        return LINE.set(settings, value);
    }

    @Test
    void isReadAndWrittenInItsPlaceAndInItsGroup() throws Exception {
        SettingsStore store = open("{\"made\": {\"up\": 7}, \"log\": \"detailed\"}");
        assertThat(store.notes()).isEmpty();
        assertThat(LINE.of(store.settings())).isEqualTo(7);
        store.change(before -> with(before, 8));
        assertThat(kept()).isEqualTo("""
                {
                  "made" : {
                    "up" : 8
                  },
                  "log" : "detailed"
                }
                """);
        store.reset();
        assertThat(kept()).doesNotContain("made");
        store.change(before -> with(before, 9));
        assertThat(kept()).contains("\"up\" : 9");
    }

    @Test
    void isPutBackWhereTheFileIsEmptiedMeanwhile() throws Exception {
        SettingsStore store = open("{\"made\": {\"up\": 7}}");
        Files.writeString(home.resolve("settings.json"), "{}");
        store.change(before -> before.withDetailedLog(true));
        assertThat(kept()).contains("\"up\" : 7");
    }

    @Test
    void isNamedWhereItIsWrongMisspeltOrNoGroup() throws IOException {
        assertThat(noted("{\"made\": {\"up\": 100}}")).containsExactly("WRONG made/up: 1 – 99");
        assertThat(noted("{\"made\": {\"upp\": 1}}")).containsExactly("UNKNOWN made/upp: up");
        assertThat(noted("{\"made\": 1}")).containsExactly("WRONG made: {…}");
        assertThat(noted("{\"mad\": 1}"))
                .containsExactly("UNKNOWN mad: account, history, lights, log, looks, made, manual, onScreen, ownScheme,"
                        + " people, polling, scheme, version");
    }

    private List<String> noted(String text) throws IOException {
        return open(text).notes().stream()
                .filter(note -> note.kind() != SettingsNote.Kind.KEPT)
                .map(note -> note.kind() + " " + note.member() + ": " + note.allowed())
                .toList();
    }

    @Test
    void isTheAdministratorsWhereHeHasDecidedIt() throws Exception {
        Files.writeString(home.resolve("machine.json"), "{\"made\": {\"up\": 5}}");
        SettingsStore store = open("{\"made\": {\"up\": 7}}");
        assertThat(store.notes()).isEmpty();
        assertThat(store.isLocked(LINE)).isTrue();
        assertThat(LINE.of(store.settings())).isEqualTo(5);
        assertThatThrownBy(() -> store.change(before -> with(before, 6)))
                .isInstanceOfSatisfying(
                        LockedSettingException.class,
                        e -> assertThat(e.member()).isEqualTo("/made/up"));
        assertThat(LINE.of(store.change(before -> with(before, 5)))).isEqualTo(5);
        assertThat(store.change(before -> before.withDetailedLog(true)).detailedLog())
                .isTrue();
    }

    @Test
    void isHeldWhereWhatHeDecidedCannotBeRead() throws Exception {
        for (String spoilt : List.of("{\"made\": {\"up\": \"five\"}}", "{\"made\": []}", "{", "")) {
            Files.writeString(home.resolve("machine.json"), spoilt);
            SettingsStore store = open("{\"made\": {\"up\": 7}}");
            assertThat(store.notes()).as(spoilt).isNotEmpty();
            assertThat(store.isLocked(LINE)).as(spoilt).isTrue();
            assertThat(LINE.of(store.settings())).isEqualTo(7);
            assertThatThrownBy(() -> store.change(before -> with(before, 6)))
                    .as(spoilt)
                    .isInstanceOf(LockedSettingException.class);
        }
    }
}
