package app.ampel.adapter.graph.signin;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.domain.account.Account.TokenPlace;
import app.ampel.domain.naming.WireName;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of one home folder: in the key store where one works, else in a file that only its owner may read.
 *
 * <p>Which of the two is decided at each sign-in; a small file remembers it, so that a dead key store costs its time
 * limit at a sign-in only and not at every start. While both exist, the file is the newer one.
 */
public final class HomeTokens implements TokenStore {

    private static final Logger LOG = LoggerFactory.getLogger(HomeTokens.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the key store holds. */
    private enum Note implements WireName {
        NOTHING,
        KEPT,
        /** Something that has to be deleted as soon as it can be reached. */
        TO_DELETE
    }

    private final Path folder;
    private final Path file;
    private final Path note;
    private final KeyStoreSlot keyStore;
    private final List<KeyStoreSlot> earlier;
    private final Clock clock;
    private TokenPlace place;
    private boolean said;

    /** @param home Ampel's home folder; the tokens get a folder of their own in it */
    public HomeTokens(Path home, Clock clock) {
        this(
                home.resolve("tokens"),
                slot(home, Folders.hash(home)),
                earlierNames(home).stream().map(name -> slot(home, name)).toList(),
                clock);
    }

    /** @param earlier where a version before this one has put them, in the same key store */
    HomeTokens(Path folder, KeyStoreSlot keyStore, List<KeyStoreSlot> earlier, Clock clock) {
        this.folder = folder;
        this.file = folder.resolve("tokens.json");
        this.note = folder.resolve("key-store");
        this.keyStore = keyStore;
        this.earlier = List.copyOf(earlier);
        this.clock = clock;
    }

    private static KeyStoreSlot slot(Path home, String name) {
        Path folder = home.resolve("tokens");
        return KeyStoreSlot.ofThisComputer(folder.resolve("key-store"), folder.resolve("tokens.dpapi"), name);
    }

    /** Version 0.1 named a home by its path as it was typed, so that one home had a name for each link to it. */
    static Set<String> earlierNames(Path home) {
        Path typed = home.toAbsolutePath().normalize();
        Set<String> names = new LinkedHashSet<>();
        names.add(earlierName(typed));
        try {
            names.add(earlierName(typed.toRealPath()));
        } catch (IOException e) {
            LOG.debug("no home yet, so nothing of an earlier version either");
        }
        return names;
    }

    private static String earlierName(Path home) {
        try {
            byte[] name = home.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public synchronized Optional<String> read() throws ProblemException {
        try {
            if (Files.exists(file)) {
                return readFile();
            }
            switch (note()) {
                case NOTHING -> {
                    return Optional.empty();
                }
                case TO_DELETE -> {
                    deleteFromKeyStore();
                    return Optional.empty();
                }
                case KEPT -> {
                    Optional<String> tokens = fromKeyStore();
                    settle(TokenPlace.KEY_STORE);
                    return tokens.filter(HomeTokens::isJson);
                }
            }
            throw new IllegalStateException();
        } catch (KeyStoreSlot.Closed e) {
            throw new ProblemException(Problem.of(Problem.Kind.KEY_STORE_CLOSED), e);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** What an earlier version has put there under another name gets its new one. */
    private Optional<String> fromKeyStore() throws KeyStoreSlot.Closed {
        Optional<String> found = keyStore.read();
        for (KeyStoreSlot other : earlier) {
            if (found.isEmpty()) {
                found = other.read();
                if (found.isPresent()) {
                    keyStore.write(found.get());
                    other.delete();
                }
            }
        }
        return found;
    }

    private Optional<String> readFile() throws IOException {
        String tokens = new String(OwnerOnly.read(file), StandardCharsets.UTF_8);
        if (isJson(tokens)) {
            settle(TokenPlace.OWNER_ONLY_FILE);
            return Optional.of(tokens);
        }
        Path aside = folder.resolve("tokens.json.broken-" + clock.instant().toEpochMilli());
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        LOG.warn("the token file cannot be read and was set aside as {}", aside);
        return Optional.empty();
    }

    private static boolean isJson(String tokens) {
        try {
            return JSON.readTree(tokens).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Override
    public synchronized void replace(String tokens) throws ProblemException {
        try {
            if (!intoKeyStore(tokens)) {
                intoFile(tokens);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public synchronized void update(String tokens) throws ProblemException {
        try {
            boolean inKeyStore = place == TokenPlace.KEY_STORE && intoKeyStore(tokens);
            if (!inKeyStore) {
                intoFile(tokens);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private boolean intoKeyStore(String tokens) throws IOException {
        Note before = note();
        try {
            // The key store's accessors want the file to be there; and a crash in between must not hide the secret.
            note(Note.KEPT);
            keyStore.write(tokens);
            Files.deleteIfExists(file);
            settle(TokenPlace.KEY_STORE);
            return true;
        } catch (KeyStoreSlot.Closed e) {
            LOG.info("no key store that works: {}", e.getCause().getClass().getSimpleName());
            LOG.debug("why", e);
            note(before);
            return false;
        }
    }

    private void intoFile(String tokens) throws IOException {
        write(file, tokens.getBytes(StandardCharsets.UTF_8));
        if (note() == Note.KEPT) {
            note(Note.TO_DELETE);
        }
        settle(TokenPlace.OWNER_ONLY_FILE);
    }

    @Override
    public synchronized void forget() throws ProblemException {
        try {
            deleteFiles();
            if (note() != Note.NOTHING) {
                deleteFromKeyStore();
            }
            place = null;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Also a broken one that was set aside, and one that somebody was killed over: there may be tokens in them. */
    private void deleteFiles() throws IOException {
        Files.deleteIfExists(file);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path left : all.filter(path -> path.getFileName()
                                .toString()
                                .contains(file.getFileName().toString()))
                        .toList()) {
                    Files.deleteIfExists(left);
                }
            }
        }
    }

    private void deleteFromKeyStore() throws IOException {
        try {
            note(Note.TO_DELETE);
            keyStore.delete();
            for (KeyStoreSlot other : earlier) {
                other.delete();
            }
            Files.deleteIfExists(note);
        } catch (KeyStoreSlot.Closed e) {
            LOG.warn("the key store cannot be reached; the old tokens in it are not used and will be deleted later");
        }
    }

    @Override
    public synchronized TokenPlace place() {
        if (place == null) {
            place = find();
        }
        return place;
    }

    private TokenPlace find() {
        try {
            if (Files.exists(file)) {
                return TokenPlace.OWNER_ONLY_FILE;
            }
            Note before = note();
            if (before == Note.KEPT) {
                return TokenPlace.KEY_STORE;
            }
            note(before);
            return keyStore.works() ? TokenPlace.KEY_STORE : TokenPlace.OWNER_ONLY_FILE;
        } catch (IOException e) {
            LOG.warn("cannot write to the token folder", e);
            return TokenPlace.OWNER_ONLY_FILE;
        }
    }

    private Note note() throws IOException {
        if (!Files.exists(note)) {
            return Note.NOTHING;
        }
        String word = Files.readString(note, StandardCharsets.ISO_8859_1).strip();
        return switch (word) {
            case "kept" -> Note.KEPT;
            case "to-delete" -> Note.TO_DELETE;
            default -> Note.NOTHING;
        };
    }

    private void note(Note word) throws IOException {
        String text = word.word() + "\n";
        write(note, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(Path target, byte[] content) throws IOException {
        OwnerOnly.createFolder(folder);
        OwnerOnly.write(target, content);
    }

    private void settle(TokenPlace found) {
        place = found;
        if (!said) {
            said = true;
            LOG.info("tokens are kept in: {}", found);
        }
    }

    private static ProblemException unwritable(IOException e) {
        return new ProblemException(
                Problem.of(Problem.Kind.TOKENS_UNWRITABLE, e.getClass().getSimpleName()), e);
    }

    @Override
    public void close() {
        // Nothing is held open between two calls.
    }
}
