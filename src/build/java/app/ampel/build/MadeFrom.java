package app.ampel.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What something was made from: files, libraries and Java.
 *
 * @param mark where it is noted, in a few letters
 * @param inputs files, and folders with all that is in them
 */
record MadeFrom(Path mark, List<Path> inputs) {

    interface Task {
        void run() throws IOException, InterruptedException;
    }

    /** Runs it, unless it was last run with just these. Whether it ran. */
    boolean whenChanged(Task task) throws IOException, InterruptedException {
        String now = digest();
        if (Files.exists(mark) && Files.readString(mark).equals(now)) {
            return false;
        }
        task.run();
        Files.writeString(mark, now);
        return true;
    }

    private String digest() throws IOException {
        MessageDigest digest = sha256();
        digest.update(bytes(Runtime.version() + System.getProperty("java.class.path")));
        for (Path input : inputs) {
            for (Path file : filesBelow(input)) {
                digest.update(bytes(file.toString()));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
