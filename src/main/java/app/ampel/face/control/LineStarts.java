package app.ampel.face.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Beginnings of the lines of the protocol. Loads nothing that logs: the client side needs it. */
public final class LineStarts {

    private LineStarts() {}

    public static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }

    public static ObjectNode ask(String command) {
        return JsonNodeFactory.instance.objectNode().put("command", command);
    }

    public static Optional<String> text(ObjectNode object, String name) {
        return Optional.ofNullable(object.path(name).textValue());
    }
}
