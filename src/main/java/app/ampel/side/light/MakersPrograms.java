package app.ampel.side.light;

import app.ampel.adapter.os.programs.RunningPrograms;
import app.ampel.domain.light.LightModel;
import app.ampel.service.lights.ConflictingPrograms;
import java.util.List;
import java.util.Optional;

/** The programs of the lights' makers, which set the same colour as we do, and whose lights they are. */
final class MakersPrograms implements ConflictingPrograms {

    /**
     * One of them.
     *
     * @param name for people
     * @param process what its executable's name begins with, in lower case and without blanks
     * @param models what the keys of its lights begin with
     */
    private record Maker(String name, String process, List<String> models) {}

    private static final List<Maker> MAKERS = List.of(
            new Maker("kuandoHUB", "kuandohub", List.of("kuando")),
            new Maker("Embrava Connect", "embrava", List.of("blync", "plantronics")),
            new Maker("Luxafor", "luxafor", List.of("luxafor")));

    private final RunningPrograms running;

    MakersPrograms() {
        this(RunningPrograms.ofThisComputer());
    }

    MakersPrograms(RunningPrograms running) {
        this.running = running;
    }

    @Override
    public Optional<String> of(LightModel model) {
        return MAKERS.stream()
                .filter(maker -> maker.models().stream().anyMatch(model.key()::startsWith))
                .filter(maker -> running.names().stream().anyMatch(name -> name.startsWith(maker.process())))
                .map(Maker::name)
                .findFirst();
    }
}
