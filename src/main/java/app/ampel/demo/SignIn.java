package app.ampel.demo;

import app.ampel.domain.account.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The simulated tenant's sign-in: codes, the person's consent, tokens. Consent is per scope and stays; a refresh never
 * adds a scope that nobody agreed to. Thread-safe.
 */
public final class SignIn {

    /** As Entra's access tokens live, about. */
    public static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private static final String NEEDS_ADMINISTRATOR = "The grant requires admin permission.";
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final Clock clock;
    private final DemoUser person;
    private final Tokens tokens;
    private final DeviceCodes deviceCodes;
    private final Set<String> consented = new TreeSet<>();
    private final Map<String, IssuedCode> authorizationCodes = new HashMap<>();
    private boolean administrator = true;
    private final List<Consumer<PendingConsent>> listeners = new CopyOnWriteArrayList<>();

    /** An authorization code that was handed to a browser. */
    private record IssuedCode(AuthorizeRequest ask, Instant until) {}

    /**
     * @param clock the computer's own, as MSAL4J reads no other
     * @param tokenLife of access tokens; MSAL4J renews them 300 s before their end
     */
    public SignIn(Clock clock, DemoUser person, Duration tokenLife) {
        SecureRandom random = new SecureRandom();
        this.clock = clock;
        this.person = person;
        this.tokens = new Tokens(person, tokenLife, random);
        this.deviceCodes = new DeviceCodes(random);
    }

    Clock clock() {
        return clock;
    }

    /** The device code that waits for the person's word; the newest where there are several. */
    public synchronized Optional<PendingConsent> waiting() {
        return deviceCodes.newestWaiting(clock.instant()).map(this::ask);
    }

