package app.ampel.face.window.wall;

import app.ampel.domain.people.Wall;
import app.ampel.face.window.kit.Look;
import app.ampel.face.window.kit.Sign;
import app.ampel.face.window.kit.SignPath;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** One person: a disc in the state's colour with its sign, name, state, mail. Used again for another when the page turns. */
final class WallCell extends Region {

    // In sizes of a name.
    private static final double DISC = 1.9;
    private static final double SIGN = 1.0;
    private static final double GAP = 0.55;
    private static final double STATE = 0.76;
    private static final double MAIL = 0.6;

    private final Circle disc = new Circle();
    private final SVGPath sign = new SVGPath();
    private final Group signs = new Group(sign);
    private final Text name = new Text();
    private final Text state = new Text();
    private final Text mail = new Text();
    private final WallWords words;
    private final Ruler ruler;
    private final WallColours colours;
    private double size;

    WallCell(WallWords words, WallColours colours, Ruler ruler) {
        this.words = words;
        this.ruler = ruler;
        this.colours = colours;
        getStyleClass().add("wall-cell");
        setAccessibleRole(AccessibleRole.TEXT);
        sign.setFillRule(FillRule.EVEN_ODD);
        name.setTextOrigin(VPos.TOP);
        state.setTextOrigin(VPos.TOP);
        mail.setTextOrigin(VPos.TOP);
        name.getStyleClass().add("wall-name");
        state.getStyleClass().add("wall-state");
        mail.getStyleClass().add("wall-mail");
        name.setFill(Color.web(colours.text()));
        state.setFill(Color.web(colours.muted()));
        mail.setFill(Color.web(colours.muted()));
        getChildren().setAll(disc, signs, name, state, mail);
    }

    /** @param text the size of a name */
    void resize(double text) {
        if (size != text) {
            size = text;
            name.setFont(Font.font(null, FontWeight.BOLD, text));
            state.setFont(Font.font(text * STATE));
            mail.setFont(Font.font(text * MAIL));
            disc.setRadius(text * DISC / 2);
        }
    }

    /** @param width of the whole cell */
    void show(Wall.Row row, double width, boolean mails) {
        Look look = Look.of(row.presence());
        String said = words.state(row);
        String whole = WallWords.name(row);
        double room = width - left() - size * GAP;
        set(name, whole, room);
        set(state, said, room);
        set(mail, mails ? row.person().mail().orElse("") : "", room);
        disc.setFill(Color.web(colours.state(look.hue())));
        // A disc within a disc reads as a button to record with.
        sign.setContent(look.sign() == Sign.DISC ? "" : SignPath.of(look.sign()));
        sign.setFill(Color.web(colours.sign(look.hue())));
        scale();
        setAccessibleText(words.say("wall.person", whole, said));
        requestLayout();
    }

    private void set(Text line, String text, double room) {
        line.setText(ruler.cut(text, line.getFont(), room));
    }

    /** All signs are as large as one another, though not in the square in which they are drawn. */
    private void scale() {
        double largest = Math.max(
                sign.getLayoutBounds().getWidth(), sign.getLayoutBounds().getHeight());
        double scale = largest > 0 ? size * SIGN / largest : 1;
        sign.setScaleX(scale);
        sign.setScaleY(scale);
    }

    private double left() {
        return size * (DISC + GAP);
    }

    @Override
    protected void layoutChildren() {
        double lines = height(name) + height(state) + height(mail);
        double top = Math.max(0, (getHeight() - lines) / 2);
        for (Text line : List.of(name, state, mail)) {
            line.relocate(left(), top);
            top += height(line);
        }
        double middle = getHeight() / 2;
        disc.relocate(0, middle - disc.getRadius());
        signs.relocate(
                disc.getRadius() - signs.getLayoutBounds().getWidth() / 2,
                middle - signs.getLayoutBounds().getHeight() / 2);
    }

    private static double height(Text line) {
        return line.getText().isEmpty() ? 0 : line.getLayoutBounds().getHeight();
    }
}
