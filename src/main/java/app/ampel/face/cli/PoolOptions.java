package app.ampel.face.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Option;

/** Several people under one name: at most one of these. */
final class PoolOptions {

    @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "ampel.people.group")
    private String group;

    @Option(names = "--department", paramLabel = "NAME", descriptionKey = "ampel.people.department")
    private String department;

    @Option(names = "--list", paramLabel = "NAME", descriptionKey = "ampel.people.own-list")
    private String list;

    @Option(names = "--colleagues", descriptionKey = "ampel.people.colleagues")
    private boolean colleagues;

    boolean isEmpty() {
        return group == null && department == null && list == null && !colleagues;
    }

    void put(ObjectNode request) {
        if (group != null) {
            request.put("group", group);
        }
        if (department != null) {
            request.put("department", department);
        }
        if (list != null) {
            request.put("list", list);
        }
        if (colleagues) {
            request.put("colleagues", true);
        }
    }
}
