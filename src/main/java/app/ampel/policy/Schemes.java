package app.ampel.policy;

import app.ampel.light.Colour;
import app.ampel.light.Effect;
import app.ampel.light.LightCommand;
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

    public static final List<Scheme> READY_MADE = List.of(CLASSIC, ONLY_IN_A_CALL);

    private Schemes() {}

    private static Map<PresenceGroup, LightCommand> classic() {
        Map<PresenceGroup, LightCommand> shows = new EnumMap<>(PresenceGroup.class);
        shows.put(PresenceGroup.IN_A_CALL, new LightCommand(Colour.RED, Effect.PULSE));
        shows.put(PresenceGroup.QUIET, LightCommand.solid(Colour.MAGENTA_RED));
        shows.put(PresenceGroup.IN_A_MEETING, LightCommand.solid(Colour.RED));
        shows.put(PresenceGroup.OUT_OF_OFFICE, LightCommand.solid(Colour.VIOLET));
        shows.put(PresenceGroup.DO_NOT_DISTURB, LightCommand.solid(Colour.MAGENTA_RED));
        shows.put(PresenceGroup.BUSY, LightCommand.solid(Colour.RED));
        shows.put(PresenceGroup.AVAILABLE, LightCommand.solid(Colour.GREEN));
        shows.put(PresenceGroup.AWAY, LightCommand.solid(Colour.AMBER));
        shows.put(PresenceGroup.OFFLINE, LightCommand.OFF);
        shows.put(PresenceGroup.UNKNOWN, DIM_WHITE);
        return shows;
    }

    private static Map<PresenceGroup, LightCommand> onlyInACall() {
        Map<PresenceGroup, LightCommand> shows = classic();
        shows.put(PresenceGroup.IN_A_MEETING, LightCommand.solid(Colour.AMBER));
        shows.put(PresenceGroup.BUSY, LightCommand.solid(Colour.AMBER));
        return shows;
    }

    /** Empty when there is none of that name. */
    public static Optional<Scheme> named(String name) {
        return READY_MADE.stream().filter(scheme -> scheme.name().equals(name)).findFirst();
    }
}
