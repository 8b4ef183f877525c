package app.ampel.face.window.people;

import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.signin.LetterModel;
import app.ampel.face.window.signin.LetterPane;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The page of people: a field to search in, and below it one thing at a time: the watch list, what was found, the form, the
 * answer. Microsoft is asked only while it is in a window that can be seen.
 */
public final class PeoplePage extends VBox implements Page {

    private static final KeyCombination TO_SEARCH = KeyCombination.valueOf("Shortcut+F");

    private final PeopleModel model;
    private final ConsentModel consent;
    private final SearchModel searching;
    private final FindModel finding;
    private final ManageModel managing;
    private final TextField search = new TextField();
    private final FlowPane chips = new FlowPane();
    private final WatchListPane watchList;
    private final VBox home;
    private final SearchPane hits;
    private final FindPane find;
    private final CardPane card;
    private final ManagePane manage;
    private final BarrierPane barrier;
    private final StackPane deck = new StackPane();
    private final SayingBar saying;
    private final Button findButton;
    private final ObservableValue<Boolean> seen;
    private Node place;
    private Optional<Node> before = Optional.empty();
    private List<String> drawnChips = List.of();

    /**
     * @param demo whether there is nobody behind a link
     * @param signIn leads to the sign-in
     */
    public PeoplePage(PageContext context, PeopleService people, boolean demo, Runnable signIn) {
        Messages words = context.words();
        saying = new SayingBar(words);
        LetterModel letter = new LetterModel(context.window()::open, Parts::copy, words);
        TeamsLinkOpener opener = new TeamsLinkOpener(context.window()::open, Parts::copy, demo, words);
        PeopleActs acts = new PeopleActs(context, people, opener, saying::show);
        consent = new ConsentModel(context, people, letter, this::changed);
        model = new PeopleModel(context, people, consent, acts, saying::show);
        searching = new SearchModel(context, people, model::isWatched);
        finding = new FindModel(context, people, model, acts, consent);
        managing = new ManageModel(words, model, acts);
        PersonMenu menus = new PersonMenu(words, model, acts, this::look, this::manage);
        watchList = new WatchListPane(words, model, acts, menus);
        findButton = Parts.button(new Button(words.say("ui.people.find.open")), "people-find", this::openForm);
        home = new VBox(chips, watchList);
        hits = new SearchPane(words, searching, acts::add, this::look);
        find = new FindPane(words, finding, consent, this::toCard, this::leave);
        card = new CardPane(words, finding, this::leave);
        manage = new ManagePane(words, managing, this::leave);
        barrier = new BarrierPane(words, step -> model.step(step, signIn));
        place = home;
        seen = sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(PeoplePage::visible)
                .orElse(false);
        build(words, new LetterPane(letter, words));
        model.viewStateProperty().addListener((property, past, now) -> {
            show(now);
            context.moved().run();
        });
        finding.viewStateProperty()
                .addListener((property, past, now) -> context.moved().run());
        seen.addListener((property, past, now) -> model.seen(now));
        show(model.viewState());
    }

    private void toCard() {
        go(card);
        card.first().requestFocus();
    }

    private static ObservableValue<Boolean> visible(Window window) {
        return window instanceof Stage stage
                ? Bindings.createBooleanBinding(
                        () -> stage.isShowing() && !stage.isIconified(),
                        stage.showingProperty(),
                        stage.iconifiedProperty())
                : window.showingProperty();
    }

