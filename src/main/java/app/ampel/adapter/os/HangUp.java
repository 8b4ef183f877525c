package app.ampel.adapter.os;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signal of a terminal that is closed. jSerialComm has this process ignore it, among others, from when its library is
 * loaded: the program would go on with nobody before it. So what was is put back: its end, in good order; but for whoever
 * has started it so that it outlives its terminal. On Linux, which says what is ignored.
 */
public final class HangUp {

    private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern IGNORED = Pattern.compile("(?m)^SigIgn:\\s*(\\p{XDigit}+)$");
    private static final int HEX = 16;
    private static final int NUMBER = 1;
    private static final int EXIT = 128 + NUMBER;

    private final boolean ends;

    private HangUp(boolean ends) {
        this.ends = ends;
    }

    /** As it is now, before the library is loaded. */
    public static HangUp asItIs() {
        try {
            Matcher ignored = IGNORED.matcher(Files.readString(STATUS));
            return new HangUp(ignored.find() && (Long.parseUnsignedLong(ignored.group(1), HEX) & 1) == 0);
        } catch (IOException e) {
            return new HangUp(false);
        }
    }

    /**
     * Java leaves alone what is ignored, so the C library has to end that first. By reflection, because the compiler warns of
     * the JDK's only way to a signal.
     */
    public void putBack() {
        if (!ends) {
            return;
        }
        try {
            NativeLibrary.getInstance("c").getFunction("signal").invokePointer(new Object[] {NUMBER, Pointer.NULL});
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object end = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            System.exit(EXIT);
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), end);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.warn("A terminal that is closed does not end the program any more", e);
        }
    }
}
