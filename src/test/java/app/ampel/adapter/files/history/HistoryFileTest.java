package app.ampel.adapter.files.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import app.ampel.domain.history.Spans;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:05:03Z");
    private static final Span MORNING = Spans.span("2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z", Spans.AVAILABLE);
    private static final Span CALL = Spans.span("2026-11-20T09:00:00Z", "2026-11-20T09:30:00Z", Spans.IN_A_CALL);

    @TempDir
    private Path folder;

    private HistoryFile file() {
        return new HistoryFile(path(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path path() {
        return folder.resolve("history.db");
    }

    private static List<Change> keep(Span... spans) {
        return Stream.of(spans)
                .map(span -> new Change("ada", span.from(), Optional.of(span)))
                .toList();
    }

    private void keepBoth() throws ProblemException {
        file().keep(keep(MORNING));
        file().keep(keep(CALL));
    }

    @Nested
    class AsLongAsNothingIsKept {

        @Test
        void thereIsNoFile() throws ProblemException {
            assertThat(file().isThere()).isFalse();
            assertThat(file().read("ada")).isEmpty();
            file().prune(NOW);
            file().erase();
            file().keep(List.of(new Change("ada", NOW, Optional.empty())));
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void bringsSpansOverARestart() throws ProblemException {
        keepBoth();
        assertThat(file().read("ada")).containsExactly(MORNING, CALL);
    }

    @Test
    void keepsWhateverWordMicrosoftInvents() throws ProblemException {
        Presence odd = new Presence(
                new Availability("x;,|\"\\ü\n"), new Activity(""), true, Optional.empty(), Optional.empty(), "");
        Span span = new Span(NOW, NOW.plusSeconds(1), odd, true);
        file().keep(keep(span));
        assertThat(file().read("ada")).containsExactly(span);
        Span tab = new Span(NOW, NOW.plusSeconds(1), Presence.of(new Availability("a\tb"), Activity.BUSY), false);
        file().keep(keep(tab));
        assertThat(file().read("ada"))
                .singleElement()
                .satisfies(kept ->
                        assertThat(kept.presence().availability().word()).isEqualTo("a b"));
    }

    @Test
    void doesTheSameAsAChangeOfAList() throws ProblemException {
        Random random = new Random(20261120);
        List<Span> expected = List.of();
        HistoryFile file = file();
        for (int i = 0; i < 150; i++) {
            Instant from = NOW.plusSeconds(random.nextInt(5000));
            Optional<Span> span = random.nextInt(10) == 0
                    ? Optional.empty()
                    : Span.of(from, from.plusSeconds(1 + random.nextInt(900)), Spans.AWAY, random.nextBoolean());
            Change change = new Change("ada", from.minusSeconds(random.nextInt(30)), span);
            expected = change.applyTo(expected);
            file.keep(List.of(change));
            assertThat(file.read("ada")).isEqualTo(expected);
        }
    }

    @Test
    void showsNobodyTheHistoryOfAnother() throws ProblemException {
        keepBoth();
        file().keep(List.of(new Change("kim", CALL.from(), Optional.of(CALL))));
        assertThat(file().read("kim")).containsExactly(CALL);
        assertThat(file().read("ada")).containsExactly(MORNING, CALL);
        assertThat(file().read("nobody")).isEmpty();
    }

    @Test
    void forgetsWhatIsTooOldOfAllAccounts() throws ProblemException {
        keepBoth();
        file().keep(List.of(new Change("kim", MORNING.from(), Optional.of(MORNING))));
        file().prune(Instant.parse("2026-11-20T09:10:00Z"));
        assertThat(file().read("ada"))
                .containsExactly(Spans.span("2026-11-20T09:10:00Z", "2026-11-20T09:30:00Z", Spans.IN_A_CALL));
        assertThat(file().read("kim")).isEmpty();
    }

    @Test
    void staysSmall() throws ProblemException, IOException {
        HistoryFile file = file();
        for (int i = 0; i < 300; i++) {
            Instant from = NOW.plusSeconds(i * 60L);
            file.keep(keep(new Span(from, from.plusSeconds(60), Spans.AWAY, false)));
        }
        file.prune(NOW);
        assertThat(file.read("ada")).hasSize(300);
        assertThat(Files.size(path())).isLessThan(100_000);
    }

    @Test
    void isBegunInAFileWithoutContent() throws ProblemException, IOException {
        Files.createFile(path());
        assertThat(file().isThere()).isFalse();
        assertThat(file().read("ada")).isEmpty();
        file().keep(keep(CALL));
        assertThat(file().read("ada")).containsExactly(CALL);
        assertThat(file().setAside()).isEmpty();
    }

    @Test
    void isGoneWhenErased() throws ProblemException {
        keepBoth();
        file().erase();
        assertThat(folder).isEmptyDirectory();
        file().keep(keep(CALL));
        assertThat(file().read("ada")).containsExactly(CALL);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadableByItsOwnerOnly() throws ProblemException, IOException {
        file().keep(keep(CALL));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-rw-rw-"));
        file().read("ada");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }

    @Test
    void isNotTouchedByReading() throws ProblemException, IOException {
        keepBoth();
        Instant then = Instant.parse("2026-01-01T00:00:00Z");
        Files.setLastModifiedTime(path(), FileTime.from(then));
        byte[] before = Files.readAllBytes(path());
        assertThat(file().read("ada")).hasSize(2);
        assertThat(file().lastKept()).contains(then);
        assertThat(path()).hasBinaryContent(before);
    }

    @Test
    void leavesNoThreadBehind() throws ProblemException {
        keepBoth();
        // The one that makes the file small again while it is closed is told to end, and not waited for.
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("MVStore") || name.contains("H2")));
    }

    @Nested
    class WhenTheFileIsBroken {

        private void spoil(String how) throws IOException {
            byte[] good = Files.readAllBytes(path());
            byte[] bad = switch (how) {
                case "text" -> "hello".getBytes();
                case "zeros" -> new byte[good.length];
                case "noise" -> noise(good.length);
                default -> throw new IllegalArgumentException(how);
            };
            Files.write(path(), bad);
        }

        private byte[] noise(int length) {
            byte[] noise = new byte[length];
            new Random(1).nextBytes(noise);
            return noise;
        }

        @ParameterizedTest
        @ValueSource(strings = {"text", "zeros", "noise"})
        void itIsSetAsideAndItGoesOn(String how) throws ProblemException, IOException {
            keepBoth();
            spoil(how);
            byte[] bad = Files.readAllBytes(path());
            HistoryFile file = file();
            file.keep(keep(CALL));
            assertThat(file.read("ada")).containsExactly(CALL);
            assertThat(file.setAside()).contains("history.db.broken-20261120-140503");
            assertThat(folder.resolve("history.db.broken-20261120-140503")).hasBinaryContent(bad);
        }

        /** It may be broken for nobody but us. */
        @Test
        void aMistakeOfOursSetsNothingAside() throws ProblemException, IOException {
            keepBoth();
            HistoryFile file = file();
            List<Change> mistaken = Arrays.asList(keep(CALL).get(0), null);
            assertThatThrownBy(() -> file.keep(mistaken)).isInstanceOf(ProblemException.class);
            assertThat(file.setAside()).isEmpty();
            assertThat(file().read("ada")).isNotEmpty();
        }

        @Test
        void erasingTakesTheOneThatWasSetAsideToo() throws ProblemException, IOException {
            keepBoth();
            spoil("noise");
            HistoryFile file = file();
            file.keep(keep(CALL));
            file.erase();
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void soItIsWhenItIsOnlyRead() throws ProblemException, IOException {
            keepBoth();
            spoil("noise");
            HistoryFile file = file();
            assertThat(file.read("ada")).isEmpty();
            assertThat(file.setAside()).isPresent();
        }

        /** An earlier state may still stand in it, as it only ever grows. */
        @Test
        void aFileThatWasCutShortNeverDoesMoreHarm() throws ProblemException, IOException {
            keepBoth();
            byte[] good = Files.readAllBytes(path());
            for (int length = 0; length < good.length; length += 1021) {
                Files.write(path(), Arrays.copyOf(good, length));
                readsNothingWrongAndGoesOn("cut to " + length);
            }
        }

        /** A second copy of each page may save it; what must not happen is anything else than these two. */
        @Test
        void aFewWrongBytesNeverDoMoreHarm() throws ProblemException, IOException {
            keepBoth();
            byte[] good = Files.readAllBytes(path());
            List<Integer> places = IntStream.range(0, good.length)
                    .filter(i -> i % 997 == 0)
                    .boxed()
                    .toList();
            for (int place : places) {
                byte[] bad = good.clone();
                for (int i = place; i < Math.min(place + 64, bad.length); i++) {
                    bad[i] ^= (byte) 0x5a;
                }
                Files.write(path(), bad);
                readsNothingWrongAndGoesOn("wrong after " + place);
            }
        }
    }

    private void readsNothingWrongAndGoesOn(String how) throws ProblemException {
        HistoryFile file = file();
        List<Span> read = file.read("ada");
        assertThat(read.stream().allMatch(List.of(MORNING, CALL)::contains)
                        || file.setAside().isPresent())
                .as(how)
                .isTrue();
        file.keep(keep(CALL));
        assertThat(file.read("ada")).as(how).contains(CALL);
    }

    @Nested
    class WhenAnotherProgramHoldsTheFile {

        @Test
        void nothingIsLostAndItSaysSo() throws ProblemException, IOException {
            file().keep(keep(MORNING));
            try (RandomAccessFile other = new RandomAccessFile(path().toFile(), "rw");
                    FileChannel channel = other.getChannel()) {
                assertThat(channel.lock().isValid()).isTrue();
                HistoryFile file = file();
                assertThatThrownBy(() -> file.keep(keep(CALL))).hasMessageContaining("cannot-save");
                assertThat(file.setAside()).isEmpty();
            }
            file().keep(keep(CALL));
            assertThat(file().read("ada")).containsExactly(MORNING, CALL);
        }
    }

    @Nested
    class WhenTheFolderIsNotThere {

        @Test
        void itSaysSo() {
            HistoryFile file = new HistoryFile(folder.resolve("gone").resolve("history.db"), Clock.systemUTC());
            assertThatThrownBy(() -> file.keep(keep(CALL))).hasMessageContaining("cannot-save");
        }
    }

    @Test
    void holdsNothingOpenOnceItHasAnswered() throws ProblemException, IOException {
        keepBoth();
        Path moved = folder.resolve("moved.db");
        Files.move(path(), moved);
        assertThat(file().read("ada")).isEmpty();
        Path proc = Path.of("/proc/self/fd");
        if (Files.isDirectory(proc)) {
            try (Stream<Path> open = Files.list(proc)) {
                assertThat(open.map(HistoryFileTest::target)).noneMatch(name -> name.contains(folder.toString()));
            }
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
