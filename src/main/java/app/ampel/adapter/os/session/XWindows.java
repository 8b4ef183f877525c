package app.ampel.adapter.os.session;

import app.ampel.adapter.os.OperatingSystem;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an X server and its window manager are told of a window of this program beyond what a toolkit tells them. Each call
 * has a connection of its own, some milliseconds. Where there is no X server, nothing happens. The window has to be there:
 * a server that does not find it has the whole program ended.
 */
public final class XWindows {

    private static final Logger LOG = LoggerFactory.getLogger(XWindows.class);

    /** Sizes and offsets below are those of 64 bits. */
    private static final int LONG = 8;

    private static final int CLIENT_MESSAGE = 33;
    private static final int EVENT_SIZE = 24 * LONG;
    private static final NativeLong TO_THE_MANAGER = new NativeLong(1L << 20 | 1L << 19);
    private static final int ADD = 1;
    private static final int BOUNDING = 0;
    private static final int SET = 0;
    private static final int FROM_TOP_TO_BOTTOM = 3;

    /** Xlib's names. */
    private interface X11 extends Library {
        Pointer XOpenDisplay(String name);

        NativeLong XDefaultRootWindow(Pointer display);

        NativeLong XInternAtom(Pointer display, String name, int onlyIfThere);

        int XGetWindowProperty(
                Pointer display,
                NativeLong window,
                NativeLong property,
                NativeLong offset,
                NativeLong length,
                int delete,
                NativeLong type,
                NativeLongByReference actualType,
                IntByReference format,
                NativeLongByReference items,
                NativeLongByReference left,
                PointerByReference data);

        int XFree(Pointer data);

        int XSendEvent(Pointer display, NativeLong window, int propagate, NativeLong mask, Pointer event);

        int XCloseDisplay(Pointer display);
    }

    /** Those of its extension for shapes. */
    private interface Shapes extends Library {
        void XShapeCombineRectangles(
                Pointer display,
                NativeLong window,
                int kind,
                int x,
                int y,
                Pointer rectangles,
                int count,
                int operation,
                int ordering);
    }

    private XWindows() {}

    /**
     * Takes it out of task bar and pager.
     *
     * @return false while no window manager has taken the window in hand
     */
    public static boolean leaveTaskBar(long window) {
        boolean[] isManaged = {true};
        talk((x, display) -> {
            NativeLong it = new NativeLong(window);
            isManaged[0] = has(x, display, it, "WM_STATE");
            if (isManaged[0]) {
                x.XSendEvent(display, x.XDefaultRootWindow(display), 0, TO_THE_MANAGER, skipping(x, display, it));
            }
        });
        return isManaged[0];
    }

    private static boolean has(X11 x, Pointer display, NativeLong window, String property) {
        NativeLongByReference type = new NativeLongByReference();
        PointerByReference data = new PointerByReference();
        x.XGetWindowProperty(
                display,
                window,
                x.XInternAtom(display, property, 0),
                new NativeLong(0),
                new NativeLong(1),
                0,
                new NativeLong(0),
                type,
                new IntByReference(),
                new NativeLongByReference(),
                new NativeLongByReference(),
                data);
        if (data.getValue() != null) {
            x.XFree(data.getValue());
        }
        return type.getValue().longValue() != 0;
    }

    /** {@code _NET_WM_STATE} of the Extended Window Manager Hints, as an {@code XClientMessageEvent}. */
    private static Memory skipping(X11 x, Pointer display, NativeLong window) {
        Memory event = new Memory(EVENT_SIZE);
        event.clear();
        event.setInt(0, CLIENT_MESSAGE);
        event.setNativeLong(4 * LONG, window);
        event.setNativeLong(5 * LONG, x.XInternAtom(display, "_NET_WM_STATE", 0));
        event.setInt(6 * LONG, 32);
        event.setNativeLong(7 * LONG, new NativeLong(ADD));
        event.setNativeLong(8 * LONG, x.XInternAtom(display, "_NET_WM_STATE_SKIP_TASKBAR", 0));
        event.setNativeLong(9 * LONG, x.XInternAtom(display, "_NET_WM_STATE_SKIP_PAGER", 0));
        event.setNativeLong(10 * LONG, new NativeLong(1));
        return event;
    }

    /** Leaves a disc of {@code diameter} pixels of it; 0: nothing. */
    public static void cut(long window, int diameter) {
        talk((x, display) -> {
            Memory rows = new Memory(Math.max(1, diameter) * (long) LONG);
            for (int row = 0; row < diameter; row++) {
                int from = indent(row, diameter);
                rows.setShort(row * (long) LONG, (short) from);
                rows.setShort(row * (long) LONG + 2, (short) row);
                rows.setShort(row * (long) LONG + 4, (short) (diameter - 2 * from));
                rows.setShort(row * (long) LONG + 6, (short) 1);
            }
            Native.load("Xext", Shapes.class)
                    .XShapeCombineRectangles(
                            display, new NativeLong(window), BOUNDING, 0, 0, rows, diameter, SET, FROM_TOP_TO_BOTTOM);
        });
    }

    /** How far from the left a row of a disc begins. */
    static int indent(int row, int diameter) {
        double radius = diameter / 2.0;
        double down = row + 0.5 - radius;
        return (int) Math.round(radius - Math.sqrt(radius * radius - down * down));
    }

    private static void talk(BiConsumer<X11, Pointer> about) {
        if (OperatingSystem.current() != OperatingSystem.LINUX || Native.LONG_SIZE != LONG) {
            return;
        }
        try {
            X11 x = Native.load("X11", X11.class);
            Pointer display = x.XOpenDisplay(null);
            if (display != null) {
                about.accept(x, display);
                x.XCloseDisplay(display);
            }
        } catch (LinkageError | RuntimeException e) {
            LOG.info("The light on the screen looks like a window: {}", e.toString());
        }
    }
}
