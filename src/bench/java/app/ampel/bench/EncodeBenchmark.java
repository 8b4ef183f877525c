package app.ampel.bench;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.model.Catalogue;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a command to the bytes of one model; the effect is the one that needs most of them. */
@State(Scope.Benchmark)
public class EncodeBenchmark {

    private final LightCommand command = new LightCommand(Colour.RED, Effect.PULSE);

    /** {@link Jmh} fills in every model of the catalogue. */
    @Param("")
    public String model;

    private LightModel chosen;

    static List<String> models() {
        return new Catalogue().models().stream().map(LightModel::key).toList();
    }

    @Setup
    public void choose() {
        chosen = new Catalogue().find(model).orElseThrow();
    }

    @Benchmark
    public Object encode() {
        return chosen.encode(command);
    }
}
