package app.ampel.face.tray.linux;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.TypeRef;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A menu that somebody else draws. Lines are called by number; 0 is the menu itself. */
@DBusInterfaceName("com.canonical.dbusmenu")
@DBusProperty(name = "Version", type = UInt32.class, access = Access.READ)
@DBusProperty(name = "TextDirection", type = String.class, access = Access.READ)
@DBusProperty(name = "Status", type = String.class, access = Access.READ)
@DBusProperty(name = "IconThemePath", type = DBusMenu.Texts.class, access = Access.READ)
public interface DBusMenu extends DBusInterface {

    String NAME = "com.canonical.dbusmenu";
    String PATH = "/MenuBar";

    /** The signature of {@link Node}, for those that lie in a variant. */
    String NODE = "(ia{sv}av)";

    /**
     * The lines below {@code parent}.
     *
     * @param depth how far down; -1: all
     * @param properties which to send; empty: all
     */
    Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> properties);

    List<Line> GetGroupProperties(List<Integer> ids, List<String> properties);

    Variant<?> GetProperty(int id, String name);

    /** @param event {@code clicked}, {@code hovered}, {@code opened} or {@code closed} */
    void Event(int id, String event, Variant<?> data, UInt32 timestamp);

    /** Many at once; xfce4-panel sends clicks this way only. Answers with the ids that are not there. */
    List<Integer> EventGroup(List<Happening> events);

    /** Answers whether the layout has to be read again. */
    boolean AboutToShow(int id);

    Shows<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids);

    /** A line, its properties, and the lines below it as variants of the same. */
    final class Node extends Struct {
        @Position(0)
        public final int id;

        @Position(1)
        public final Map<String, Variant<?>> properties;

        @Position(2)
        public final List<Variant<?>> children;

        public Node(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
            this.id = id;
            this.properties = properties;
            this.children = children;
        }
    }

    /** A line and its properties. */
    final class Line extends Struct {
        @Position(0)
        public final int id;

        @Position(1)
        public final Map<String, Variant<?>> properties;

        public Line(int id, Map<String, Variant<?>> properties) {
            this.id = id;
            this.properties = properties;
        }
    }

    /** A line and the names of properties that it has no longer. */
    final class Gone extends Struct {
        @Position(0)
        public final int id;

        @Position(1)
        public final List<String> properties;

        public Gone(int id, List<String> properties) {
            this.id = id;
            this.properties = properties;
        }
    }

    /** What happened to a line. */
    final class Happening extends Struct {
        @Position(0)
        public final int id;

        @Position(1)
        public final String event;

        @Position(2)
        public final Variant<?> data;

        @Position(3)
        public final UInt32 timestamp;

        public Happening(int id, String event, Variant<?> data, UInt32 timestamp) {
            this.id = id;
            this.event = event;
            this.data = data;
            this.timestamp = timestamp;
        }
    }

    /** Two values: the layout's revision, and the layout. The library wants the types of a tuple as parameters. */
    final class Layout<A, B> extends Tuple {
        @Position(0)
        public final A revision;

        @Position(1)
        public final B node;

        public Layout(A revision, B node) {
            this.revision = revision;
            this.node = node;
        }
    }

    /** Two values: the ids whose layout has to be read again, and those that are not there. */
    final class Shows<A, B> extends Tuple {
        @Position(0)
        public final A needUpdate;

        @Position(1)
        public final B notThere;

        public Shows(A needUpdate, B notThere) {
            this.needUpdate = needUpdate;
            this.notThere = notThere;
        }
    }

    /** Several texts. */
    interface Texts extends TypeRef<List<String>> {}

    /** Lines came, went or moved below {@code parent}. */
    class LayoutUpdated extends DBusSignal {
        public final UInt32 revision;
        public final int parent;

        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
            this.revision = revision;
            this.parent = parent;
        }
    }

    /** Lines say something else. */
    class ItemsPropertiesUpdated extends DBusSignal {
        public final List<Line> updated;
        public final List<Gone> removed;

        public ItemsPropertiesUpdated(String path, List<Line> updated, List<Gone> removed) throws DBusException {
            super(path, updated, removed);
            this.updated = updated;
            this.removed = removed;
        }
    }

    /** A line should be opened as if it had been clicked. */
    class ItemActivationRequested extends DBusSignal {
        public final int id;
        public final UInt32 timestamp;

        public ItemActivationRequested(String path, int id, UInt32 timestamp) throws DBusException {
            super(path, id, timestamp);
            this.id = id;
            this.timestamp = timestamp;
        }
    }
}
