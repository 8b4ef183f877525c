package app.ampel.domain.policy;

import app.ampel.domain.colour.ColourVision;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Speed;
import app.ampel.domain.presence.PresenceKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ready-made schemes, and colours that no scheme decides. */
public final class Schemes {

    /** White at a fifth of its brightness: "this light does not know". */
    public static final LightCommand DIM_WHITE = LightCommand.solid(Colour.WHITE.dimmedTo(20));

    /** "Nobody is signed in." */
    public static final LightCommand DOUBLE_WHITE = new LightCommand(Colour.WHITE, Effect.DOUBLE_BLINK);

    /** Red when busy: the one that Ampel starts with. */
    public static final Scheme CLASSIC = Scheme.of("classic", classic());

    /** Red in a call only. Whoever is busy otherwise may be asked: amber. */
    public static final Scheme ONLY_IN_A_CALL = Scheme.of("only-in-a-call", onlyInACall());

    /**
     * For people who see red and green alike: blue, red, yellow and azure. Of all pure colours (one channel full, one
     * dark) with blue for available, red for busy, yellow to amber for away and bluish for out of office, these have the
     * largest smallest distance from each other, from dark, white and {@link #DIM_WHITE}, for {@link ColourVision normal
     * sight, deuteranopia and protanopia}: 21 in CIEDE2000, where {@link #CLASSIC} has 2. A fifth colour would bring
     * that down to 15, so calls and Do not disturb are told from Busy by what they do; without effects they are still
     * red.
     */
    public static final Scheme COLOUR_BLIND = Scheme.of("colour-blind", colourBlind());

    public static final List<Scheme> READY_MADE = List.of(CLASSIC, ONLY_IN_A_CALL, COLOUR_BLIND);

    private Schemes() {}

    private static Map<PresenceKind, LightCommand> classic() {
        Map<PresenceKind, LightCommand> shows = new EnumMap<>(PresenceKind.class);
        shows.put(PresenceKind.IN_A_CALL, new LightCommand(Colour.RED, Effect.PULSE));
        shows.put(PresenceKind.FOCUSING, LightCommand.solid(Colour.MAGENTA_RED));
        shows.put(PresenceKind.IN_A_MEETING, LightCommand.solid(Colour.RED));
        shows.put(PresenceKind.OUT_OF_OFFICE, LightCommand.solid(Colour.VIOLET));
        shows.put(PresenceKind.DO_NOT_DISTURB, LightCommand.solid(Colour.MAGENTA_RED));
        shows.put(PresenceKind.BUSY, LightCommand.solid(Colour.RED));
        shows.put(PresenceKind.AVAILABLE, LightCommand.solid(Colour.GREEN));
        shows.put(PresenceKind.AWAY, LightCommand.solid(Colour.AMBER));
        shows.put(PresenceKind.OFFLINE, LightCommand.OFF);
        shows.put(PresenceKind.UNKNOWN, DIM_WHITE);
        return shows;
    }

    private static Map<PresenceKind, LightCommand> onlyInACall() {
        Map<PresenceKind, LightCommand> shows = classic();
        shows.put(PresenceKind.IN_A_MEETING, LightCommand.solid(Colour.AMBER));
        shows.put(PresenceKind.BUSY, LightCommand.solid(Colour.AMBER));
        return shows;
    }

    private static Map<PresenceKind, LightCommand> colourBlind() {
        LightCommand slowlyBlinking = new LightCommand(Colour.RED, Effect.BLINK, Speed.SLOW);
        Map<PresenceKind, LightCommand> shows = classic();
        shows.put(PresenceKind.AVAILABLE, LightCommand.solid(Colour.BLUE));
        shows.put(PresenceKind.AWAY, LightCommand.solid(Colour.YELLOW));
        shows.put(PresenceKind.OUT_OF_OFFICE, LightCommand.solid(Colour.AZURE));
        shows.put(PresenceKind.FOCUSING, slowlyBlinking);
        shows.put(PresenceKind.DO_NOT_DISTURB, slowlyBlinking);
        return shows;
    }

    /** Empty when there is none of that name. */
    public static Optional<Scheme> named(String name) {
        return READY_MADE.stream().filter(scheme -> scheme.name().equals(name)).findFirst();
    }
}
