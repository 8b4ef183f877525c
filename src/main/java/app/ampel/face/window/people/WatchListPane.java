package app.ampel.face.window.people;

import app.ampel.domain.people.WatchList;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.people.PeopleViewState.Line;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws the watch list: how many are free, and a line each, of which there are only as many as can be seen. */
final class WatchListPane extends VBox implements PersonCell.Verbs {

    private static final int FEWEST = 2;

    /** As high as anything that is clicked. */
    private static final double TARGET = 28;

    private final PeopleModel model;
    private final PeopleActs acts;
    private final PersonMenu menus;
    private final Label intro = Parts.text("people-intro");
    private final Label count = new Label();
    private final CheckBox freeFirst;
    private final ListView<Line> list = new ListView<>();
    private final Label trouble = Parts.text("people-trouble", "trouble");
    private final ContextMenu menu = new ContextMenu();
    private boolean drawing;

    WatchListPane(Messages words, PeopleModel model, PeopleActs acts, PersonMenu menus) {
        this.model = model;
        this.acts = acts;
        this.menus = menus;
        freeFirst = Parts.button(new CheckBox(words.say("ui.people.free-first")), "people-order", this::order);
        freeFirst.setMinHeight(TARGET);
        count.setId("people-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add(Styles.TITLE_4);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(count, between, freeFirst);
        head.getStyleClass().add("row");
        list.setId("people-list");
        list.setAccessibleText(words.say("ui.people.list"));
        list.setFixedCellSize(PersonCell.HEIGHT);
        list.setCellFactory(view -> new PersonCell(words, this));
        list.getStyleClass().add("people-list");
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseEntered(event -> model.held(true));
        list.setOnMouseExited(event -> model.held(menu.isShowing()));
        list.setOnContextMenuRequested(
                event -> selected().ifPresent(line -> open(line, list, event.getScreenX(), event.getScreenY())));
        menu.setOnHidden(event -> model.held(list.isHover()));
        VBox.setVgrow(list, Priority.ALWAYS);
        getStyleClass().add("watch-list");
        getChildren().addAll(intro, head, list, trouble);
    }

    private void order() {
        if (!drawing) {
            model.order(freeFirst.isSelected() ? WatchList.Order.FREE_FIRST : WatchList.Order.OWN);
        }
    }

    void show(PeopleViewState face) {
        drawing = true;
        intro.setText(face.intro());
        count.setText(face.count());
        freeFirst.setSelected(face.order() == WatchList.Order.FREE_FIRST);
        freeFirst.setVisible(!face.count().isEmpty());
        trouble.setText(face.trouble());
        lines(face.lines());
        list.setVisible(!face.lines().isEmpty());
        list.setMinHeight(height(Math.min(face.lines().size(), FEWEST)));
        list.setPrefHeight(list.getMinHeight());
        list.setMaxHeight(height(face.lines().size()));
        drawing = false;
    }

    private static double height(int lines) {
        return lines * PersonCell.HEIGHT + 2;
    }

    /** Whoever was chosen stays chosen, wherever that line is now. */
    private void lines(List<Line> lines) {
        if (list.getItems().equals(lines)) {
            return;
        }
        Optional<Line> chosen = selected();
        int index = list.getSelectionModel().getSelectedIndex();
        if (list.getItems().size() == lines.size()) {
            IntStream.range(0, lines.size())
                    .filter(i -> !lines.get(i).equals(list.getItems().get(i)))
                    .forEach(i -> list.getItems().set(i, lines.get(i)));
        } else {
            list.getItems().setAll(lines);
        }
        chosen.ifPresent(line -> list.getSelectionModel()
                .clearAndSelect(IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).id().equals(line.id()))
                        .findFirst()
                        .orElse(Math.min(index, lines.size() - 1))));
    }

    private Optional<Line> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void key(KeyEvent event) {
        Optional<Line> line = selected();
        if (line.isEmpty()) {
            return;
        }
        String id = line.get().id();
        switch (event.getCode()) {
            case ENTER -> act(line.get());
            case DELETE, BACK_SPACE -> model.remove(id);
            case SPACE -> menus.look(line.get());
            case UP, DOWN -> {
                if (!event.isAltDown()) {
                    return;
                }
                model.move(id, event.getCode() == KeyCode.UP ? -1 : 1);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Where arrows begin. */
    Node first() {
        return list;
    }

    boolean isEmpty() {
        return list.getItems().isEmpty();
    }

    /** From the field above. */
    void enter() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    @Override
    public void act(Line line) {
        model.act(line);
    }

    @Override
    public void call(Line line) {
        acts.call(line.id(), model.person(line.id()));
    }

    @Override
    public void menu(Line line, Node beside) {
        if (fill(line)) {
            // Of the list, not of the button: a menu takes on the size of the letters of whatever it belongs to.
            Bounds at = beside.localToScreen(beside.getBoundsInLocal());
            menu.show(list, at.getMinX(), at.getMaxY());
        }
    }

    private void open(Line line, Node over, double x, double y) {
        if (fill(line)) {
            menu.show(over, x, y);
        }
    }

    private boolean fill(Line line) {
        List<MenuItem> items = menus.of(line);
        menu.getItems().setAll(items);
        return !items.isEmpty();
    }
}
