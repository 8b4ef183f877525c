package app.ampel.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.ScreenLight;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.ContactPool.Part;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.policy.IdleBehaviour;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.WorkingDay;
import app.ampel.service.json.Json;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.HistorySettings;
import app.ampel.service.settings.Keys;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.PeopleSettings;
import app.ampel.service.settings.SerialLightJson;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T14:05:03Z"), ZoneOffset.UTC);
    private static final Messages WORDS = Messages.in(Locale.ENGLISH);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("settings.json");
    }

    private Path machine() {
        return folder.resolve("machine.json");
    }

    private SettingsStore open() {
        return new SettingsStore(
                new SettingsFiles(Keys.ALL, new Folders(folder, machine(), List.of()), CLOCK), Runnable::run);
    }

    private SettingsStore open(String text) throws IOException {
        Files.writeString(file(), text);
        return open();
    }

    private static List<String> notes(SettingsStore store) {
        return store.notes().stream().map(note -> note.say(WORDS)).toList();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().contains(".broken-"))
                    .sorted()
                    .toList();
        }
    }

    private String json() throws IOException {
        return Json.line(Json.read(Files.readAllBytes(file())).orElseThrow());
    }

    private static StatusDefaults lasting(int minutes) {
        StatusDefaults usual = StatusDefaults.USUAL;
        return new StatusDefaults(
                Duration.ofMinutes(minutes),
                usual.byChoice(),
                usual.offered(),
                usual.workingDay(),
                usual.lease(),
                usual.leaveOnQuit());
    }

    @Nested
    class WithoutAFile {

        @Test
        void areTheDefaultsAndNothingIsWritten() {
            SettingsStore store = open();
            assertThat(store.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(store.notes()).isEmpty();
            assertThat(file()).doesNotExist();
        }

        @Test
        void onlyWhatWasChangedIsWritten() throws Exception {
            open().change(before -> before.withSerialLights(lights("2341:0043:A1")));
            assertThat(json()).isEqualTo("{\"version\":1,\"lights\":{\"serial\":[\"2341:0043:A1\"]}}");
        }

        @Test
        @DisabledOnOs(OS.WINDOWS)
        void theFileIsForItsOwnerAlone() throws Exception {
            open().change(before -> before.withHabits(lasting(30)));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    @Nested
    class AllOfThem {

        private final Settings all = new Settings(
                new AccountSettings(
                        Optional.of("11111111-2222-3333-4444-555555555555"),
                        Optional.of("example.org"),
                        Optional.of(Cloud.USGOV),
                        Optional.of(URI.create("https://login.example.org:8443/tenant/")),
                        Optional.of(URI.create("http://localhost:8080/v1.0")),
                        Optional.of(SignInWay.BROWSER)),
                new PollingLimits(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofMinutes(2)),
                List.of(
                        new AddedLight("a", new SerialProtocol.Ampel()),
                        new AddedLight("b", new SerialProtocol.Ampel())),
                new ScreenLight(true, ScreenLight.Size.LARGE, ScreenLight.Corner.BOTTOM_LEFT, true),
                new LightSettings(Map.of(
                        "blink1:3A001234",
                        new LightSetting(
                                Optional.of("Door"),
                                true,
                                new Adjustment(40, 100, 80, 0),
                                ButtonUse.TOGGLE_IN_A_CALL,
                                Optional.of("only-in-a-call")),
                        "serial:/dev/ttyS0",
                        LightSetting.DEFAULT.with(new Adjustment(1, 100, 100, 100)))),
                new Rules(
                        Rules.OWN,
                        Optional.of(new Scheme(
                                Rules.OWN,
                                List.of(new Scheme.Rule(
                                        Set.of(Activity.IN_A_CALL, new Activity("Sculpting")),
                                        Set.of(Availability.BUSY),
                                        Optional.of(false),
                                        new LightCommand(new Colour(1, 2, 3), Effect.DOUBLE_BLINK))),
                                LightCommand.OFF)),
                        IdleBehaviour.OFF,
                        IdleBehaviour.DIM),
                new StatusDefaults(
                        Duration.ofMinutes(90),
                        Map.of(Choice.PRESENTING, Duration.ofMinutes(45)),
                        List.of(Duration.ofMinutes(20), Duration.ofMinutes(50)),
                        new WorkingDay(
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(7, 15), LocalTime.of(16, 30)),
                        Duration.ofMinutes(30),
                        true),
                new Looks(Optional.of(Looks.Language.DE), Looks.Theme.DARK, Looks.Icons.MONO, Looks.Motion.REDUCED),
                new HistorySettings(true, 90),
                new PeopleSettings(
                        Optional.of(true),
                        Optional.of(false),
                        Optional.of(true),
                        Optional.of("Not for walls"),
                        List.of(
                                search(new ContactPool.OfGroup(
                                        "11111111-2222-3333-4444-555555555555", "HR question", Part.MEMBERS)),
                                new SavedSearch(
                                        "Sales first",
                                        new FindRequest(
                                                Optional.of(new Contact("21111111-2222-3333-4444-555555555555", "")),
                                                List.of(new Contact("31111111-2222-3333-4444-555555555555", "")),
                                                Optional.of(new ContactPool.OfDepartment("Sales")),
                                                Set.of())))),
                true,
                true);

        private static SavedSearch search(ContactPool.OfGroup pool) {
            return new SavedSearch(pool.name(), FindRequest.in(pool));
        }

        @Test
        void areTheSameAfterARestart() throws Exception {
            open().change(before -> all);
            assertThat(open().settings()).isEqualTo(all);
            assertThat(open().notes()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "{\"version\":1,\"broken",
                    "{}",
                    "{\"version\":1}",
                    "[1]",
                    "null",
                    "7",
                    "\u0000\u0000",
                    "{\"account\":null,\"lights\":7,\"looks\":[]}",
                    "{\"account\":{\"clientId\":7,\"tenant\":\"\"},\"lights\":{\"serial\":[7],\"each\":\"x\"}}",
                    "{\"polling\":{\"usual\":\"soon\"},\"history\":{\"days\":0},\"log\":\"loud\",\"scheme\":1}",
                    "removed",
                    "huge"
                })
        void areNotLostByAChangeHoweverTheFileWasSpoiltMeanwhile(String text) throws Exception {
            SettingsStore store = open();
            store.change(before -> all);
            if (text.equals("removed")) {
                Files.delete(file());
            } else {
                Files.writeString(file(), text.equals("huge") ? "{}" + " ".repeat(BoundedFile.LARGEST) : text);
            }
            Settings after = store.change(before -> before.withHabits(lasting(5)));
            assertThat(after).isEqualTo(all.withHabits(lasting(5)));
            assertThat(open().settings()).isEqualTo(after);
            assertThat(open().notes()).isEmpty();
            boolean broken = !List.of("removed", "{}", "{\"version\":1}").contains(text);
            assertThat(kept()).hasSize(broken ? 1 : 0);
        }

        @Test
        void whatSomebodyElseHasWrittenMeanwhileStaysWhereItIsRight() throws Exception {
            SettingsStore store = open();
            store.change(before -> all);
            Files.writeString(file(), "{\"looks\":{\"theme\":\"light\"},\"ofTheirs\":1}");
            store.change(before -> before.withHabits(lasting(5)));
            assertThat(open().settings())
                    .isEqualTo(all.withHabits(lasting(5)).withLooks(all.looks().with(Looks.Theme.LIGHT)));
            assertThat(json()).contains("\"ofTheirs\":1");
        }

        @Test
        void canBeTakenBack() throws Exception {
            SettingsStore store = open();
            store.change(before -> all);
            store.change(before -> Settings.DEFAULT);
            assertThat(open().settings()).isEqualTo(Settings.DEFAULT);
        }

        @Test
        void makeARegistration() {
            assertThat(all.account().registration())
                    .contains(new Registration(
                            "11111111-2222-3333-4444-555555555555",
                            "example.org",
                            Cloud.USGOV,
                            Optional.of(URI.create("https://login.example.org:8443/tenant/")),
                            Optional.of(URI.create("http://localhost:8080/v1.0"))));
            assertThat(Settings.DEFAULT.account().registration()).isEmpty();
        }
    }

    @Nested
    class ASingleLight {

        private List<String> notes(String each) throws IOException {
            return open("{\"version\": 1, \"lights\": {\"each\": " + each + "}}").notes().stream()
                    .filter(note -> note.kind() != SettingsNote.Kind.KEPT)
                    .map(note -> note.kind() + " " + note.member())
                    .toList();
        }

        @Test
        void isReadAsFarAsItIsRight() throws Exception {
            assertThat(notes("{\"serial:/dev/ttyS0\": {\"name\": \"\", \"brightness\": 0, \"button\": \"mute\","
                            + " \"correct\": [100, 50], \"off\": true, \"colour\": 1}, \"luxafor\": 7}"))
                    .containsExactlyInAnyOrder(
                            "WRONG lights/each/serial:~1dev~1ttyS0/name",
                            "WRONG lights/each/serial:~1dev~1ttyS0/brightness",
                            "WRONG lights/each/serial:~1dev~1ttyS0/button",
                            "WRONG lights/each/serial:~1dev~1ttyS0/correct",
                            "UNKNOWN lights/each/serial:~1dev~1ttyS0/colour",
                            "WRONG lights/each/luxafor");
            assertThat(open().settings().lights().of("serial:/dev/ttyS0"))
                    .isEqualTo(LightSetting.DEFAULT.withOff(true));
        }

        @Test
        void isOneOfManyOrNoneIs() throws Exception {
            assertThat(notes("[1]")).containsExactly("WRONG lights/each");
        }

        @Test
        void isChangedWithoutTouchingTheOthers() throws Exception {
            String other = "\"blink1:3A00\":{\"brightness\":1000}";
            SettingsStore store = open("{\"version\":1,\"lights\":{\"each\":{" + other + "}}}");
            store.change(
                    before -> before.withLights(before.lights().with("luxafor", LightSetting.DEFAULT.withOff(true))));
            assertThat(json())
                    .isEqualTo("{\"version\":1,\"lights\":{\"each\":{" + other + ",\"luxafor\":{\"off\":true}}}}");
        }
    }

    @Nested
    class WhenAValueIsWrong {

        private static final String TEXT = """
                {
                  "version": 1,
                  "account": {"clientId": "good-id",
                    "cloud": "mars"},
                  "polling": {"usual": 10},
                  "lights": {"serial": ["a", 7]}
                }
                """;

        @Test
        void theRestIsReadAllTheSame() throws IOException {
            Settings settings = open(TEXT).settings();
            assertThat(settings.account().clientId()).contains("good-id");
            assertThat(settings.account().cloud()).isEmpty();
            assertThat(settings.polling()).isEqualTo(PollingLimits.DEFAULT);
            assertThat(settings.serialLights()).isEqualTo(lights("a"));
        }

        @Test
        void fileLineValueAndWhatIsAllowedAreSaid() throws IOException {
            assertThat(notes(open(TEXT)))
                    .containsExactly(
                            file()
                                    + ", line 4: \"account/cloud\" is \"mars\" and was ignored. Allowed: global, usgov, usgov-dod, china.",
                            file() + ", line 5: \"polling/usual\" is 10 and was ignored. Allowed: PT1S – PT10M.",
                            file() + ", line 6: \"lights/serial/1\" is 7 and was ignored. Allowed: \"…\", {…}.",
                            "The file stays as it is; a copy is kept as settings.json.broken-20261120-140503.");
        }

        @Test
        void allAreSaidInTheOrderOfTheFile() throws IOException {
            assertThat(
                            open("{\"log\": 1,\n\"new\": 1,\n\"polling\": {\"usual\": \"PT1S\"},\n\"scheme\": 1,\n\"account\": 1}")
                                    .notes())
                    .extracting(SettingsNote::member)
                    .containsExactly("log", "new", "polling", "scheme", "account", "");
        }

        @Test
        void theFileStaysAndACopyIsKeptOnce() throws IOException {
            open(TEXT);
            open();
            assertThat(file()).hasContent(TEXT);
            assertThat(kept()).containsExactly(folder.resolve("settings.json.broken-20261120-140503"));
            assertThat(kept().get(0)).hasContent(TEXT);
        }

        @Test
        void anotherMistakeIsKeptUnderAnotherName() throws IOException {
            open(TEXT);
            open(TEXT.replace("mars", "venus"));
            assertThat(kept()).hasSize(2);
        }

        @Test
        void savingSomethingElseLeavesItAlone() throws Exception {
            open(TEXT).change(before -> before.withHabits(lasting(5)));
            assertThat(Files.readString(file())).contains("mars").contains("PT5M");
            assertThat(open().settings().habits().usual()).isEqualTo(Duration.ofMinutes(5));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"polling\":{\"usual\":\"PT1S\",\"fastest\":\"PT5S\"}} | polling",
                    "{\"polling\":{\"slowest\":\"PT11M\"}} | polling/slowest",
                    "{\"polling\":{\"fastest\":\"PT0.5S\"}} | polling/fastest",
                    "{\"manual\":{\"duration\":\"PT25H\"}} | manual/duration",
                    "{\"account\":{\"tenant\":\"consumers\"}} | account/tenant",
                    "{\"account\":{\"clientId\":\"a b\"}} | account/clientId",
                    "{\"account\":{\"authority\":\"http://example.org/\"}} | account/authority",
                    "{\"account\":{\"graph\":\"https://ada@example.org/\"}} | account/graph",
                    "{\"account\":{\"signIn\":\"magic\"}} | account/signIn",
                    "{\"lights\":{\"serial\":\"a\"}} | lights/serial",
                    "{\"lights\":7} | lights",
                    "{\"polling\":[1]} | polling",
                    "{\"account\":\"me\"} | account",
                    "{\"scheme\":\"modern\"} | scheme",
                    "{\"scheme\":\"own\"} | scheme",
                    "{\"ownScheme\":{\"rules\":[],\"otherwise\":{\"colour\":\"red\"}}} | ownScheme/otherwise/colour",
                    "{\"ownScheme\":{\"rules\":[{\"activitys\":[]}],\"otherwise\":{\"colour\":\"#000000\"}}} | ownScheme/rules/0",
                })
        void itIsNamed(String text, String member) throws IOException {
            SettingsStore store = open(text);
            assertThat(store.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(store.notes().get(0).kind()).isEqualTo(SettingsNote.Kind.WRONG);
            assertThat(store.notes().get(0).member()).isEqualTo(member);
        }

        @Test
        void itCannotSteerTheTerminal() throws IOException {
            assertThat(notes(open("{\"account\":{\"tenant\":\"\\u001b[2J" + "x".repeat(500) + "\"}}"))
                            .get(0))
                    .contains("\"?[2Jxxx")
                    .doesNotContain("\u001b")
                    .hasSizeLessThan(400);
        }
    }

    @Nested
    class WhenAMemberIsUnknown {

        private static final String TEXT = "{\"version\":1,\n\"poling\":{\"a\":1},\n\"account\":{\"clientID\":\"x\"}}";

        @Test
        void itIsSaidWithWhatIsKnown() throws IOException {
            assertThat(notes(open(TEXT)))
                    .startsWith(
                            file()
                                    + ", line 2: Ampel does not know \"poling\" and ignores it. Known here: account, history, lights, log, looks, manual, onScreen, ownScheme, people, polling, scheme, version.",
                            file()
                                    + ", line 3: Ampel does not know \"account/clientID\" and ignores it. Known here: authority, clientId, cloud, graph, signIn, signOutOnQuit, tenant.");
        }

        @Test
        void itSurvivesBeingSaved() throws Exception {
            open(TEXT)
                    .change(before -> before.withAccount(before.account().with(AccountSettings.NONE))
                            .withSerialLights(lights("z")));
            assertThat(json())
                    .isEqualTo(
                            "{\"version\":1,\"poling\":{\"a\":1},\"account\":{\"clientID\":\"x\"},\"lights\":{\"serial\":[\"z\"]}}");
        }
    }

    @Nested
    class WhenTheFileIsNotJson {

        private static final String TEXT = "{\n\"manual\": {\"duration\": \"PT5M\"},\n\"account\" {\n}";

        @Test
        void whatStandsBeforeTheMistakeIsRead() throws IOException {
            SettingsStore store = open(TEXT);
            assertThat(store.settings().habits().usual()).isEqualTo(Duration.ofMinutes(5));
            assertThat(notes(store).get(0))
                    .isEqualTo(file()
                            + ", line 3: this is not JSON. What stands before it was read, the rest was ignored.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "hello", "[1]", "\u0000\u0000", "{\"a\": \"", "7"})
        void itIsKeptAndNothingFails(String text) throws IOException {
            assertThat(open(text).settings()).isEqualTo(Settings.DEFAULT);
            assertThat(file()).hasContent(text);
            assertThat(kept()).hasSize(1);
        }

        @Test
        void itIsReplacedWhenTheUserChangesSomethingAndTheCopyStays() throws Exception {
            open(TEXT).change(before -> before.withSerialLights(lights("z")));
            assertThat(json()).isEqualTo("{\"manual\":{\"duration\":\"PT5M\"},\"lights\":{\"serial\":[\"z\"]}}");
            assertThat(kept()).hasSize(1);
            assertThat(kept().get(0)).hasContent(TEXT);
        }
    }

    @Test
    void aNewerVersionIsReadAsFarAsItIsUnderstoodAndKeepsItsNumber() throws Exception {
        SettingsStore store = open("{\"version\":7,\"manual\":{\"duration\":\"PT5M\"},\"new\":true}");
        assertThat(store.settings().habits().usual()).isEqualTo(Duration.ofMinutes(5));
        assertThat(notes(store).get(0))
                .isEqualTo(file()
                        + ", line 1: version 7 is not one that this program knows (1). It uses what it understands.");
        store.change(before -> before.withSerialLights(lights("z")));
        assertThat(json()).startsWith("{\"version\":7,").contains("\"new\":true");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void aHugeFileIsIgnoredAndMovedOutOfTheWayOnlyWhenSomethingIsSaved() throws Exception {
        String text = "{\"version\":1}" + " ".repeat(BoundedFile.LARGEST);
        SettingsStore store = open(text);
        assertThat(notes(store)).containsExactly(file() + " is far too large for settings and was ignored.");
        assertThat(kept()).isEmpty();
        store.change(before -> before.withSerialLights(lights("z")));
        assertThat(kept()).hasSize(1);
        assertThat(kept().get(0)).hasSize(text.length());
    }

    @Test
    void aFolderUnderTheFilesNameIsSaidAndNeverReplaced() throws IOException {
        Files.createDirectories(file().resolve("x"));
        SettingsStore store = open();
        assertThat(notes(store)).containsExactly(file() + " could not be read and was ignored.");
        assertThatThrownBy(() -> store.change(before -> before.withSerialLights(lights("z"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CANNOT_SAVE));
        assertThat(store.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(file()).isDirectory();
    }

    @Test
    void aListenerThatFailsKeepsNobodyElseFromHearing() throws Exception {
        SettingsStore store = open();
        List<Settings> heard = new ArrayList<>();
        store.onChange(settings -> {
            throw new IllegalStateException("not today");
        });
        store.onChange(heard::add);
        Settings after = store.change(before -> before.withHabits(lasting(5)));
        assertThat(heard).containsExactly(after);
        assertThat(open().settings()).isEqualTo(after);
    }

    @Nested
    class SettingEverythingBack {

        private static final String MINE =
                "{\"version\":1,\"account\":{\"clientId\":\"mine\"},\"scheme\":\"only-in-a-call\",\"mine\":true}";

        @Test
        void keepsWhatToSignInWithAndNothingElse() throws Exception {
            SettingsStore store = open(MINE);
            store.reset();
            assertThat(json()).isEqualTo("{\"version\":1,\"account\":{\"clientId\":\"mine\"}}");
            assertThat(store.settings())
                    .isEqualTo(Settings.DEFAULT.withAccount(store.settings().account()));
        }

        @Test
        void keepsTheOldFileBesideForItsOwnerOnly() throws Exception {
            Path kept = open(MINE).reset().kept().orElseThrow();
            assertThat(kept).hasFileName("settings.json.before-20261120-140503").hasContent(MINE);
            assertThat(Files.getPosixFilePermissions(kept)).isEqualTo(Files.getPosixFilePermissions(file()));
        }

        @Test
        void canBeTakenBackAndTellsWhoListens() throws Exception {
            SettingsStore store = open(MINE);
            Settings mine = store.settings();
            List<Settings> told = new ArrayList<>();
            store.onChange(told::add);
            SettingsStore.Before before = store.reset();
            store.restore(before);
            assertThat(store.settings()).isEqualTo(mine);
            assertThat(open().settings()).isEqualTo(mine);
            assertThat(told).hasSize(2).endsWith(mine);
        }

        @Test
        void whoeverCannotTakeItKeepsNobodyElseFromHearingOfIt() throws Exception {
            SettingsStore store = open(MINE);
            List<Settings> told = new ArrayList<>();
            store.onChange(changed -> {
                throw new IllegalStateException("as a broken page may");
            });
            store.onChange(told::add);
            Settings changed = store.change(all -> all.withDetailedLog(!all.detailedLog()));
            assertThat(told).containsExactly(changed);
            assertThat(open().settings()).isEqualTo(changed);
        }

        @Test
        void withoutAFileKeepsNone() throws Exception {
            assertThat(open().reset().kept()).isEmpty();
        }
    }

    @Nested
    class WhenTheAdministratorHasDecided {

        @Test
        void whatWasFasterBeforeStandsInNoOtherChangesWay() throws Exception {
            SettingsStore store = open(ALL, "{}");
            Settings after =
                    store.change(before -> before.withPolling(before.polling().withUsual(Duration.ofSeconds(40))));
            assertThat(after.polling().usual()).isEqualTo(Duration.ofSeconds(40));
            assertThat(after.polling().fastest()).isEqualTo(Duration.ofSeconds(30));
            assertThat(store.shortestPoll()).contains(Duration.ofSeconds(30));
        }

        private SettingsStore open(String machine, String user) throws IOException {
            Files.writeString(machine(), machine);
            return SettingsStoreTest.this.open(user);
        }

        private static final String ALL =
                "{\"account\":{\"clientId\":\"theirs\",\"tenant\":\"example.org\",\"signIn\":\"browser\"},\"polling\":{\"shortest\":\"PT30S\"}}";

        @Test
        void thatIsInForce() throws IOException {
            Settings settings = open(
                            ALL,
                            "{\"account\":{\"clientId\":\"mine\",\"signIn\":\"device-code\",\"graph\":\"https://x/\"}}")
                    .settings();
            assertThat(settings.account().registration())
                    .contains(new Registration(
                            "theirs", "example.org", Cloud.GLOBAL, Optional.empty(), Optional.empty()));
            assertThat(settings.account().way()).isEqualTo(SignInWay.BROWSER);
            assertThat(settings.polling())
                    .isEqualTo(
                            new PollingLimits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60)));
        }

        @Test
        void aChangeIsRefusedAndSaysWhoSetIt() throws IOException {
            SettingsStore store = open(ALL, "{}");
            assertThatThrownBy(() -> store.change(before -> before.withAccount(tenant("other.example"))))
                    .isInstanceOfSatisfying(
                            LockedSettingException.class,
                            e -> assertThat(e.say(WORDS))
                                    .isEqualTo("The tenant is set by your administrator (" + machine() + ")."));
            assertThat(file()).hasContent("{}");
        }

        @Test
        void theHistoryIsOffAndCannotBeSwitchedOn() throws Exception {
            SettingsStore store = open("{\"history\":{\"on\":false}}", "{}");
            assertThat(store.isHistoryLocked()).isTrue();
            assertThatThrownBy(() -> store.change(before -> before.withHistory(new HistorySettings(true, 7))))
                    .isInstanceOfSatisfying(
                            LockedSettingException.class,
                            e -> assertThat(e.say(WORDS))
                                    .isEqualTo("The history is set by your administrator (" + machine() + ")."));
            assertThat(store.change(before -> before.withHistory(new HistorySettings(false, 7)))
                            .history())
                    .isEqualTo(new HistorySettings(false, 7));
        }

        @Test
        void aHistoryThatWasOnIsOffUntilItMayBeOnAgain() throws Exception {
            SettingsStore store = open("{\"history\":{\"on\":false}}", "{\"history\":{\"on\":true}}");
            assertThat(store.settings().history().on()).isFalse();
            store.change(before -> before.withDetailedLog(true));
            assertThat(store.settings().history().on()).isFalse();
            assertThat(open("{}", Files.readString(file())).settings().history().on())
                    .isTrue();
        }

        @Test
        void nobodyElseSwitchesTheHistoryOn() throws IOException {
            SettingsStore store = open("{\"history\":{\"on\":true}}", "{}");
            assertThat(store.settings().history().on()).isFalse();
            assertThat(store.isHistoryLocked()).isFalse();
            assertThat(store.notes()).extracting(SettingsNote::member).containsExactly("history/on");
            assertThat(store.notes()).extracting(SettingsNote::allowed).containsExactly("false");
        }

        @Test
        void sayingTheSameIsNoChange() throws Exception {
            SettingsStore store = open(ALL, "{}");
            assertThat(store.change(before -> before.withAccount(tenant("example.org")))
                            .account()
                            .tenant())
                    .contains("example.org");
        }

        /** Cut off, empty, no JSON, not even text, no object; and a lock that has a wrong value. */
        @ParameterizedTest
        @ValueSource(strings = {"{\"account\":{\"tenant\":\"example.org\"", "", "locked!", "\u0000", "[]"})
        void aFileThatCannotBeReadLocksWhateverItCouldLock(String broken) throws Exception {
            String mine = "{\"account\":{\"clientId\":\"mine\",\"graph\":\"https://x/\"},\"history\":{\"on\":true},"
                    + "\"polling\":{\"usual\":\"PT1S\",\"fastest\":\"PT1S\"}}";
            SettingsStore store = open(broken, mine);
            assertThat(store.settings().account().graph()).isEmpty();
            assertThat(store.settings().history().on()).isFalse();
            assertThat(store.settings().polling().fastest()).isEqualTo(PollingLimits.DEFAULT.usual());
            assertThat(store.notes().get(0).say(WORDS))
                    .isEqualTo("Your administrator has to put " + machine()
                            + " right. Until then whatever may be locked there stays as it is.");
            List<UnaryOperator<Settings>> changes = List.of(
                    before -> before.withAccount(tenant("other.example")),
                    before -> before.withHistory(new HistorySettings(true, 9)).withDetailedLog(true),
                    before -> before.withPolling(before.polling().withFastest(Duration.ofSeconds(2))));
            for (UnaryOperator<Settings> change : changes) {
                try {
                    store.change(change);
                } catch (LockedSettingException e) {
                    assertThat(e.say(WORDS)).contains("set by your administrator");
                }
                assertThat(store.settings().account().tenant()).isNotEqualTo(Optional.of("other.example"));
                assertThat(store.settings().history().on()).isFalse();
                assertThat(store.settings().polling().fastest()).isEqualTo(PollingLimits.DEFAULT.usual());
            }
            assertThat(store.change(before -> before.withDetailedLog(true)).detailedLog())
                    .isTrue();
        }

        @Test
        void soDoesASingleLockWithAWrongValue() throws Exception {
            SettingsStore store = open("{\"account\":{\"tenant\":7}}", "{}");
            assertThatThrownBy(() -> store.change(before -> before.withAccount(tenant("other.example"))))
                    .isInstanceOf(LockedSettingException.class);
            assertThat(store.isHistoryLocked()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"7", "[]", "\"theirs\""})
        void soDoesAGroupOfLocksThatIsNone(String group) throws Exception {
            SettingsStore store = open("{\"account\":" + group + ",\"polling\":{\"usual\":1}}", "{}");
            assertThatThrownBy(() -> store.change(before -> before.withAccount(tenant("other.example"))))
                    .isInstanceOf(LockedSettingException.class);
            assertThat(store.isHistoryLocked()).isFalse();
            assertThat(store.shortestPoll()).isEmpty();
        }

        @Test
        void signingInSomewhereElseIsRefusedToo() throws IOException {
            SettingsStore store = open(ALL, "{}");
            AccountSettings elsewhere = new AccountSettings(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(URI.create("https://login.example/x/")),
                    Optional.empty(),
                    Optional.empty());
            assertThatThrownBy(() -> store.change(before -> before.withAccount(elsewhere)))
                    .isInstanceOf(LockedSettingException.class);
        }

        @Test
        void pollingFasterIsRefusedAndSlowerIsNot() throws Exception {
            SettingsStore store = open(ALL, "{}");
            PollingLimits fast =
                    new PollingLimits(Duration.ofSeconds(40), Duration.ofSeconds(5), Duration.ofSeconds(60));
            assertThatThrownBy(() -> store.change(before -> before.withPolling(fast)))
                    .isInstanceOf(LockedSettingException.class);
            PollingLimits slow =
                    new PollingLimits(Duration.ofSeconds(40), Duration.ofSeconds(30), Duration.ofSeconds(60));
            assertThat(store.change(before -> before.withPolling(slow)).polling())
                    .isEqualTo(slow);
        }

        @Test
        void theRestIsTheUsers() throws Exception {
            SettingsStore store = open(ALL, "{}");
            assertThat(store.change(before -> before.withSerialLights(lights("a")))
                            .serialLights())
                    .isEqualTo(lights("a"));
        }

        @Test
        void mistakesInTheFileAreSaidAndTheFileIsNotTouched() throws IOException {
            String text = "{\"account\":{\"tenant\":7,\"name\":\"x\"}}";
            SettingsStore store = open(text, "{}");
            assertThat(notes(store))
                    .hasSize(2)
                    .allSatisfy(note -> assertThat(note).startsWith(machine().toString()));
            assertThat(machine()).hasContent(text);
            assertThat(kept()).isEmpty();
        }

        private static AccountSettings tenant(String tenant) {
            return new AccountSettings(
                    Optional.empty(),
                    Optional.of(tenant),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** A light that speaks Ampel's own line protocol. */
    private static List<AddedLight> lights(String id) {
        return List.of(new AddedLight(id, new SerialProtocol.Ampel()));
    }

    @Nested
    class SerialLightsThatSpeakSomethingElse {

        private final SerialProtocol.Template full = new SerialProtocol.Template(
                new LineTemplate("{r},{g},{b}"),
                Optional.of(new LineTemplate("off")),
                Map.of("in-a-call", new LineTemplate("CALL"), "green", new LineTemplate("G")),
                SerialProtocol.LineEnd.CRLF,
                115_200,
                false,
                true,
                Optional.of("^OK"));

        @Test
        void areKeptWithEverythingTheyNeed() throws Exception {
            List<AddedLight> lights = List.of(
                    new AddedLight("a", new SerialProtocol.Wled()),
                    new AddedLight("b", full),
                    new AddedLight("c", new SerialProtocol.Ampel()));
            open().change(before -> before.withSerialLights(lights));
            assertThat(json())
                    .isEqualTo("{\"version\":1,\"lights\":{\"serial\":["
                            + "{\"id\":\"a\",\"protocol\":\"wled\"},"
                            + "{\"id\":\"b\",\"protocol\":\"template\",\"template\":\"{r},{g},{b}\",\"off\":\"off\","
                            + "\"states\":{\"green\":\"G\",\"in-a-call\":\"CALL\"},\"lineEnd\":\"crlf\","
                            + "\"baud\":115200,\"dtr\":false,\"rts\":true,\"expect\":\"^OK\"},"
                            + "\"c\"]}}");
            SettingsStore again = open();
            assertThat(again.notes()).isEmpty();
            assertThat(again.settings().serialLights()).isEqualTo(lights);
            assertThat(SerialLightJson.parse(SerialLightJson.write(lights.get(1))))
                    .contains(lights.get(1));
        }

        @Test
        void needNoMoreThanATextWithDefaultsForTheRest() throws Exception {
            SettingsStore store = open(
                    "{\"lights\":{\"serial\":[{\"id\":\"a\",\"protocol\":\"template\",\"template\":\"{state}\"}]}}");
            assertThat(store.notes()).isEmpty();
            assertThat(store.settings().serialLights())
                    .containsExactly(new AddedLight(
                            "a",
                            new SerialProtocol.Template(
                                    new LineTemplate("{state}"),
                                    Optional.empty(),
                                    Map.of(),
                                    SerialProtocol.LineEnd.LF,
                                    9600,
                                    true,
                                    false,
                                    Optional.empty())));
        }

        @Test
        void areThereOnceAndItIsSaidWhichOfTwoCounts() throws Exception {
            SettingsStore store = open("{\"lights\":{\"serial\":[\"a\",\"b\",{\"id\":\"a\",\"protocol\":\"wled\"}]}}");
            assertThat(store.settings().serialLights())
                    .extracting(AddedLight::id)
                    .containsExactly("a", "b");
            assertThat(store.notes())
                    .filteredOn(note -> note.kind() == SettingsNote.Kind.TWICE)
                    .singleElement()
                    .satisfies(note -> assertThat(note.member()).isEqualTo("lights/serial/2"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"protocol\":\"wled\"} | lights/serial/0",
                    "{\"id\":\"a\"} | lights/serial/0",
                    "{\"id\":\" \",\"protocol\":\"wled\"} | lights/serial/0/id",
                    "{\"id\":\"a\",\"protocol\":\"dmx\"} | lights/serial/0/protocol",
                    "{\"id\":\"a\",\"protocol\":\"template\"} | lights/serial/0",
                    "{\"id\":\"a\",\"protocol\":\"template\",\"template\":\"{red}\"} | lights/serial/0/template",
                    "{\"id\":\"a\",\"protocol\":\"template\",\"template\":\"x\",\"off\":\"\"} | lights/serial/0/off",
                    "{\"id\":\"a\",\"protocol\":\"template\",\"template\":\"x\",\"states\":{\"red\":7}} | lights/serial/0/states/red",
                    "{\"id\":\"a\",\"protocol\":\"template\",\"template\":\"x\",\"lineEnd\":\"\\n\"} | lights/serial/0/lineEnd",
                    "{\"id\":\"a\",\"protocol\":\"template\",\"template\":\"x\",\"baud\":1} | lights/serial/0/baud",
                    "{\"id\":\"a\",\"protocol\":\"template\",\"template\":\"x\",\"baud\":9600.7} | lights/serial/0/baud",
                    "{\"id\":\"a\",\"protocol\":\"template\",\"template\":\"x\",\"dtr\":\"on\"} | lights/serial/0/dtr",
                    "{\"id\":\"a\",\"protocol\":\"template\",\"template\":\"x\",\"expect\":\"(\"} | lights/serial/0/expect",
                    "{\"id\":\"a\",\"protocol\":\"wled\",\"bauds\":1} | lights/serial/0/bauds",
                })
        void areLeftOutWhenSomethingIsWrongAndItIsSaidWhere(String light, String where) throws Exception {
            SettingsStore store = open("{\"lights\":{\"serial\":[" + light + ",\"b\"]}}");
            assertThat(store.notes())
                    .filteredOn(note -> note.kind() != SettingsNote.Kind.KEPT)
                    .singleElement()
                    .satisfies(note -> assertThat(note.member()).isEqualTo(where));
            assertThat(store.settings().serialLights()).endsWith(lights("b").get(0));
        }
    }
}
