package app.ampel.service.settings;

import app.ampel.service.json.LocatedJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * What the administrator has decided for everybody on this computer, read before the user's settings. What is said
 * there cannot be changed by the user. What cannot be understood there may have been a lock, so it is one: a mistake of
 * the administrator's opens nothing. Pure.
 *
 * @param file where it stands
 * @param managed whether there is such a file
 * @param decisions what is decided, in the order of the settings
 * @param notes what was ignored
 */
public record MachineSettings(Path file, boolean managed, List<Decision> decisions, List<SettingsNote> notes) {

    /**
     * One thing that is decided.
     *
     * @param path of what is decided
     * @param over puts it over the user's settings
     * @param refuses whether it is against a change from the first to the second
     */
    public record Decision(String path, UnaryOperator<Settings> over, BiPredicate<Settings, Settings> refuses) {}

    public MachineSettings {
        Objects.requireNonNull(file);
        decisions = List.copyOf(decisions);
        notes = List.copyOf(notes);
    }

    /** Reads the administrator's file; the other way round from the user's, what is doubtful there is decided. */
    private static final class Reading {

        private final SettingsTable table;
        private final SettingsReader in;
        private final boolean inDoubt;
        private final List<Decision> decisions = new ArrayList<>();
        private final List<String> held = new ArrayList<>();

        Reading(SettingsTable table, SettingsReader in, boolean inDoubt) {
            this.table = table;
            this.in = in;
            this.inDoubt = inDoubt;
        }

        MachineSettings read(Path file, List<SettingsNote> notes) {
            in.at("/version");
            table.lockable().forEach(this::read);
            in.noteUnknown();
            table.keys().forEach(this::follow);
            if (held.size() == table.lockable().count()) {
                notes.add(0, SettingsNote.about(SettingsNote.Kind.HELD, file, ""));
            }
            return new MachineSettings(file, true, decisions, notes);
        }

        private <T> void read(Key<Settings, T> key) {
            key.lock().closed().ifPresentOrElse(closed -> open(key, closed), () -> decide(key));
        }

        /** What is allowed is the user's to switch on. */
        private <T> void open(Key<Settings, T> key, T closed) {
            if (inDoubt) {
                held.add(key.path());
            }
            boolean allowed = !inDoubt
                    && in.read(key.path(), key.codec())
                            .filter(said -> !said.equals(closed))
                            .isPresent();
            if (!allowed) {
                put(key, closed);
            }
        }

        private <T> void decide(Key<Settings, T> key) {
            Optional<T> decided = key.lock().values().flatMap(codec -> in.read(key.path(), codec));
            boolean doubtful = inDoubt || decided.isEmpty() && isDoubtful(key);
            if (doubtful) {
                held.add(key.path());
            }
            Optional<T> value = decided.or(() -> key.lock().doubt().filter(doubt -> doubtful));
            if (value.isPresent()) {
                put(key, value.get());
            } else if (doubtful) {
                decisions.add(unchangeable(key, UnaryOperator.identity()));
            }
        }

        private <T> void put(Key<Settings, T> key, T value) {
            UnaryOperator<Settings> over = user -> key.set(user, value);
            decisions.add(
                    new Decision(key.path(), over, (before, after) -> table.loses(before, after, over.apply(after))));
        }

        /** What would be right for a user, but is not for the administrator to say, decides nothing. */
        private <T> boolean isDoubtful(Key<Settings, T> key) {
            boolean said = in.isThere(key.path()) || in.isHidden(key.path());
            return said && in.silent().read(key.path(), key.codec()).isEmpty();
        }

        private void follow(Key<Settings, ?> key) {
            if (decisions.stream().anyMatch(made -> key.lock().with().contains(made.path()))) {
                decisions.add(unchangeable(key, user -> key.copy(Settings.DEFAULT, user)));
            }
        }

        private static Decision unchangeable(Key<Settings, ?> key, UnaryOperator<Settings> over) {
            return new Decision(key.path(), over, (before, after) -> !key.isSame(before, after));
        }
    }

    /** Nothing is decided. */
    public static MachineSettings none(Path file) {
        return new MachineSettings(file, false, List.of(), List.of());
    }

    /**
     * What stands in the administrator's file.
     *
     * @param text empty: nothing of it could be read
     * @param notes why, and whatever was noted so far
     */
    public static MachineSettings of(
            SettingsTable table, Path file, Optional<LocatedJson> text, List<SettingsNote> notes) {
        List<SettingsNote> all = new ArrayList<>(notes);
        boolean inDoubt = notes.stream().anyMatch(note -> note.kind().hidesContent());
        LocatedJson there = text.orElseGet(() -> LocatedJson.read("{}".getBytes(StandardCharsets.UTF_8)));
        return new Reading(table, new SettingsReader(file, there, all::add), inDoubt).read(file, all);
    }

    /** The user's settings as they are in force. */
    Settings over(Settings user) {
        Settings inForce = user;
        for (Decision decision : decisions) {
            inForce = decision.over().apply(inForce);
        }
        return inForce;
    }

    /** Refuses a change that would go against what is decided here; saying the same again is no change. */
    void check(Settings before, Settings after) throws LockedSettingException {
        for (Decision decision : decisions) {
            if (decision.refuses().test(before, after)) {
                throw new LockedSettingException(decision.path(), file);
            }
        }
    }

    boolean isDecided(Key<Settings, ?> key) {
        return decisions.stream().anyMatch(decision -> decision.path().equals(key.path()));
    }

    /** No two polls closer than this: what becomes of asking as often as can be. */
    Optional<Duration> shortestPoll() {
        Settings eager = Settings.DEFAULT.withPolling(Settings.DEFAULT.polling().withSlowest(Duration.ofSeconds(1)));
        return Optional.of(over(eager).polling().fastest()).filter(shortest -> isDecided(Keys.SHORTEST_POLL));
    }
}
