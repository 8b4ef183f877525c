package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.domain.account.Account.TokenPlace;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.aad.msal4jextensions.persistence.ICacheAccessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HomeTokensTest {

    private static final String ANNA = "{\"Account\":\"anna\"}";
    private static final String BEN = "{\"Account\":\"ben\"}";

    @TempDir
    Path home;

    private Path folder;
    private Path file;
    private final FakeKeyStore keyStore = new FakeKeyStore();
    private final FakeKeyStore earlier = new FakeKeyStore();
    private HomeTokens tokens;

    @BeforeEach
    void start() {
        folder = home.resolve("tokens");
        file = folder.resolve("tokens.json");
        tokens = next();
    }

    @AfterEach
    void close() {
        keyStore.hang.countDown();
        tokens.close();
    }

    /** As after a restart. */
    private HomeTokens next() {
        return new HomeTokens(folder, slot(keyStore), List.of(slot(earlier)), Clock.systemUTC());
    }

    private static KeyStoreSlot slot(FakeKeyStore store) {
        return new KeyStoreSlot(() -> store, Duration.ofMillis(300));
    }

    private static final class FakeKeyStore implements ICacheAccessor {

        private volatile byte[] secret;
        private volatile Throwable broken;
        private volatile boolean hanging;
        private volatile int used;
        private final CountDownLatch hang = new CountDownLatch(1);

        private void use() {
            used++;
            if (hanging) {
                try {
                    hang.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (broken instanceof Error error) {
                throw error;
            }
            if (broken instanceof RuntimeException exception) {
                throw exception;
            }
        }

        @Override
        public byte[] read() {
            use();
            return secret;
        }

        @Override
        public void write(byte[] data) {
            use();
            secret = data;
        }

        @Override
        public void delete() {
            use();
            secret = null;
        }

        private String text() {
            return new String(secret, StandardCharsets.UTF_8);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Nested
    class WhenAKeyStoreWorks {

        @Test
        void theTokensAreThereAndNowhereElse() throws Exception {
            tokens.replace(ANNA);

            assertThat(keyStore.text()).isEqualTo(ANNA);
            assertThat(file).doesNotExist();
            assertThat(tokens.place()).isEqualTo(TokenPlace.KEY_STORE);
            assertThat(next().read()).contains(ANNA);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.toList())
                        .allSatisfy(path -> assertThat(Files.readString(path)).doesNotContain("anna"));
            }
        }

        @Test
        void aRenewalGoesThere() throws Exception {
            tokens.replace(ANNA);
            tokens.update(BEN);

            assertThat(keyStore.text()).isEqualTo(BEN);
        }

        @Test
        void tokensFromAFileMoveInWithTheNextSignIn() throws Exception {
            OwnerOnly.createFolder(folder);
            OwnerOnly.write(file, ANNA.getBytes(StandardCharsets.UTF_8));

            assertThat(tokens.read()).contains(ANNA);
            tokens.update(ANNA);
            assertThat(keyStore.secret).isNull();
            tokens.replace(BEN);

            assertThat(keyStore.text()).isEqualTo(BEN);
            assertThat(file).doesNotExist();
        }

        @Test
        void signingOutEmptiesIt() throws Exception {
            tokens.replace(ANNA);

            tokens.forget();

            assertThat(keyStore.secret).isNull();
            assertThat(next().read()).isEmpty();
        }
    }

    @Nested
    class WhenNoKeyStoreWorks {

        @BeforeEach
        void breakIt() {
            // What msal4j-persistence-extension throws without a session bus is no exception.
            keyStore.broken = new UnsatisfiedLinkError("no libsecret");
        }

        @Test
        @DisabledOnOs(OS.WINDOWS)
        void theTokensAreInAFileForTheOwnerOnly() throws Exception {
            tokens.replace(ANNA);

            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(tokens.place()).isEqualTo(TokenPlace.OWNER_ONLY_FILE);
            assertThat(next().read()).contains(ANNA);
        }

        @Test
        void theNextStartDoesNotTryTheKeyStoreAgain() throws Exception {
            tokens.replace(ANNA);
            keyStore.used = 0;

            HomeTokens next = next();

            assertThat(next.read()).contains(ANNA);
            next.update(BEN);
            assertThat(next.place()).isEqualTo(TokenPlace.OWNER_ONLY_FILE);
            assertThat(keyStore.used).isZero();
        }

        @Test
        void nothingHalfWrittenStaysBehind() throws Exception {
            tokens.replace(ANNA);
            tokens.update(BEN);

            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("tokens.json", "key-store");
            }
        }

        @Test
        @DisabledOnOs(OS.WINDOWS)
        void whatOthersMayReadIsTakenFromThem() throws Exception {
            tokens.replace(ANNA);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

            next().read();
            next().update(BEN);

            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(permissions(folder)).isEqualTo("rwx------");
        }

        @Test
        void aBrokenFileIsSetAsideAndKept() throws Exception {
            OwnerOnly.createFolder(folder);
            OwnerOnly.write(file, "{\"Acc".getBytes(StandardCharsets.UTF_8));

            assertThat(tokens.read()).isEmpty();
            tokens.replace(BEN);

            try (Stream<Path> files = Files.list(folder)) {
                List<Path> aside =
                        files.filter(path -> path.toString().contains("broken")).toList();
                assertThat(aside)
                        .singleElement()
                        .satisfies(path -> assertThat(path).hasContent("{\"Acc"));
            }
        }

        @Test
        void nothingWithTokensInItOutlivesSigningOut() throws Exception {
            OwnerOnly.createFolder(folder);
            OwnerOnly.write(file, "{\"Acc".getBytes(StandardCharsets.UTF_8));
            assertThat(tokens.read()).isEmpty();
            tokens.replace(BEN);
            Files.writeString(folder.resolve(".tokens.json." + UUID.randomUUID()), BEN);

            tokens.forget();

            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.filter(path -> path.toString().contains("tokens.json")))
                        .isEmpty();
            }
        }

        @Test
        void beforeTheFirstSignInThePlaceIsFoundOut() {
            assertThat(tokens.place()).isEqualTo(TokenPlace.OWNER_ONLY_FILE);
        }

        @Test
        void anInterruptedThreadStillKeepsTheTokens() throws Exception {
            Thread.currentThread().interrupt();
            tokens.replace(ANNA);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(file).hasContent(ANNA);
        }
    }

    @Nested
    class WhenTheKeyStoreHangs {

        @Test
        void theFileIsTakenAfterTheTimeLimit() throws Exception {
            keyStore.hanging = true;

            tokens.replace(ANNA);

            assertThat(tokens.place()).isEqualTo(TokenPlace.OWNER_ONLY_FILE);
            assertThat(file).hasContent(ANNA);
        }

        @Test
        void noSecondThreadHangsBesideTheFirst() throws Exception {
            keyStore.hanging = true;

            tokens.replace(ANNA);
            tokens.replace(BEN);

            assertThat(keyStore.used).isEqualTo(1);
            assertThat(file).hasContent(BEN);
        }
    }

    @Nested
    class WhenTheKeyStoreIsClosedLater {

        @BeforeEach
        void signInAndCloseIt() throws ProblemException {
            tokens.replace(ANNA);
            keyStore.broken = new IllegalStateException("locked");
        }

        @Test
        void itIsSaidAndTriedAgain() throws Exception {
            HomeTokens next = next();

            assertThat(catchThrowableOfType(ProblemException.class, next::read)
                            .problem()
                            .kind())
                    .isEqualTo(Problem.Kind.KEY_STORE_CLOSED);
            keyStore.broken = null;
            assertThat(next.read()).contains(ANNA);
        }

        @Test
        void renewedTokensAreNotLost() throws Exception {
            tokens.update(BEN);

            assertThat(next().read()).contains(BEN);
            assertThat(tokens.place()).isEqualTo(TokenPlace.OWNER_ONLY_FILE);
        }

        @Test
        void afterSigningOutTheOldTokensAreNeverUsedAgainAndDeletedWhenItOpens() throws Exception {
            tokens.forget();
            assertThat(next().read()).isEmpty();
            keyStore.broken = null;

            assertThat(next().read()).isEmpty();
            assertThat(keyStore.secret).isNull();
        }
    }

    @Test
    void beforeTheFirstSignInNothingIsAskedAndNothingWritten() throws Exception {
        assertThat(tokens.read()).isEmpty();
        assertThat(keyStore.used).isZero();
        assertThat(folder).doesNotExist();
    }

    @Test
    void whatAnEarlierVersionHasPutUnderAnotherNameIsFoundAndGetsTheNewOne() throws Exception {
        tokens.replace(ANNA);
        earlier.secret = keyStore.secret;
        keyStore.secret = null;

        assertThat(next().read()).contains(ANNA);
        assertThat(earlier.secret).isNull();
        assertThat(new String(keyStore.secret, StandardCharsets.UTF_8)).isEqualTo(ANNA);
    }

    @Test
    void signingOutForgetsWhatAnEarlierVersionHasPutThere() throws Exception {
        tokens.replace(ANNA);
        earlier.secret = keyStore.secret;

        tokens.forget();

        assertThat(earlier.secret).isNull();
        assertThat(keyStore.secret).isNull();
    }

    @Test
    void theEarlierNamesAreThoseOfThePathAsTypedAndOfTheRealOne() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("link"), Files.createDirectory(home.resolve("real")));

        assertThat(HomeTokens.earlierNames(link))
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).hasSize(32))
                .containsAll(HomeTokens.earlierNames(home.resolve("real")));
    }

    @Test
    void aFolderThatIsAFileIsSaid() throws Exception {
        Files.writeString(folder, "in the way");
        keyStore.broken = new IllegalStateException();

        assertThat(catchThrowableOfType(ProblemException.class, () -> tokens.replace(ANNA))
                        .problem()
                        .kind())
                .isEqualTo(Problem.Kind.TOKENS_UNWRITABLE);
    }
}
