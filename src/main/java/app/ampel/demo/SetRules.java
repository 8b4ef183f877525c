package app.ampel.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be set, and for how long: the tables of Microsoft's pages on setPresence and setUserPreferredPresence. */
final class SetRules {

    static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
    static final Duration LONGEST_LEASE = Duration.ofHours(4);

    private static final Set<String> SESSION_PAIRS = Set.of(
            "Available/Available", "Busy/InACall", "Busy/InAConferenceCall", "Away/Away", "DoNotDisturb/Presenting");
    private static final Set<String> PREFERRED_PAIRS = Set.of(
            "Available/Available",
            "Busy/Busy",
            "DoNotDisturb/DoNotDisturb",
            "BeRightBack/BeRightBack",
            "Away/Away",
            "Offline/OffWork");
    private static final Set<String> PREFERRED_FOR_A_DAY = Set.of("busy", "donotdisturb");

    /** The pattern of Microsoft's own OpenAPI document. */
    private static final Pattern DURATION =
            Pattern.compile("-?P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]+)?S)?)?");

    private SetRules() {}

    static void requireSessionPair(ScriptedPresence pair) {
        require(SESSION_PAIRS, pair);
    }

    static void requirePreferredPair(ScriptedPresence pair) {
        require(PREFERRED_PAIRS, pair);
    }

    private static void require(Set<String> allowed, ScriptedPresence pair) {
        if (!allowed.contains(pair.toString())) {
            throw Refusal.invalidArgument("The combination of availability and activity is not supported.");
        }
    }

    /** PT5M to PT4H; PT5M when none is given. */
    static Duration lease(Optional<String> text) {
        Duration lease = text.map(SetRules::parse).orElse(SHORTEST_LEASE);
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
            throw Refusal.invalidArgument("The expirationDuration has to be between PT5M and PT4H.");
        }
        return lease;
    }

    /** No range is documented; when none is given, one day for Busy and DoNotDisturb and seven for the others. */
    static Duration preferredFor(ScriptedPresence pair, Optional<String> text) {
        boolean day = PREFERRED_FOR_A_DAY.contains(pair.availability().key());
        Duration duration = text.map(SetRules::parse).orElse(Duration.ofDays(day ? 1 : 7));
        if (duration.isNegative() || duration.isZero()) {
            throw Refusal.invalidArgument("The expirationDuration has to be positive.");
        }
        return duration;
    }

    private static Duration parse(String text) {
        if (!DURATION.matcher(text).matches()) {
            throw Refusal.invalidArgument("The expirationDuration is not a duration.");
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.invalidArgument("The expirationDuration is not a duration.");
        }
    }
}
