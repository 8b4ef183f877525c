package app.ampel.service.lights;

import app.ampel.domain.light.LightModel;
import app.ampel.service.lights.manager.ConflictingPrograms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The programs of the lights' makers, which set the same colour as we do, and whose lights they are. */
public final class MakersPrograms implements ConflictingPrograms {

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

    private final Supplier<Set<String>> running;

    /** @param running the names of executables that run, in lower case, letters and digits only */
    public MakersPrograms(Supplier<Set<String>> running) {
        this.running = running;
    }

    @Override
    public Optional<String> of(LightModel model) {
        return MAKERS.stream()
                .filter(maker -> maker.models().stream().anyMatch(model.key()::startsWith))
                .filter(maker -> running.get().stream().anyMatch(name -> name.startsWith(maker.process())))
                .map(Maker::name)
                .findFirst();
    }
}
