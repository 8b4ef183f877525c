package app.ampel.adapter.light.usb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a HID device says about its reports. Source: Device Class Definition for HID 1.11, section 6.2.2. The bytes come
 * from the device and may be anything.
 */
final class ReportDescriptor {

    private static final int OUTPUT = 0x90;
    private static final int REPORT_SIZE = 0x74;
    private static final int REPORT_ID = 0x84;
    private static final int REPORT_COUNT = 0x94;
    private static final int PUSH = 0xa4;
    private static final int POP = 0xb4;
    private static final int LONG_ITEM = 0xfe;
    private static final int KIND = 0xfc;
    private static final int LONGEST = 0xffff;

    /** Global items: they hold until they are said anew. */
    private record State(long bits, long count, long reportId) {}

    private final byte[] bytes;
    private State state = new State(0, 0, 0);
    private final Deque<State> pushed = new ArrayDeque<>();
    private final Map<Long, Long> outputBits = new HashMap<>();

    private ReportDescriptor(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Bytes of the longest output report, without its id. Empty: there is none, or this is no descriptor. */
    static OptionalInt outputLength(byte[] descriptor) {
        ReportDescriptor reading = new ReportDescriptor(descriptor);
        if (!reading.read()) {
            return OptionalInt.empty();
        }
        long longest = reading.outputBits.values().stream()
                .mapToLong(bits -> (bits + 7) / 8)
                .max()
                .orElse(0);
        return longest > 0 && longest <= LONGEST ? OptionalInt.of((int) longest) : OptionalInt.empty();
    }

    /** False when it ends in the middle of an item. */
    private boolean read() {
        int at = 0;
        while (at < bytes.length) {
            int prefix = bytes[at] & 0xff;
            if (prefix == LONG_ITEM) {
                if (at + 1 >= bytes.length) {
                    return false;
                }
                at += 3 + (bytes[at + 1] & 0xff);
                continue;
            }
            int size = (prefix & 3) == 3 ? 4 : prefix & 3;
            if (at + 1 + size > bytes.length) {
                return false;
            }
            item(prefix & KIND, value(at + 1, size));
            at += 1 + size;
        }
        return at == bytes.length;
    }

    private long value(int from, int size) {
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes[from + i] & 0xff;
        }
        return value;
    }

    private void item(int kind, long value) {
        switch (kind) {
            case REPORT_SIZE -> state = new State(value, state.count, state.reportId);
            case REPORT_COUNT -> state = new State(state.bits, value, state.reportId);
            case REPORT_ID -> state = new State(state.bits, state.count, value);
            case OUTPUT -> outputBits.merge(state.reportId, bits(), ReportDescriptor::sum);
            case PUSH -> pushed.push(state);
            case POP -> state = pushed.isEmpty() ? state : pushed.pop();
            default -> {
                // The rest is about what the bits mean.
            }
        }
    }

    /** Both are at most 32 bits long; nonsense is cut off before it can overflow. */
    private long bits() {
        return state.bits > LONGEST || state.count > LONGEST ? 8L * LONGEST + 8 : state.bits * state.count;
    }

    private static long sum(long a, long b) {
        return Math.min(a + b, Integer.MAX_VALUE);
    }
}
