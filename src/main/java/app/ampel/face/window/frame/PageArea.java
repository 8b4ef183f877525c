package app.ampel.face.window.frame;

import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.QuestionBar;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.FadeTransition;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Where pages are shown: scrolled, one width for all, in the middle of a wide window. What has to be answered first floats
 * above them, so that nothing moves.
 */
final class PageArea extends StackPane {

    /** As wide as a line can be read and a control still belongs to its name. */
    static final double WIDEST = 640;

    private static final double MARGIN = 12;
    private static final Duration SHORT = Duration.millis(120);

    private final BooleanSupplier still;
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(column);
    private final ChangeListener<Boolean> comes = this::comes;
    private List<QuestionBar> own = List.of();
    private Optional<FadeTransition> coming = Optional.empty();

    /** @param still whether nothing shall move */
    PageArea(BooleanSupplier still) {
        this.still = still;
        column.setAlignment(Pos.TOP_CENTER);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        sceneProperty().addListener((property, left, entered) -> {
            if (entered != null) {
                entered.focusOwnerProperty().addListener((owner, before, now) -> uncover(now));
            }
        });
    }

    /** The page from its beginning, and what it asks. */
    void show(Page page) {
        if (page.node() instanceof Region region) {
            region.setMaxWidth(WIDEST);
        }
        column.getChildren().setAll(page.node());
        scroll.setVvalue(0);
        own.forEach(this::drop);
        own = page.questions();
        own.forEach(question -> put(1, question));
        comeIn(page.node());
    }

    /** A question of the window itself, whatever page is shown. */
    void put(QuestionBar question) {
        put(getChildren().size(), question);
    }

    private void put(int height, QuestionBar question) {
        question.setMaxSize(WIDEST - 2 * MARGIN, USE_PREF_SIZE);
        setMargin(question, new Insets(MARGIN));
        getChildren().add(height, question);
        question.visibleProperty().addListener(comes);
        settle(question);
    }

    private void drop(QuestionBar question) {
        question.visibleProperty().removeListener(comes);
        getChildren().remove(question);
    }

    private void comes(ObservableValue<? extends Boolean> visible, boolean before, boolean now) {
        settle((QuestionBar) ((ReadOnlyProperty<?>) visible).getBean());
    }

    /** At the foot; but at the head where the foot is what the pointer is on. */
    private void settle(QuestionBar question) {
        if (!question.isVisible()) {
            column.setPadding(Insets.EMPTY);
            return;
        }
        double height = question.prefHeight(Math.min(getWidth(), WIDEST) - 2 * MARGIN) + 2 * MARGIN;
        boolean isCovered = question.asker()
                .filter(asker -> asker.getScene() == getScene())
                .map(this::here)
                .filter(asker -> asker.getMaxY() > getHeight() - height)
                .isPresent();
        setAlignment(question, isCovered ? Pos.TOP_CENTER : Pos.BOTTOM_CENTER);
        comeIn(question);
    }

    /** What has the focus is seen: it is not left below a question. */
    private void uncover(Node owner) {
        if (owner == null || !isOnThePage(owner)) {
            return;
        }
        getChildren().stream()
                .filter(QuestionBar.class::isInstance)
                .filter(question -> question.isVisible() && here(owner).intersects(question.getBoundsInParent()))
                .findFirst()
                .ifPresent(question -> {
                    boolean foot = getAlignment(question) == Pos.BOTTOM_CENTER;
                    double height = question.getBoundsInParent().getHeight() + 2 * MARGIN;
                    double away = foot
                            ? here(owner).getMaxY() - (getHeight() - height)
                            : here(owner).getMinY() - height;
                    column.setPadding(new Insets(foot ? 0 : height, 0, foot ? height : 0, 0));
                    scrollBy(foot ? away : away + height);
                });
    }

    private boolean isOnThePage(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (around == column) {
                return true;
            }
        }
        return false;
    }

    private void scrollBy(double pixels) {
        double before = scroll.getVvalue() * room();
        scroll.applyCss();
        scroll.layout();
        scroll.setVvalue(room() <= 0 ? 0 : Math.min(1, Math.max(0, (before + pixels) / room())));
    }

    private double room() {
        return column.getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
    }

    private Bounds here(Node node) {
        return sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    }

    private void comeIn(Node node) {
        rest();
        if (!still.getAsBoolean()) {
            FadeTransition fade = new FadeTransition(SHORT, node);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.setOnFinished(event -> coming = Optional.empty());
            fade.play();
            coming = Optional.of(fade);
        }
    }

    /** Ends what moves; to be called before the window is closed. */
    void rest() {
        coming.ifPresent(before -> {
            before.stop();
            before.getNode().setOpacity(1);
        });
        coming = Optional.empty();
    }

    /** How far it is scrolled, as {@link ScrollPane#getVvalue}. */
    double scrolled() {
        return scroll.getVvalue();
    }

    void scrollTo(double where) {
        scroll.setVvalue(where);
    }
}
