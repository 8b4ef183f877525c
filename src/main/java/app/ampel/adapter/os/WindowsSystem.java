package app.ampel.adapter.os;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Windows itself says, and no variable that the user can set. Empty where it does not say. Any thread. */
public final class WindowsSystem {

    /** Microsoft's names. */
    public interface Kernel32 extends Library {
        /** Milliseconds since the computer was started, sleep included. */
        long GetTickCount64();

        /** The same in units of 100 ns, without sleep. */
        boolean QueryUnbiasedInterruptTime(LongByReference time);

        /** What holds for the calling thread, for as long as it lives; 0: it has failed. */
        int SetThreadExecutionState(int flags);

        /** What programs print in while there is a console; 0: there is none. */
        int GetConsoleOutputCP();

        /** What they print in elsewhere. */
        int GetOEMCP();
    }

    /** Microsoft's names. */
    private interface Shell32 extends Library {
        int SHGetKnownFolderPath(byte[] folder, int flags, Pointer token, PointerByReference path);
    }

    /** Microsoft's names. */
    private interface Ole32 extends Library {
        void CoTaskMemFree(Pointer memory);
    }

    /** Microsoft's names. */
    private interface Wtsapi32 extends Library {
        boolean WTSQuerySessionInformationW(
                Pointer server, int session, int what, PointerByReference answer, IntByReference bytes);

        void WTSFreeMemory(Pointer memory);
    }

    private static final int CURRENT_SESSION = -1;
    private static final int SESSION_INFO_EX = 25;

    /** Where {@code SessionFlags} of {@code WTSINFOEX} lies: behind its level, in a union of multiples of eight bytes. */
    private static final int FLAGS_AT = 16;

    /** {@code FOLDERID_ProgramData}, 62AB5D82-FDC1-4DC3-A9DD-070D1D495D97, as it lies in memory. */
    private static final byte[] PROGRAM_DATA = {
        (byte) 0x82,
        0x5D,
        (byte) 0xAB,
        0x62,
        (byte) 0xC1,
        (byte) 0xFD,
        (byte) 0xC3,
        0x4D,
        (byte) 0xA9,
        (byte) 0xDD,
        0x07,
        0x0D,
        0x1D,
        0x49,
        0x5D,
        (byte) 0x97
    };

    private WindowsSystem() {}

    public static Optional<Kernel32> kernel() {
        try {
            return Optional.of(Native.load("kernel32", Kernel32.class));
        } catch (LinkageError | RuntimeException e) {
            Log.LOG.warn("Windows cannot be asked: {}", e.toString());
            return Optional.empty();
        }
    }

    /** The folder of what holds for all users; only administrators can say where it is. */
    public static Optional<Path> programData() {
        try {
            PointerByReference path = new PointerByReference();
            int failed = Native.load("shell32", Shell32.class).SHGetKnownFolderPath(PROGRAM_DATA, 0, null, path);
            if (failed != 0) {
                return Optional.empty();
            }
            try {
                return Optional.of(Path.of(path.getValue().getWideString(0)));
            } finally {
                Native.load("ole32", Ole32.class).CoTaskMemFree(path.getValue());
            }
        } catch (LinkageError | RuntimeException e) {
            Log.LOG.warn("Windows does not say where ProgramData is: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Whether the screen of this session is locked now. */
    public static Optional<Boolean> locked() {
        try {
            Wtsapi32 sessions = Native.load("wtsapi32", Wtsapi32.class);
            PointerByReference answer = new PointerByReference();
            IntByReference bytes = new IntByReference();
            if (!sessions.WTSQuerySessionInformationW(null, CURRENT_SESSION, SESSION_INFO_EX, answer, bytes)) {
                return Optional.empty();
            }
            try {
                return bytes.getValue() < FLAGS_AT + Integer.BYTES
                        ? Optional.empty()
                        : locked(answer.getValue().getInt(FLAGS_AT));
            } finally {
                sessions.WTSFreeMemory(answer.getValue());
            }
        } catch (LinkageError | RuntimeException e) {
            Log.LOG.warn("Windows does not say whether the screen is locked: {}", e.toString());
            return Optional.empty();
        }
    }

    /** {@code WTS_SESSIONSTATE_LOCK} is 0, {@code _UNLOCK} 1, and any other says nothing. */
    public static Optional<Boolean> locked(int flags) {
        return switch (flags) {
            case 0 -> Optional.of(true);
            case 1 -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Plain commands look for folders and load no logger where all goes well. */
    private static final class Log {
        static final Logger LOG = LoggerFactory.getLogger(WindowsSystem.class);
    }
}
