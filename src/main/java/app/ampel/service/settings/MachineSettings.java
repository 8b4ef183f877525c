package app.ampel.service.settings;

import app.ampel.domain.presence.PollingLimits;
import app.ampel.service.json.Located;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the administrator has decided for everybody on this computer, read before the user's settings. What is said
 * there cannot be changed by the user. What cannot be understood there may have been a lock, so it is one: a mistake of
 * the administrator's opens nothing.
 *
 * @param file where it stands
 * @param account what of it is decided
 * @param shortestPoll no two polls closer than this
 * @param historyOff whether nobody's presence is kept
 * @param held members that stay as they are, because what is decided about them cannot be read
 * @param notes what was ignored
 */
record MachineSettings(
        Path file,
        AccountSettings account,
        Optional<Duration> shortestPoll,
        boolean historyOff,
        Set<String> held,
        List<SettingsNote> notes) {

    private static final String CLIENT_ID = "/account/clientId";
    private static final String TENANT = "/account/tenant";
    private static final String CLOUD = "/account/cloud";
    private static final String SIGN_IN = "/account/signIn";
    private static final String SHORTEST = "/polling/shortest";

    private static final String HISTORY = "/history/on";
    private static final Set<String> ALL = Set.of(CLIENT_ID, TENANT, CLOUD, SIGN_IN, SHORTEST, HISTORY);
    private static final Duration LEAST = Duration.ofSeconds(1);

    MachineSettings {
        Objects.requireNonNull(file);
        Objects.requireNonNull(account);
        Objects.requireNonNull(shortestPoll);
        held = Set.copyOf(held);
        notes = List.copyOf(notes);
    }

    /** Never fails: what cannot be read is noted, and held. No file: nothing decided. The file is never written. */
    static MachineSettings read(Path file) {
        List<SettingsNote> notes = new ArrayList<>();
        Optional<Located> text =
                Files.notExists(file) ? Optional.empty() : SettingsText.read(file, Settings.VERSION, notes);
        if (text.isEmpty()) {
            return holding(file, AccountSettings.NONE, Optional.empty(), false, notes);
        }
        Members members = new Members(file, text.get(), notes::add);
        members.at("/version");
        AccountSettings account = new AccountSettings(
                members.clientId(),
                members.tenant(),
                members.cloud(),
                Optional.empty(),
                Optional.empty(),
                members.signIn());
        Optional<Duration> shortest = members.duration(SHORTEST, LEAST, Settings.LONGEST_POLL);
        boolean historyOff =
                members.read(HISTORY, "false", MachineSettings::off).isPresent();
        members.noteUnknown();
        return holding(file, account, shortest, historyOff, notes);
    }

    private static MachineSettings holding(
            Path file,
            AccountSettings account,
            Optional<Duration> shortest,
            boolean historyOff,
            List<SettingsNote> notes) {
        Set<String> held = notes.stream().flatMap(MachineSettings::held).collect(Collectors.toSet());
        if (held.equals(ALL)) {
            notes.add(0, SettingsNote.about(SettingsNote.Kind.HELD, file, ""));
        }
        return new MachineSettings(
                file,
                account,
                held.contains(SHORTEST) && shortest.isEmpty() ? Optional.of(PollingLimits.DEFAULT.usual()) : shortest,
                historyOff || held.contains(HISTORY),
                held,
                notes);
    }

    /** What may have been locked where {@code note} says that something was not understood. */
    private static Stream<String> held(SettingsNote note) {
        String member = "/" + note.member();
        return switch (note.kind()) {
            case NOT_JSON, TOO_LARGE, UNREADABLE -> ALL.stream();
            // That something is kept of somebody locks nothing, whoever decides it.
            case WRONG ->
                ALL.contains(member) && !(member.equals(HISTORY) && note.value().equals("true"))
                        ? Stream.of(member)
                        : Stream.empty();
            case UNKNOWN, NEWER, HELD, KEPT, NOT_KEPT -> Stream.empty();
        };
    }

    /** That something is kept of somebody is for nobody else to decide. */
    private static Optional<Boolean> off(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isBoolean)
                .map(JsonNode::booleanValue)
                .filter(on -> !on);
    }

    /** The user's settings as they are in force. */
    Settings over(Settings user) {
        AccountSettings said = user.account();
        AccountSettings inForce = decidesWhere()
                ? new AccountSettings(
                        said.clientId(), said.tenant(), said.cloud(), Optional.empty(), Optional.empty(), said.signIn())
                : said;
        return user.withAccount(inForce.with(account))
                .withPolling(shortestPoll.map(user.polling()::atLeast).orElse(user.polling()))
                .withHistory(
                        historyOff ? new HistorySettings(false, user.history().days()) : user.history());
    }

    /** Refuses a change that would go against what is decided here; saying the same again is no change. */
    void check(Settings before, Settings after) throws LockedSettingException {
        AccountSettings was = before.account();
        AccountSettings is = after.account();
        check(CLIENT_ID, account.clientId(), was.clientId(), is.clientId());
        check(TENANT, account.tenant(), was.tenant(), is.tenant());
        check(CLOUD, account.cloud(), was.cloud(), is.cloud());
        check(SIGN_IN, account.signIn(), was.signIn(), is.signIn());
        if (decidesWhere()) {
            checkUnchanged("/account/authority", was.authority(), is.authority());
            checkUnchanged("/account/graph", was.graph(), is.graph());
        }
        checkPoll(before.polling().usual(), after.polling().usual());
        checkPoll(before.polling().fastest(), after.polling().fastest());
        checkPoll(before.polling().slowest(), after.polling().slowest());
        if (historyOff && after.history().on() && !before.history().on()) {
            throw new LockedSettingException(HISTORY, file);
        }
    }

    private void checkPoll(Duration before, Duration after) throws LockedSettingException {
        boolean faster = shortestPoll
                .filter(shortest -> after.compareTo(shortest) < 0 && !after.equals(before))
                .isPresent();
        if (faster) {
            throw new LockedSettingException(SHORTEST, file);
        }
    }

    /** Signing in somewhere else would make the administrator's word mean nothing. */
    private boolean decidesWhere() {
        return account.clientId().isPresent()
                || account.tenant().isPresent()
                || account.cloud().isPresent()
                || Stream.of(CLIENT_ID, TENANT, CLOUD).anyMatch(held::contains);
    }

    private <T> void check(String member, Optional<T> locked, Optional<T> before, Optional<T> after)
            throws LockedSettingException {
        boolean isLocked = locked.isPresent() || held.contains(member);
        if (isLocked && !after.equals(before) && !(locked.isPresent() && after.equals(locked))) {
            throw new LockedSettingException(member, file);
        }
    }

    private <T> void checkUnchanged(String member, Optional<T> before, Optional<T> after)
            throws LockedSettingException {
        if (!after.equals(before)) {
            throw new LockedSettingException(member, file);
        }
    }
}
