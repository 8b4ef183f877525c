package app.ampel.face.window.frame;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.problem.Problem;
import app.ampel.face.window.colours.ColoursPage;
import app.ampel.face.window.diagnostics.DiagnosticsPage;
import app.ampel.face.window.history.HistoryPage;
import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.QuestionBar;
import app.ampel.face.window.kit.Succession;
import app.ampel.face.window.kit.Ticker;
import app.ampel.face.window.lights.LightsPage;
import app.ampel.face.window.people.PeoplePage;
import app.ampel.face.window.settings.SettingsNotes;
import app.ampel.face.window.settings.SettingsPage;
import app.ampel.face.window.signin.FirstRunModel;
import app.ampel.face.window.signin.FirstRunPages;
import app.ampel.face.window.signin.Route;
import app.ampel.face.window.status.StatusPage;
import app.ampel.service.overview.Overview;
import app.ampel.service.text.Messages;
import app.ampel.service.window.Section;
import atlantafx.base.theme.Styles;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One opened window: the pages and what lies around them. Lives from opening to closing, on the toolkit's thread, and
 * holds nothing afterwards.
 */
final class MainWindow {

    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);

    private final WindowServices services;
    private final Messages words;
    private final SeenFlag closing;
    private final Stage stage = new Stage();
    private final StagePlace place;
    private final BorderPane root = new BorderPane();
    private final PageArea area;
    private final QuestionBar closingQuestion = new QuestionBar("closing", this::first);
    private final PageContext context;
    private final Rail rail;
    private final Map<Section, Page> pages = new EnumMap<>(Section.class);
    private final FirstRunModel firstRun;
    private final FirstRunPages firstRunPages;
    private final Ticker ticker;
    private final Optional<SettingsNotes> settingsNotes;
    private final VBox notes = new VBox();
    private Optional<Label> trouble = Optional.empty();
    private final Locale language;
    private Runnable unwatch = () -> {};
    private Overview known;
    private Section section = Section.STATUS;
    private Page shown;
    private boolean unfocused;
    private boolean left;

    MainWindow(WindowServices services, Messages words, Supplier<ZoneId> zone, Clock clock, SeenFlag closing) {
        this.services = services;
        this.words = words;
        language = words.locale();
        this.closing = closing;
        place = new StagePlace(stage, services.places());
        context = new PageContext(
                services.engine(),
                services.account(),
                services.now(),
                services.settings(),
                services.looks(),
                services.window(),
                words,
                zone,
                clock,
                Platform::runLater,
                this::moved);
        known = services.overviews().now();
        rail = new Rail(words, this::look, this::enter);
        firstRun = new FirstRunModel(context, services.firstRun(), Parts::copy);
        firstRunPages = new FirstRunPages(context, services.firstRun(), firstRun);
        ticker = new Ticker(() -> Platform.runLater(this::tick));
        area = new PageArea(services.looks()::isMotionReduced);
        area.put(closingQuestion);
        root.setCenter(area);
        root.getStyleClass().add("window");
        settingsNotes = SettingsNotes.of(context);
        root.setTop(notes());
        firstRun.routeProperty().addListener((property, before, now) -> arrive());
        firstRun.signIn().viewStateProperty().addListener((property, before, now) -> runTicker());
        build();
        arrive();
    }

    private void build() {
        Scene scene = new Scene(root);
        scene.getStylesheets().add(Theme.own());
        Keyboard.install(scene);
        FocusKeeper.install(scene, this::home);
        scene.getAccelerators()
                .putAll(Map.of(
                        KeyCombination.valueOf("Shortcut+W"), this::askToClose,
                        KeyCombination.valueOf("Shortcut+Q"), services.window()::quit));
        for (Section each : Section.values()) {
            scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+" + (each.ordinal() + 1)), () -> goTo(each));
        }
        stage.setScene(scene);
        stage.setTitle(words.say("ui.title"));
        stage.setOnCloseRequest(event -> {
            event.consume();
            askToClose();
        });
        stage.iconifiedProperty().addListener((property, before, iconified) -> runTicker());
    }

    private void preview(Optional<LightCommand> command) {
        command.ifPresentOrElse(services.lights()::preview, services.lights()::endPreview);
    }

    private Page page(Section which) {
        return pages.computeIfAbsent(which, fresh -> switch (fresh) {
            case STATUS ->
                new StatusPage(
                        context,
                        services.status(),
                        services.history(),
                        firstRun::beginSignIn,
                        firstRun.signIn()::explainConsent);
            case PEOPLE ->
                new PeoplePage(context, services.people(), services.firstRun().isDemo(), firstRun::beginSignIn);
            case LIGHTS -> new LightsPage(context, services.lights());
            case COLOURS -> new ColoursPage(context, this::preview);
            case HISTORY -> new HistoryPage(context, services.history());
            case SETTINGS -> new SettingsPage(context, services.people(), firstRun::beginSignIn);
            case DIAGNOSTICS ->
                new DiagnosticsPage(context, services.doctor(), services.lights()::installRules, firstRun::beginSignIn);
        });
    }

    /** Where a page cannot be made, everything stays as it was, the rail's mark too. */
    private void go(Section to) {
        look(to);
        enter(to);
    }

    /** Its first control has the focus, if it is shown. */
    private void enter(Section to) {
        if (section == to) {
            arrive();
        }
    }

    private void arrive() {
        turn();
        unfocused = true;
        focusFirst();
    }

    /** What has the focus when there is nothing better. */
    private Node home() {
        return root.getLeft() == null ? shown.first() : rail.marked();
    }

    /** As {@link #go}, while the focus stays where it is. */
    private void look(Section to) {
        Section before = section;
        section = to;
        trouble.ifPresent(notes.getChildren()::remove);
        try {
            turn();
        } catch (RuntimeException e) {
            section = before;
            String sentence = words.say(Problem.of(Problem.Kind.INTERNAL));
            trouble = Optional.of(Parts.saying("page-trouble", sentence, "page-trouble"));
            trouble.ifPresent(notes.getChildren()::add);
            LOG.error("The page {} could not be made", to, e);
        }
        rail.mark(section);
    }

    /** Not while somebody signs in. */
    void goTo(Section to) {
        if (root.getLeft() != null) {
            go(to);
        }
    }

    /** Calls {@code back} whenever somebody comes back to this window from another one. */
    void onReturn(Runnable back) {
        stage.focusedProperty().addListener((property, before, focused) -> {
            if (focused && left) {
                back.run();
            }
            left |= !focused;
        });
    }

    Stage stage() {
        return stage;
    }

    /** Whether the language has changed since it was opened. */
    boolean isOutdated() {
        return !language.equals(words.locale());
    }

    /** Opens where {@code before} is, on the same page, and closes that one. */
    void replace(MainWindow before) {
        go(before.section);
        before.place.remember();
        open();
        before.close();
        area.scrollTo(before.area.scrolled());
    }

    /** Shows it with what is known, and goes on from there. */
    void open() {
        Runnable knowing = services.overviews()
                .watch(
                        latest -> {
                            if (stage.isShowing()) {
                                feed(latest);
                            }
                        },
                        Platform::runLater);
        Runnable picking = services.status().watch(next -> tick(), Platform::runLater);
        unwatch = () -> {
            knowing.run();
            picking.run();
        };
        place.take();
        stage.show();
        place.settle();
        // Decoding pictures would hold the window up.
        Platform.runLater(() -> stage.getIcons().addAll(Emblem.icons()));
        runTicker();
    }

    private void feed(Overview latest) {
        known = latest;
        firstRun.feed(latest.snapshot());
        shown.feed(latest);
        runTicker();
    }

    /** Nothing ticks while nobody looks, or while there is nothing that changes by the second. */
    private void runTicker() {
        ticker.run(shown.isMoving() && stage.isShowing() && !stage.isIconified(), shown.pace());
    }

    /** Before everything else that is open. */
    void raise() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    private void tick() {
        shown.tick();
        runTicker();
    }

    /** While somebody signs in there is nothing else; afterwards it goes on where it was. */
    private void turn() {
        boolean onTheWay = firstRun.route() != Route.PAGES;
        Page next = onTheWay ? firstRunPages.of(firstRun.route()) : page(section);
        if (shown == next) {
            return;
        }
        Page before = shown;
        shown = next;
        try {
            next.feed(known);
        } catch (RuntimeException e) {
            shown = before;
            throw e;
        }
        if (before != null) {
            before.hidden();
        }
        root.setLeft(onTheWay ? null : rail);
        settingsNotes.ifPresent(notes -> notes.show(!onTheWay));
        rail.mark(section);
        area.show(next);
        unfocused = false;
        runTicker();
    }

    /** The page shown has changed by itself. */
    private void moved() {
        focusFirst();
        runTicker();
    }

    /** What has the focus first may depend on what the page learns only later. */
    private void focusFirst() {
        if (unfocused && shown.first().getParent() != null && isSeen(shown.first())) {
            unfocused = false;
            shown.first().requestFocus();
        }
    }

    private Node first() {
        return shown.first();
    }

    private static boolean isSeen(Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }

    /** The first time ever it says what closing means, and only then closes. */
    private void askToClose() {
        if (closing.said()) {
            close();
        } else {
            closing.say();
            ask();
        }
    }

    private void ask() {
        closingQuestion.ask(
                words.say("ui.closing"),
                List.of(
                        new QuestionBar.Answer(
                                "close", words.say("ui.closing.close"), QuestionBar.Kind.MEANT, this::close),
                        new QuestionBar.Answer(
                                "quit", words.say("ui.closing.quit"), QuestionBar.Kind.PLAIN, services.window()::quit),
                        new QuestionBar.Answer(
                                "closing-cancel",
                                words.say("ui.cancel"),
                                QuestionBar.Kind.PLAIN,
                                closingQuestion::withdraw)));
    }

    /** What is to be known whatever page is shown. */
    private VBox notes() {
        if (services.firstRun().isDemo()) {
            notes.getChildren().add(demoNote());
        }
        settingsNotes.ifPresent(notes.getChildren()::add);
        Succession.after(notes, () -> List.of(shown.first()));
        settingsNotes.ifPresent(it -> Succession.after(it, () -> List.of(shown.first())));
        return notes;
    }

    private HBox demoNote() {
        Label text = Parts.saying("demo-text", words.say("ui.demo"));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button end =
                Parts.button(new Button(words.say("ui.demo.end")), "demo-end", services.window()::quit, Styles.SMALL);
        end.setMinWidth(Region.USE_PREF_SIZE);
        HBox note = new HBox(text, end);
        note.getStyleClass().add("demo-note");
        return note;
    }

    void close() {
        firstRun.close();
        unwatch.run();
        ticker.stop();
        shown.hidden();
        pages.values().forEach(Page::close);
        area.rest();
        place.leave();
        stage.close();
        stage.setScene(null);
    }
}
