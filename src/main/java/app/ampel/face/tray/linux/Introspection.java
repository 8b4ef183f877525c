package app.ampel.face.tray.linux;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.ExportedObject;

/**
 * What an object says that it can do. The library makes it of the interfaces, but tells each value of a method that
 * answers with several twice; panels that believe it then refuse the answers.
 */
final class Introspection {

    private static final Pattern METHOD = Pattern.compile("(?s)<method [^>]*>.*?</method>");
    private static final Pattern OUT = Pattern.compile("\\s*<arg [^>]*direction=\"out\"[^>]*/>");

    private Introspection() {}

    /** Puts {@code object} on the bus. */
    static void export(DBusConnection connection, DBusInterface object) throws DBusException {
        connection.exportObject(object);
        ExportedObject told = new ExportedObject(object, false);
        connection.getObjectTree().add(object.getObjectPath(), told, corrected(told.getIntrospectiondata()));
    }

    static String corrected(String xml) {
        return METHOD.matcher(xml).replaceAll(method -> Matcher.quoteReplacement(once(method.group())));
    }

    private static String once(String method) {
        List<String> out = OUT.matcher(method).results().map(MatchResult::group).toList();
        int half = out.size() / 2;
        boolean twice = half > 1 && out.subList(0, half).equals(out.subList(half, out.size()));
        return twice ? method.replace(String.join("", out), String.join("", out.subList(0, half))) : method;
    }
}
