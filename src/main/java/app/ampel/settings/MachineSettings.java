package app.ampel.settings;

import app.ampel.account.Cloud;
import app.ampel.account.SignInWay;
import app.ampel.json.Located;
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
 * @param shortestPoll no two polls closer than this
 * @param notes what was ignored
 */
public record MachineSettings(
        Path file,
        Optional<String> clientId,
        Optional<String> tenant,
        Optional<Cloud> cloud,
        Optional<SignInWay> signIn,
        Optional<Duration> shortestPoll,
        List<SettingsNote> notes) {

    private static final Duration LEAST = Duration.ofSeconds(1);

    public MachineSettings {
        Objects.requireNonNull(file);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(cloud);
        Objects.requireNonNull(signIn);
        Objects.requireNonNull(shortestPoll);
        notes = List.copyOf(notes);
    }

    /** Never fails: what cannot be read is noted. No file: nothing decided. The file is never written. */
    public static MachineSettings read(Path file) {
        List<SettingsNote> notes = new ArrayList<>();
        Optional<Located> text =
                Files.notExists(file) ? Optional.empty() : SettingsText.read(file, Settings.VERSION, notes);
        if (text.isEmpty()) {
            return new MachineSettings(
                    file,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    notes);
        }
        Members members = new Members(file, text.get(), notes::add);
        members.at("/version");
        Optional<String> clientId = members.clientId();
        Optional<String> tenant = members.tenant();
        Optional<Cloud> cloud = members.cloud();
        Optional<SignInWay> signIn = members.signIn();
        Optional<Duration> shortest = members.duration("/polling/shortest", LEAST, Settings.LONGEST_POLL);
        members.noteUnknown();
        return new MachineSettings(file, clientId, tenant, cloud, signIn, shortest, notes);
    }

    /** What of the account is decided here. */
    AccountSettings account() {
        return new AccountSettings(clientId, tenant, cloud, Optional.empty(), Optional.empty(), signIn);
    }

    /** The user's settings as they are in force. */
    public Settings over(Settings user) {
        AccountSettings said = user.account();
        AccountSettings inForce = new AccountSettings(
                clientId.or(said::clientId),
                tenant.or(said::tenant),
                cloud.or(said::cloud),
                said.authority().filter(url -> !decidesWhere()),
                said.graph().filter(url -> !decidesWhere()),
                signIn.or(said::signIn));
        return user.withAccount(inForce)
                .withPolling(shortestPoll.map(user.polling()::atLeast).orElse(user.polling()));
    }

    /** Refuses a change that would go against what is decided here; saying the same again is no change. */
    void check(Settings before, Settings after) throws LockedSettingException {
        AccountSettings was = before.account();
        AccountSettings is = after.account();
        check("/account/clientId", clientId, was.clientId(), is.clientId());
        check("/account/tenant", tenant, was.tenant(), is.tenant());
        check("/account/cloud", cloud, was.cloud(), is.cloud());
        check("/account/signIn", signIn, was.signIn(), is.signIn());
        if (decidesWhere()) {
            checkUnchanged("/account/authority", was.authority(), is.authority());
            checkUnchanged("/account/graph", was.graph(), is.graph());
        }
        checkPoll(before.polling().usual(), after.polling().usual());
        checkPoll(before.polling().fastest(), after.polling().fastest());
        checkPoll(before.polling().slowest(), after.polling().slowest());
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
        return clientId.isPresent() || tenant.isPresent() || cloud.isPresent();
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
