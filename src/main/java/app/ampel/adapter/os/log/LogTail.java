package app.ampel.adapter.os.log;

import app.ampel.adapter.os.files.Folders;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The end of the log, read from its files. Any thread; blocks for some milliseconds. */
public final class LogTail {

    /** So much is read of a file; a line has at most some hundred characters, and the stack trace below it some thousand. */
    private static final int MOST_BYTES = 256 * 1024;

    private final Path folder;
    private final int most;

    /** @param most lines */
    public LogTail(Folders folders, int most) {
        this.folder = folders.log();
        this.most = most;
    }

    /** The newest last; none where there is no log. After a file was begun afresh, the one before it counts, too. */
    public List<String> lines() throws IOException {
        List<String> now = end(folder.resolve("ampel.log"));
        if (now.size() >= most) {
            return now.subList(now.size() - most, now.size());
        }
        List<String> before = end(folder.resolve("ampel.1.log"));
        List<String> all =
                new ArrayList<>(before.subList(Math.max(0, before.size() - most + now.size()), before.size()));
        all.addAll(now);
        return all;
    }

    /** Changes when there is something new: the file grows, or is begun afresh. */
    public long stamp() {
        File now = folder.resolve("ampel.log").toFile();
        return 31 * now.lastModified() + now.length();
    }

    private static List<String> end(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            int count = Math.max(0, log.read(bytes));
            List<String> lines =
                    new String(bytes, 0, count, StandardCharsets.UTF_8).lines().toList();
            // The first is cut somewhere.
            return from == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
        }
    }
}
