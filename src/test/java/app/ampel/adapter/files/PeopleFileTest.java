package app.ampel.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.PresenceWait;
import app.ampel.domain.people.PresenceWaits;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.people.WatchList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleFileTest {

    private static final Contact ADA = new Contact("ada", "Ada Öz 🚦\u202e");
    private static final Contact BO = new Contact("bo", "");

    @TempDir
    private Path home;

    private final List<Boolean> told = new ArrayList<>();

    private PeopleFile file() {
        return new PeopleFile(home.resolve("people.json"), Clock.systemUTC(), Runnable::run);
    }

    private static SavedPeople saved(String owner) {
        return SavedPeople.none(owner).with(WatchList.EMPTY.with(ADA).with(BO).in(WatchList.Order.OWN));
    }

    static Stream<SavedPeople> all() {
        return Stream.of(
                        Stream.of(saved("kim")),
                        Stream.of(
                                        new ContactPool.OfGroup("g-1", "HR", ContactPool.Part.OWNERS),
                                        new ContactPool.OfGroup("g-2", "IT", ContactPool.Part.MEMBERS),
                                        new ContactPool.OfDepartment("Sales & more"),
                                        new ContactPool.Colleagues(),
                                        new ContactPool.OfList("Java"))
                                .map(pool -> saved("kim").with(new SavedSearch("question", FindRequest.in(pool)))),
                        Stream.of(
                                saved("kim")
                                        .with(new SavedSearch(
                                                "first",
                                                new FindRequest(
                                                        Optional.of(ADA),
                                                        List.of(BO),
                                                        Optional.empty(),
                                                        Set.of("x", "y")))),
                                saved("kim").with(new ContactList("Java", List.of(ADA))),
                                saved("kim").hiding(Set.of("one", "two")),
                                saved("kim")
                                        .with(PresenceWaits.NONE
                                                .with(new PresenceWait(
                                                        List.of("ada", "bo"), Instant.parse("2026-12-01T17:00:00Z")))
                                                .orElseThrow())))
                .flatMap(it -> it);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsKeptIsTheSameAfterARestart(SavedPeople saved) {
        file().keep(saved, told::add);
        assertThat(file().load("kim")).contains(saved);
        assertThat(told).containsExactly(true);
    }

    @Test
    void nobodyHasKeptAnythingAtFirst() {
        assertThat(file().load("kim")).isEmpty();
    }

    @Test
    void eachAccountHasItsOwn() {
        file().keep(saved("kim"), told::add);
        file().keep(SavedPeople.none("lou").with(WatchList.EMPTY.with(BO)), told::add);
        assertThat(file().load("kim")).contains(saved("kim"));
        assertThat(file().load("lou").orElseThrow().watchList().contacts()).containsExactly(BO);
        assertThat(file().load("max")).isEmpty();
    }

    @Test
    void theAccountThatWasChangedLongestAgoMakesRoom() {
        Stream.of("a", "b", "c", "d", "e", "a", "f").forEach(who -> file().keep(saved(who), told::add));
        assertThat(file().load("a")).isPresent();
        assertThat(file().load("b")).isEmpty();
        assertThat(file().load("f")).isPresent();
    }

    @Test
    void whoHasNobodyOnAListIsNotInTheFile() throws IOException {
        file().keep(saved("kim"), told::add);
        file().keep(SavedPeople.none("kim"), told::add);
        assertThat(Files.readString(home.resolve("people.json"))).doesNotContain("kim", "ada");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFileIsForItsOwnerAlone() throws IOException {
        file().keep(saved("kim"), told::add);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("people.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void forgettingErasesTheFileOfAllAccounts() {
        file().keep(saved("kim"), told::add);
        file().keep(saved("lou"), told::add);
        file().forget();
        assertThat(home.resolve("people.json")).doesNotExist();
        assertThat(file().load("kim")).isEmpty();
    }

    @Test
    void forgettingErasesWhatWasSetAsideToo() throws IOException {
        Files.writeString(home.resolve("people.json"), "{\"version\":1,\"accounts\":{\"kim\":{\"watchList\":7}}}");
        file().load("kim");
        assertThat(home).isNotEmptyDirectory();
        file().forget();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void forgettingHappensEvenWhereNoThreadTakesIt() {
        file().keep(saved("kim"), told::add);
        new PeopleFile(home.resolve("people.json"), Clock.systemUTC(), task -> {
                    throw new RejectedExecutionException();
                })
                .forget();
        assertThat(home.resolve("people.json")).doesNotExist();
    }

    @Nested
    class AFileThatIsNotAsItWasWritten {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[]",
                    "{\"version\":2,\"accounts\":{}}",
                    "{\"version\":1,\"accounts\":{\"kim\":{}}}",
                    "{\"version\":1,\"accounts\":{\"kim\":{\"order\":\"own\",\"watchList\":[{\"id\":7}]}}}",
                    "{\"version\":1,\"accounts\":{\"kim\":{\"order\":\"own\",\"watchList\":[{\"id\":\"\\u0000\",\"name\":\"\"}]}}}",
                    "{\"version\":1,\"accounts\":{\"kim\":{\"order\":\"own\",\"searches\":[{\"name\":\"x\",\"pool\":{\"of\":\"everybody\"}}]}}}",
                    "{\"version\":1,\"accounts\":{\"kim\":{\"order\":\"own\",\"waits\":[{\"ids\":[],\"until\":\"soon\"}]}}}"
                })
        void isSetAsideAndIsAsGoodAsNone(String text) throws IOException {
            Files.writeString(home.resolve("people.json"), text);
            assertThat(file().load("kim")).isEmpty();
            assertThat(home.resolve("people.json")).doesNotExist();
            try (Stream<Path> left = Files.list(home)) {
                assertThat(left).hasSize(1);
            }
            file().keep(saved("kim"), told::add);
            assertThat(file().load("kim")).contains(saved("kim"));
        }

        @Test
        void hugeIsSetAside() throws IOException {
            Files.writeString(home.resolve("people.json"), " ".repeat(BoundedFile.LARGEST + 1));
            assertThat(file().load("kim")).isEmpty();
        }

        @Test
        void aDiskThatTakesNothingIsToldOf() throws IOException {
            Files.createDirectories(home.resolve("people.json/full"));
            file().keep(saved("kim"), told::add);
            assertThat(told).containsExactly(false);
            assertThat(file().load("kim")).isEmpty();
        }
    }
}
