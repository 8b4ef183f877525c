package app.ampel.adapter.light.serial;

import java.util.ArrayDeque;
import java.util.Deque;

/** Cuts what arrives into lines. Garbage without an end does not grow: a line that is too long is thrown away. */
final class LineReader {

    private static final int LONGEST = 200;

    private final StringBuilder line = new StringBuilder();
    private final Deque<String> lines = new ArrayDeque<>();
    private boolean tooLong;

    void accept(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\n' || b == '\r') {
                if (!tooLong && line.length() > 0) {
                    lines.add(line.toString());
                }
                line.setLength(0);
                tooLong = false;
            } else if (line.length() < LONGEST) {
                line.append((char) (b & 0xff));
            } else {
                tooLong = true;
            }
        }
    }

    /** The next whole line, or null. */
    String next() {
        return lines.poll();
    }
}
