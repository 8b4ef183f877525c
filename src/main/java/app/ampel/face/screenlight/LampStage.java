package app.ampel.face.screenlight;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * The window that is no window to whoever sees it: round, above all others, in no task bar, and not to be seen before it
 * has been painted. Belongs to the toolkit's thread.
 */
final class LampStage {

    private static final double SPECK = 1;

    /** In milliseconds: a picture has been painted by then. */
    private static final int SOON = 80;

    /** So often a window manager is asked whether it has the window in hand. */
    private static final int PATIENCE = 50;

    private final Stage stage = new Stage(StageStyle.TRANSPARENT);
    private final Optional<Stage> owner;
    private final LampDesktop desktop;

    /** Without a compositor nothing shows through. */
    private final boolean seeThrough = Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW);

    private boolean keptOut;
    private boolean isPainted;
    private boolean isHidden;
    private double size = SPECK;

    /** @param ground behind it where nothing shows through: corners in the rim's colour look meant */
    LampStage(String title, Parent body, Color ground, LampDesktop desktop) {
        this.desktop = desktop;
        stage.setScene(new Scene(body, seeThrough ? Color.TRANSPARENT : ground));
        stage.setTitle(title);
        stage.setAlwaysOnTop(true);
        stage.setResizable(false);
        owner = desktop.hidesOwned() ? Optional.of(unseen()) : Optional.empty();
        owner.ifPresent(stage::initOwner);
    }

    private static Stage unseen() {
        Stage unseen = new Stage(StageStyle.UTILITY);
        unseen.setScene(new Scene(new Pane()));
        unseen.setOpacity(0);
        unseen.setWidth(SPECK);
        unseen.setHeight(SPECK);
        return unseen;
    }

    void show() {
        owner.ifPresent(Stage::show);
        draw();
        stage.show();
        keptOut = desktop.keepOut(stage.getTitle());
        draw();
        later(PATIENCE);
    }

    /** Whether others do not see it on a shared screen. */
    boolean isKeptOut() {
        return keptOut;
    }

    /**
     * Hidden it is a clear speck, and no closed window: one that opens takes the keyboard from whatever somebody types
     * into.
     */
    void hide(boolean hidden) {
        isHidden = hidden;
        draw();
    }

    void size(double now) {
        size = now;
        draw();
    }

    private void draw() {
        boolean isSeen = isPainted && !isHidden;
        stage.setOpacity(isSeen ? 1 : 0);
        stage.setWidth(isHidden ? SPECK : size);
        stage.setHeight(isHidden ? SPECK : size);
        if (!seeThrough && stage.isShowing()) {
            int diameter = isSeen ? (int) Math.round(size * stage.getOutputScaleX()) : 0;
            GlassWindow.of(stage).ifPresent(window -> desktop.cut(window, diameter));
        }
    }

    void goTo(double x, double y) {
        stage.setX(x);
        stage.setY(y);
    }

    /** Its upper left corner. */
    Point2D place() {
        return new Point2D(stage.getX(), stage.getY());
    }

    void close() {
        stage.close();
        owner.ifPresent(Stage::close);
    }

    private void later(int tries) {
        CompletableFuture.delayedExecutor(SOON, TimeUnit.MILLISECONDS)
                .execute(() -> Platform.runLater(() -> unveil(tries)));
    }

    /** Shows it, since there is something to see by now, and has it leave the task bar as soon as it could be there. */
    private void unveil(int tries) {
        if (!stage.isShowing()) {
            return;
        }
        isPainted = true;
        draw();
        boolean isOut = owner.isPresent() || GlassWindow.of(stage).stream().allMatch(desktop::leaveTaskBar);
        if (!isOut && tries > 1) {
            later(tries - 1);
        }
    }
}
