package app.ampel.tray;

import java.util.Optional;

/**
 * How a state looks.
 *
 * @param body in its colour
 * @param outline of the colour that sets the body off from a panel of nearly its own; empty for shapes that are thin
 *     themselves, whose middle grey stands out from light and dark alike
 * @param sign on top of the body
 */
record Drawing(Shape body, int colour, Optional<Integer> outline, Optional<Shape> sign, int signColour) {

    // Teams' own colours on a screen.
    private static final int GREEN = 0x13a10e;
    private static final int RED = 0xd13438;
    private static final int YELLOW = 0xeaa300;
    private static final int VIOLET = 0xc239b3;
    private static final int GREY = 0x808080;

    private static final int WHITE = 0xffffff;
    private static final int INK = 0x1f1f1f;

    private static final double DISC = 0.86;
    private static final Shape FULL = Shape.disc(0, 0, DISC);
    private static final Shape RING = Shape.ring(0.72, 0.34);

    static Drawing of(IconState state) {
        return switch (state) {
            case AVAILABLE -> signed(GREEN, tick());
            case BUSY -> new Drawing(FULL, RED, Optional.of(WHITE), Optional.empty(), 0);
            case IN_A_CALL -> signed(RED, handset());
            case DO_NOT_DISTURB -> signed(RED, Shape.box(-0.5, -0.125, 0.5, 0.125));
            case AWAY -> new Drawing(FULL, YELLOW, Optional.of(INK), Optional.of(clockHands()), INK);
            case OFFLINE -> thin(RING);
            case OUT_OF_OFFICE -> signed(VIOLET, arrow());
            case UNKNOWN -> thin(Shape.dots(8, 0.74, 0.2));
            case NO_NETWORK -> thin(RING.and(slash()));
            case THROTTLED -> signed(GREY, threeDots());
            case CONSENT_MISSING -> signed(GREY, padlock());
            case SIGNED_OUT -> signed(GREY, exclamationMark());
            case PAUSED -> signed(GREY, twoBars());
        };
    }

    private static Drawing thin(Shape body) {
        return new Drawing(body, GREY, Optional.empty(), Optional.empty(), 0);
    }

    private static Drawing signed(int colour, Shape sign) {
        return new Drawing(FULL, colour, Optional.of(WHITE), Optional.of(sign), WHITE);
    }

    private static Shape tick() {
        return Shape.line(-0.42, 0.06, -0.12, 0.36, 0.24).and(Shape.line(-0.12, 0.36, 0.44, -0.26, 0.24));
    }

    private static Shape clockHands() {
        return Shape.line(-0.06, -0.5, -0.06, 0.1, 0.24).and(Shape.line(-0.06, 0.1, 0.34, 0.34, 0.24));
    }

    /** A receiver, mouth and ear to the upper right. */
    private static Shape handset() {
        Shape bow = Shape.disc(0.42, -0.42, 0.98)
                .without(Shape.disc(0.42, -0.42, 0.68))
                .within(Shape.box(-0.5, -0.5, 0.5, 0.5));
        Shape ear = Shape.line(-0.36, -0.42, -0.2, -0.24, 0.3);
        Shape mouth = Shape.line(0.24, 0.2, 0.42, 0.36, 0.3);
        return bow.and(ear).and(mouth);
    }

    private static Shape arrow() {
        return Shape.line(-0.46, 0, 0.46, 0, 0.2)
                .and(Shape.line(-0.46, 0, -0.1, -0.36, 0.2))
                .and(Shape.line(-0.46, 0, -0.1, 0.36, 0.2));
    }

    private static Shape slash() {
        return Shape.line(-0.5, 0.5, 0.5, -0.5, 0.26);
    }

    private static Shape threeDots() {
        return Shape.disc(-0.44, 0, 0.14).and(Shape.disc(0, 0, 0.14)).and(Shape.disc(0.44, 0, 0.14));
    }

    private static Shape padlock() {
        Shape bow = Shape.disc(0, -0.16, 0.34)
                .without(Shape.disc(0, -0.16, 0.18))
                .within(Shape.box(-0.5, -0.6, 0.5, -0.06));
        return Shape.box(-0.44, -0.1, 0.44, 0.48).and(bow);
    }

    private static Shape exclamationMark() {
        return Shape.box(-0.125, -0.58, 0.125, 0.16).and(Shape.box(-0.125, 0.32, 0.125, 0.56));
    }

    private static Shape twoBars() {
        return Shape.box(-0.375, -0.44, -0.125, 0.44).and(Shape.box(0.125, -0.44, 0.375, 0.44));
    }
}