    private void build(Messages words, LetterPane letter) {
        getStyleClass().addAll("page", "people-page");
        Label title = new Label(words.say("ui.section.people"));
        title.getStyleClass().add(Styles.TITLE_2);
        search.setId("people-search");
        search.setPromptText(words.say("ui.people.search"));
        search.setAccessibleText(words.say("ui.people.search.name"));
        search.textProperty().addListener((property, past, now) -> type(now));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        search.managedProperty().bind(search.visibleProperty());
        chips.getStyleClass().add("chips");
        home.getStyleClass().add("watch-list");
        VBox.setVgrow(watchList, Priority.ALWAYS);
        VBox.setVgrow(deck, Priority.ALWAYS);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && place != home) {
                leave();
                event.consume();
            }
        });
        sceneProperty()
                .addListener((property, past, now) -> moved(Optional.ofNullable(past), Optional.ofNullable(now)));
        getChildren().addAll(title, search, letter, deck, saying);
    }

    /** As high as what can be seen, so that the list scrolls and not the page. */
    private void moved(Optional<Scene> past, Optional<Scene> now) {
        past.ifPresent(scene -> scene.getAccelerators().remove(TO_SEARCH));
        now.ifPresent(scene -> scene.getAccelerators().put(TO_SEARCH, search::requestFocus));
        minHeightProperty().unbind();
        for (Node outside = getParent(); outside != null; outside = outside.getParent()) {
            if (outside instanceof ScrollPane scroll) {
                minHeightProperty().bind(scroll.viewportBoundsProperty().map(Bounds::getHeight));
            }
        }
    }

    private void searchKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN, ENTER -> {
                if (searching.isSearching()) {
                    hits.enter();
                } else if (event.getCode() == KeyCode.DOWN && place == home && !watchList.isEmpty()) {
                    watchList.enter();
                }
                event.consume();
            }
            case ESCAPE -> {
                if (searching.isSearching()) {
                    search.clear();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void type(String text) {
        searching.type(text);
        if (searching.isSearching() != (place == hits)) {
            go(searching.isSearching() ? hits : home);
        }
    }

    private void openForm() {
        find.fill(FindForm.EMPTY);
        find.clearQuestion();
        go(find);
        find.first().requestFocus();
    }

    /** One person's state. */
    private void look(String id) {
        go(card);
        finding.look(id);
    }

    private void manage() {
        go(manage);
        managing.show();
    }

    private void run(PeopleSnapshot.Search search) {
        go(card);
        finding.run(search.search());
    }

    private void go(Node where) {
        if (place == home && getScene() != null) {
            before = Optional.ofNullable(getScene().getFocusOwner());
        }
        saying.show(TeamsLinkOpener.Saying.NOTHING);
        place = where;
        if (place == home) {
            model.settled();
        }
        show(model.viewState());
    }

    /** Back to the watch list, or to what was found. */
    private void leave() {
        finding.close();
        managing.leave();
        go(searching.isSearching() ? hits : home);
        before.filter(node -> node.getScene() != null && node.isVisible())
                .orElse(search)
                .requestFocus();
    }

    private void changed() {
        model.show();
    }

    private void show(PeopleViewState face) {
        watchList.show(face);
        chips(face.searches());
        find.show(face.lists());
        searching.show();
        finding.show();
        if (place == manage) {
            managing.show();
        }
        face.barrier().ifPresent(barrier::show);
        search.setVisible(face.barrier().isEmpty());
        Node wanted = face.barrier().isPresent() ? barrier : place;
        if (!deck.getChildren().equals(List.of(wanted))) {
            deck.getChildren().setAll(wanted);
        }
    }

    private void chips(List<String> names) {
        if (!chips.getChildren().isEmpty() && drawnChips.equals(names)) {
            return;
        }
        drawnChips = names;
        chips.getChildren().setAll(findButton);
        for (PeopleSnapshot.Search each : model.snapshot().searches()) {
            Button chip = Parts.button(new Button(each.search().name()), "people-saved", () -> run(each), "chip");
            chip.setMnemonicParsing(false);
            chips.getChildren().add(chip);
        }
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return search.isVisible() ? search : barrier.first();
    }

    @Override
    public void feed(Snapshot now) {
        model.feed(now);
    }

    @Override
    public void tick() {
        finding.show();
    }

    @Override
    public boolean isMoving() {
        return finding.isMoving();
    }

    @Override
    public void hidden() {
        model.seen(false);
    }

    @Override
    public void close() {
        finding.close();
        searching.close();
        model.close();
    }
}
