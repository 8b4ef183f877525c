package app.ampel.settings;

import app.ampel.json.Located;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the administrator has decided for everybody on this computer, read before the user's settings. What is said
 * there cannot be changed by the user.
 *
 * @param file where it stands
 * @param account what of it is decided
 * @param shortestPoll no two polls closer than this
 * @param historyOff whether nobody's presence is kept
 * @param notes what was ignored
 */
record MachineSettings(
        Path file,
        AccountSettings account,
        Optional<Duration> shortestPoll,
        boolean historyOff,
        List<SettingsNote> notes) {

    private static final String HISTORY = "/history/on";
    private static final Duration LEAST = Duration.ofSeconds(1);

    MachineSettings {
        Objects.requireNonNull(file);
        Objects.requireNonNull(account);
        Objects.requireNonNull(shortestPoll);
        notes = List.copyOf(notes);
    }

    /** Never fails: what cannot be read is noted. No file: nothing decided. The file is never written. */
    static MachineSettings read(Path file) {
        List<SettingsNote> notes = new ArrayList<>();
        Optional<Located> text =
                Files.notExists(file) ? Optional.empty() : SettingsText.read(file, Settings.VERSION, notes);
        if (text.isEmpty()) {
            return new MachineSettings(file, AccountSettings.NONE, Optional.empty(), false, notes);
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
        Optional<Duration> shortest = members.duration("/polling/shortest", LEAST, Settings.LONGEST_POLL);
        boolean historyOff =
                members.read(HISTORY, "false", MachineSettings::off).isPresent();
        members.noteUnknown();
        return new MachineSettings(file, account, shortest, historyOff, notes);
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
        check("/account/clientId", account.clientId(), was.clientId(), is.clientId());
        check("/account/tenant", account.tenant(), was.tenant(), is.tenant());
        check("/account/cloud", account.cloud(), was.cloud(), is.cloud());
        check("/account/signIn", account.signIn(), was.signIn(), is.signIn());
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
            throw new LockedSettingException("/polling/shortest", file);
        }
    }

    /** Signing in somewhere else would make the administrator's word mean nothing. */
    private boolean decidesWhere() {
        return account.clientId().isPresent()
                || account.tenant().isPresent()
                || account.cloud().isPresent();
    }

    private <T> void check(String member, Optional<T> locked, Optional<T> before, Optional<T> after)
            throws LockedSettingException {
        if (locked.isPresent() && !after.equals(before) && !after.equals(locked)) {
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
