package app.ampel.face.window.lights;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.SerialPort;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.face.window.lights.AddLightViewState.Stage;
import app.ampel.service.lights.LightsService;
import app.ampel.service.lights.manager.FirstLight;
import app.ampel.service.settings.LooksService;
import app.ampel.service.settings.SettingsService;
import app.ampel.service.text.FirstTryText;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Adding a serial light: what it speaks, whether it turns red, and only then the settings. One thread. */
final class AddLightModel {

    private static final LightCommand RED = LightCommand.solid(Colour.RED);

    private final SettingsService settings;
    private final LooksService looks;
    private final LightsService lights;
    private final Messages words;
    private final FirstTryText said;
    private final LightsViewStates viewStates;
    private final Executor thread;
    private final ReadOnlyObjectWrapper<AddLightViewState> viewState = new ReadOnlyObjectWrapper<>();
    private List<AddLightViewState.Port> ports = List.of();
    private boolean listed;
    private AddLightForm form = AddLightForm.EMPTY;
    private Stage stage = Stage.FORM;
    private String text = "";
    private int trial;

    AddLightModel(PageContext context, LightsService lights) {
        settings = context.settings();
        looks = context.looks();
        this.lights = lights;
        words = context.words().onScreen();
        said = new FirstTryText(words);
        viewStates = new LightsViewStates(words, context.zone());
        thread = context.thread();
        refreshPorts();
    }

    ReadOnlyObjectProperty<AddLightViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    AddLightViewState viewState() {
        return viewState.get();
    }

    AddLightForm form() {
        return form;
    }

    /** Whether nothing shall move. */
    boolean isMotionReduced() {
        return looks.isMotionReduced();
    }

    private void refreshPorts() {
        String wrong = form.wrong(words).orElse("");
        viewState.set(new AddLightViewState(
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
        return protocol.asTemplate().map(viewStates::effects).orElse("");
    }

    /** Looks which ports there are. */
    void list() {
        lights.askForPorts()
                .whenComplete((found, failed) -> thread.execute(() -> {
                    listed = true;
                    ports = failed == null ? found.stream().flatMap(this::port).toList() : List.of();
                    if (failed != null) {
                        text = new Wording(words).of(failed);
                    }
                    refreshPorts();
                }));
    }

    /** Those that are lights already are no choice. */
    private Stream<AddLightViewState.Port> port(SerialPort port) {
        boolean added = lights.added().stream()
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
        refreshPorts();
    }

    /** Lights it red, to be looked at. */
    void tryIt() {
        if (stage != Stage.FORM || form.wrong(words).isPresent()) {
            return;
        }
        int mine = ++trial;
        stage = Stage.TRYING;
        text = words.say("ui.add.trying");
        refreshPorts();
        lights.tryRed(form.port(), form.protocol())
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
            refreshPorts();
        } else {
            back(said.failed(state, form.protocol()));
        }
    }

    /** It is red: it becomes a light like any other. */
    void isRed() {
        lights.endTrial();
        lights.add(form.port(), form.protocol())
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

    void isNotRed() {
        back(words.say("add.not-red") + " " + said.lookAt(form.protocol()));
    }

    void cancel() {
        back("");
    }

    private void back(String why) {
        trial++;
        lights.endTrial();
        stage = Stage.FORM;
        text = why;
        refreshPorts();
    }
}
