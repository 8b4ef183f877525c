package app.ampel.domain.status;

import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Microsoft's pages say about presence, as a test understands them: written apart from the demo's tenant, and held
 * against the same table of cases ({@code presence-cases.txt}), so that neither tests itself. Words only.
 */
public final class ModelOfMicrosoft {

    private static final List<String> SESSIONS = List.of(
            "Available/Available", "Busy/InACall", "Busy/InAConferenceCall", "Away/Away", "DoNotDisturb/Presenting");
    private static final List<String> PREFERRED = List.of(
            "Available/Available",
            "Busy/Busy",
            "DoNotDisturb/DoNotDisturb",
            "BeRightBack/BeRightBack",
            "Away/Away",
            "Offline/OffWork");
    private static final List<String> LOUDEST_FIRST = List.of("DoNotDisturb", "Busy", "Available", "Away");

    private Optional<String> teams = Optional.empty();
    private String session = "";
    private Instant sessionSaid = Instant.MIN;
    private Instant sessionEnd = Instant.MIN;
    private String preferred = "";
    private Instant preferredEnd = Instant.MIN;
    private Optional<StatusMessage> note = Optional.empty();

    /** What the Teams clients say; empty: none runs. */
    public void teams(Optional<String> says) {
        teams = says;
    }

    /** False where Microsoft answers 400. */
    public boolean setPresence(String pair, Duration lease, Instant now) {
        boolean good = SESSIONS.contains(pair) && lease.toSeconds() >= 300 && lease.toSeconds() <= 14_400;
        if (good) {
            session = pair;
            sessionSaid = now;
            sessionEnd = now.plus(lease);
        }
        return good;
    }

    /** False where Microsoft answers 404. */
    public boolean clearPresence(Instant now) {
        boolean there = session(now).isPresent();
        sessionEnd = Instant.MIN;
        return there;
    }

    public boolean setUserPreferredPresence(String pair, Duration time, Instant now) {
        boolean good = PREFERRED.contains(pair) && time.toSeconds() > 0;
        if (good) {
            preferred = pair;
            preferredEnd = now.plus(time);
        }
        return good;
    }

    public void clearUserPreferredPresence() {
        preferredEnd = Instant.MIN;
    }

    public void setStatusMessage(StatusMessage message) {
        note = Optional.of(message).filter(m -> !m.text().isEmpty());
    }

    /** What the application's session says; Available fades after five minutes, and after ten. */
    public Optional<String> session(Instant now) {
        if (!now.isBefore(sessionEnd)) {
            return Optional.empty();
        }
        if (!session.startsWith("Available")) {
            return Optional.of(session);
        }
        Duration silent = Duration.between(sessionSaid, now);
        return Optional.of(
                silent.toMinutes() < 5
                        ? session
                        : silent.toMinutes() < 10 ? "Available/AvailableInactive" : "Away/Away");
    }

    public Optional<String> preferred(Instant now) {
        return Optional.of(preferred).filter(pair -> now.isBefore(preferredEnd));
    }

    public Optional<StatusMessage> note(Instant now) {
        return note.filter(m -> m.until().map(now::isBefore).orElse(true));
    }

    /** What everybody sees. */
    public String shown(Instant now) {
        List<String> sessions =
                Stream.of(session(now), teams).flatMap(Optional::stream).toList();
        if (sessions.isEmpty()) {
            return "Offline/Offline";
        }
        return preferred(now)
                .orElseGet(() -> LOUDEST_FIRST.stream()
                        .flatMap(loud -> sessions.stream().filter(pair -> pair.startsWith(loud + "/")))
                        .findFirst()
                        .orElse("Offline/Offline"));
    }

    public Presence presence(Instant now) {
        PresenceCode pair = pair(shown(now));
        return new Presence(pair.availability(), pair.activity(), false, note(now), Optional.empty(), "");
    }

    static PresenceCode pair(String words) {
        String[] two = words.split("/");
        return new PresenceCode(
                new app.ampel.domain.presence.Availability(two[0]), new app.ampel.domain.presence.Activity(two[1]));
    }
}
