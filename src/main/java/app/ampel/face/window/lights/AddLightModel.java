package app.ampel.face.window.lights;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.WindowHost;
import app.ampel.face.window.kit.Wording;
import app.ampel.face.window.lights.AddLightViewState.Stage;
import app.ampel.service.lights.FirstLight;
import app.ampel.service.settings.Settings;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Adding a serial light: what it speaks, whether it turns red, and only then the settings. One thread. */
final class AddLightModel {

    private static final LightCommand RED = LightCommand.solid(Colour.RED);

    private final WindowHost host;
    private final LightsHost lights;
    private final Messages words;
    private final LightsViewStates faces;
    private final Executor thread;
    private final ReadOnlyObjectWrapper<AddLightViewState> face = new ReadOnlyObjectWrapper<>();
    private List<AddLightViewState.Port> ports = List.of();
    private Map<String, AddedLight.Board> boards = Map.of();
    private boolean listed;
    private AddLightForm form = AddLightForm.EMPTY;
    private Stage stage = Stage.FORM;
    private String text = "";
    private int trial;

    AddLightModel(PageContext context, LightsHost lights) {
        host = context.host();
        this.lights = lights;
        words = context.words().onScreen();
        faces = new LightsViewStates(words, context.zone());
        thread = context.thread();
        look();
    }

    ReadOnlyObjectProperty<AddLightViewState> faceProperty() {
        return face.getReadOnlyProperty();
    }

    AddLightViewState face() {
        return face.get();
    }

    AddLightForm form() {
        return form;
    }

    /** Whether nothing shall move. */
    boolean isCalm() {
        return host.isCalm();
    }

    private void look() {
        String wrong = form.wrong(words).orElse("");
        face.set(new AddLightViewState(
                stage,
                ports,
                listed && ports.isEmpty() ? words.say("ports.none") : "",
                wrong.isEmpty() ? preview(form.protocol()) : "",
                wrong.isEmpty() ? effects(form.protocol()) : "",
                wrong,
                text));
    }

    private static String preview(SerialProtocol protocol) {
        return protocol.asTemplate()
                .map(template -> template.templateFor(RED).fill(RED, Colour.RED))
                .orElse("");
    }

    private String effects(SerialProtocol protocol) {
        return protocol.asTemplate().map(faces::effects).orElse("");
    }

    /** Looks which ports there are. */
    void list() {
        lights.ports()
                .whenComplete((found, failed) -> thread.execute(() -> {
                    listed = true;
                    ports = failed == null ? found.stream().flatMap(this::port).toList() : List.of();
                    boards = failed == null ? boards(found) : Map.of();
                    if (failed != null) {
                        text = new Wording(words).of(failed);
                    }
                    look();
                }));
    }

    private static Map<String, AddedLight.Board> boards(List<LightsHost.SerialPort> found) {
        Map<String, AddedLight.Board> boards = new HashMap<>();
        found.forEach(port -> port.id().ifPresent(id -> port.board().ifPresent(board -> boards.put(id, board))));
        return boards;
    }

    private AddedLight light() {
        return new AddedLight(form.port(), form.protocol(), Optional.ofNullable(boards.get(form.port())));
    }

    /** Those that are lights already are no choice. */
    private Stream<AddLightViewState.Port> port(LightsHost.SerialPort port) {
        boolean added = host.settings().serialLights().stream()
                .map(AddedLight::id)
                .anyMatch(id -> port.id().equals(Optional.of(id)));
        if (added) {
            return Stream.empty();
        }
        String name = Phrases.tame(port.name());
        String hint = port.hint()
                .map(it -> words.say(it.key(), Phrases.tame(it.argument())))
                .orElse("");
        return Stream.of(new AddLightViewState.Port(
                port.id(),
                port.description().isBlank() ? name : words.say("ui.add.port", Phrases.tame(port.description()), name),
                hint));
    }

    /** Somebody has typed or chosen something. */
    void fill(AddLightForm filled) {
        form = filled;
        text = "";
        look();
    }

    /** Lights it red, to be looked at. */
    void tryIt() {
        if (stage != Stage.FORM || form.wrong(words).isPresent()) {
            return;
        }
        int mine = ++trial;
        stage = Stage.TRYING;
        text = words.say("ui.add.trying");
        look();
        AddedLight light = light();
        lights.tryRed(light)
                .whenComplete((state, failed) -> thread.execute(() -> {
                    if (mine == trial) {
                        tried(failed == null ? state : Optional.empty());
                    }
                }));
    }

    private void tried(Optional<LightState> state) {
        if (state.filter(FirstLight::isLit).isPresent()) {
            stage = Stage.ASKING;
            text = words.say("ui.add.is-it-red");
            look();
        } else {
            back(words.say("add.failed", why(state)));
        }
    }

    private String why(Optional<LightState> state) {
        if (state.filter(it -> it.condition() == LightState.Condition.NOT_ANSWERING)
                .isPresent()) {
            return words.say("add.silent") + " " + notRed();
        }
        return state.flatMap(LightState::hint)
                .map(hint -> words.say(hint.key(), Phrases.tame(hint.argument())))
                .orElseGet(() -> words.say("add.gone"));
    }

    private String notRed() {
        return words.say("add.not-red." + form.protocol().word());
    }

    /** It is red: it becomes a light like any other. */
    void isRed() {
        lights.endTrial();
        AddedLight light = light();
        host.change(settings -> with(settings, light))
                .whenComplete((settings, failed) -> thread.execute(() -> {
                    if (failed == null) {
                        form = AddLightForm.EMPTY;
                        back(words.say("ui.add.added"));
                        list();
                    } else {
                        back(new Wording(words).of(failed));
                    }
                }));
    }

    private static Settings with(Settings settings, AddedLight light) {
        return settings.withSerialLights(Stream.concat(
                        settings.serialLights().stream()
                                .filter(other -> !other.id().equals(light.id())),
                        Stream.of(light))
                .toList());
    }

    void isNotRed() {
        back(words.say("add.not-red") + " " + notRed());
    }

    void cancel() {
        back("");
    }

    private void back(String why) {
        trial++;
        lights.endTrial();
        stage = Stage.FORM;
        text = why;
        look();
    }
}
