package app.ampel.face.cli;

import app.ampel.face.control.ExitCode;
import app.ampel.face.control.LineStarts;
import app.ampel.face.control.WallValues;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "wall")
final class WallCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Option(names = "--group", paramLabel = "NAME|ID", descriptionKey = "ampel.wall.group")
    private String group;

    @Option(names = "--owners", descriptionKey = "ampel.wall.owners")
    private boolean owners;

    @Option(names = "--department", paramLabel = "NAME", descriptionKey = "ampel.wall.department")
    private String department;

    @Option(names = "--list", paramLabel = "NAME", descriptionKey = "ampel.wall.list")
    private String list;

    @Option(names = "--colleagues", descriptionKey = "ampel.wall.colleagues")
    private boolean colleagues;

    @Option(names = "--everybody", descriptionKey = "ampel.wall.everybody")
    private boolean everybody;

    @Option(names = "--monitor", paramLabel = "N", descriptionKey = "ampel.wall.monitor")
    private String monitor;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            completionCandidates = Candidates.Themes.class,
            descriptionKey = "ampel.wall.theme")
    private String theme;

    @Option(names = "--stop", descriptionKey = "ampel.wall.stop")
    private boolean stop;

    WallCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        ObjectNode request = LineStarts.ask("wall")
                .put("owners", owners)
                .put("colleagues", colleagues)
                .put("everybody", everybody)
                .put("stop", stop);
        put(request, "group", group);
        put(request, "department", department);
        put(request, "list", list);
        put(request, "monitor", monitor);
        put(request, "theme", theme);
        // What is wrong is wrong whether Ampel runs or not.
        WallValues values = new WallValues(request, session.console().words());
        if (!values.isStop()) {
            values.wall();
        }
        session.print(session.ask(request, Session.ENDLESS), false, "status");
        return ExitCode.OK;
    }

    private static void put(ObjectNode request, String name, String typed) {
        if (typed != null) {
            request.put(name, typed);
        }
    }
}
