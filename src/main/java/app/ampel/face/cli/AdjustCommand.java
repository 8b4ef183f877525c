package app.ampel.face.cli;

import app.ampel.face.control.ExitCode;
import app.ampel.face.control.LightReport;
import app.ampel.face.control.LineStarts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;

/** What stands under {@code lights} and changes the settings of one light: a light's id, and values for it. */
@Command
final class AdjustCommand implements Callable<Integer> {

    private final AmpelCommand ampel;
    private final String what;
    private final CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "ampel.lights.id")
    private String id;

    private AdjustCommand(AmpelCommand ampel, String what) {
        this.ampel = ampel;
        this.what = what;
        this.spec = CommandSpec.forAnnotatedObject(this).name(what);
    }

    /** @param values what they are called; described under {@code ampel.lights.<what>.<value>} */
    static CommandLine of(AmpelCommand ampel, String what, String... values) {
        CommandSpec spec = new AdjustCommand(ampel, what).spec;
        for (String value : values) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index(Integer.toString(spec.positionalParameters().size()))
                    .type(String.class)
                    .required(true)
                    .paramLabel(value.toUpperCase(Locale.ROOT))
                    .descriptionKey("ampel.lights." + what + "." + value)
                    .build());
        }
        return new CommandLine(spec);
    }

    private List<String> values() {
        return spec.positionalParameters().stream()
                .skip(1)
                .<String>map(PositionalParamSpec::getValue)
                .toList();
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        ObjectNode request = LineStarts.ask("adjust").put("id", id).put("what", what);
        ArrayNode list = request.putArray("values");
        values().forEach(list::add);
        ObjectNode answer = session.askIfRunning(request, Session.AT_ONCE).orElse(null);
        if (answer == null) {
            session.log();
            LightReport report = new LightReport(session.console().words());
            answer = session.directly(settings ->
                    report.adjust(session.program().lights(session.folders(), settings), id, what, values()));
        }
        session.print(answer, false, "text");
        return ExitCode.OK;
    }
}