    /**
     * Has {@code listener} called, on the asking thread, for each device code that is handed out: be quick.
     *
     * @return ends it
     */
    public Runnable onAsked(Consumer<PendingConsent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Agrees to everything that was asked for. False when no such code waits (any more). */
    public synchronized boolean approve(String userCode) {
        Optional<DeviceCodes.Entry> entry = deviceCodes.waiting(userCode, clock.instant());
        entry.ifPresent(found -> {
            boolean may = !needsAdministrator(found.asked());
            if (may) {
                consented.addAll(found.asked().graph());
            }
            deviceCodes.put(found.in(may ? DeviceCodes.State.APPROVED : DeviceCodes.State.DECLINED));
        });
        return entry.isPresent();
    }

    /** False when no such code waits (any more). */
    public synchronized boolean decline(String userCode) {
        Optional<DeviceCodes.Entry> entry = deviceCodes.waiting(userCode, clock.instant());
        entry.ifPresent(found -> deviceCodes.put(found.in(DeviceCodes.State.DECLINED)));
        return entry.isPresent();
    }

    /** What an administrator can do: agree for everybody, so that nobody is asked. */
    public synchronized void grantForEverybody(Scope scope) {
        consented.add(scope.word());
    }

    /** What an administrator, or the person, can do at any time: take a consent back. Graph knows at once. */
    public synchronized void withdraw(Scope scope) {
        consented.remove(scope.word());
        tokens.withdraw(scope.word());
    }

    /** From now on the person is no administrator: asking for what only those may agree to is refused, until one does. */
    public synchronized void withoutAdministrator() {
        administrator = false;
    }

    private boolean needsAdministrator(Scopes asked) {
        return !administrator
                && asked.graph().stream()
                        .anyMatch(scope -> Scopes.ADMINISTRATORS.contains(scope) && !consented.contains(scope));
    }

    DeviceCodes.Entry beginDeviceCode(String clientId, Scopes asked) {
        AuthorizeRequest.requireClient(person, clientId);
        DeviceCodes.Entry entry;
        PendingConsent ask;
        synchronized (this) {
            entry = deviceCodes.begin(tokens.secret(), asked, clock.instant());
            ask = ask(entry);
        }
        listeners.forEach(listener -> listener.accept(ask));
        return entry;
    }

    synchronized Tokens.Issued redeemDeviceCode(String clientId, String deviceCode) {
        AuthorizeRequest.requireClient(person, clientId);
        Instant now = clock.instant();
        DeviceCodes.Entry entry = deviceCodes
                .byDeviceCode(deviceCode)
                .orElseThrow(() -> LoginRefusal.of("bad_verification_code", 70018, "Nobody was given this code."));
        switch (entry.state()) {
            case WAITING -> throw waitingOrExpired(entry, now);
            case DECLINED ->
                throw needsAdministrator(entry.asked())
                        ? LoginRefusal.of("access_denied", 90094, NEEDS_ADMINISTRATOR)
                        : LoginRefusal.of("authorization_declined", 0, "The person declined.");
            case USED -> throw LoginRefusal.of("invalid_grant", 54005, "The code was already redeemed.");
            case APPROVED -> deviceCodes.put(entry.in(DeviceCodes.State.USED));
        }
        return tokens.issue(entry.asked(), consented, now);
    }

    private static LoginRefusal waitingOrExpired(DeviceCodes.Entry entry, Instant now) {
        return entry.waitsAt(now)
                ? LoginRefusal.of("authorization_pending", 70016, "The person has not answered yet.")
                : LoginRefusal.of("expired_token", 70019, "The code has expired.");
    }

    synchronized PendingConsent ask(AuthorizeRequest ask) {
        return asked(Optional.empty(), ask.asked(), clock.instant().plus(CODE_LIFE));
    }

    synchronized AuthorizeRequest.Answer approve(AuthorizeRequest ask) {
        if (needsAdministrator(ask.asked())) {
            return answer(
                    ask, Map.of("error", "access_denied", "error_description", "AADSTS90094: " + NEEDS_ADMINISTRATOR));
        }
        Instant now = clock.instant();
        consented.addAll(ask.asked().graph());
        authorizationCodes.values().removeIf(issued -> !now.isBefore(issued.until()));
        String code = tokens.secret();
        authorizationCodes.put(code, new IssuedCode(ask, now.plus(CODE_LIFE)));
        return answer(ask, Map.of("code", code));
    }

    static AuthorizeRequest.Answer decline(AuthorizeRequest ask) {
        return answer(
                ask,
                Map.of("error", "access_denied", "error_description", "AADSTS65004: The person declined to consent."));
    }

    private static AuthorizeRequest.Answer answer(AuthorizeRequest ask, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("state", ask.state());
        return new AuthorizeRequest.Answer(ask.redirect(), form);
    }

    synchronized Tokens.Issued redeemAuthorizationCode(String clientId, String code, String redirect, String verifier) {
        AuthorizeRequest.requireClient(person, clientId);
        Instant now = clock.instant();
        IssuedCode issued = authorizationCodes.remove(code);
        if (issued == null || !now.isBefore(issued.until())) {
            throw LoginRefusal.of("invalid_grant", 70008, "The code has expired, or was used before.");
        }
        if (!issued.ask().redirect().toString().equals(redirect)) {
            throw LoginRefusal.of("invalid_client", 500112, "The reply address is another than was asked for.");
        }
        if (!issued.ask().challenge().equals(s256(verifier))) {
            throw LoginRefusal.of("invalid_grant", 501481, "The code_verifier does not match the code_challenge.");
        }
        return tokens.issue(issued.ask().asked(), consented, now);
    }

    synchronized Tokens.Issued refresh(String clientId, String refreshToken, Scopes asked) {
        AuthorizeRequest.requireClient(person, clientId);
        Instant now = clock.instant();
        if (!tokens.isGoodRefresh(refreshToken, now)) {
            throw LoginRefusal.of("invalid_grant", 70000, "The refresh token is not valid.");
        }
        if (!consented.containsAll(asked.graph())) {
            throw new LoginRefusal(
                    "invalid_grant", "consent_required", 65001, "The person has not consented to use the application.");
        }
        tokens.useUp(refreshToken);
        return tokens.issue(asked, consented, now);
    }

    synchronized Optional<Tokens.Access> access(String accessToken) {
        return tokens.access(accessToken, clock.instant());
    }

    private PendingConsent ask(DeviceCodes.Entry entry) {
        return asked(Optional.of(entry.userCode()), entry.asked(), entry.expires());
    }

    private PendingConsent asked(Optional<String> userCode, Scopes scopes, Instant expires) {
        Set<String> wanted = new LinkedHashSet<>(scopes.graph());
        wanted.removeAll(consented);
        Set<String> granted = new LinkedHashSet<>(scopes.graph());
        granted.retainAll(consented);
        return new PendingConsent(userCode, wanted, granted, expires);
    }

    private static String s256(String verifier) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return Jwt.encode(sha.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
