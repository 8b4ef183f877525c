package app.ampel.adapter.graph.signin;

import app.ampel.domain.problem.Problem.Kind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words and numbers of Microsoft's sign-in mean, by Microsoft's list of AADSTS error codes and RFC 6749, 8628
 * and OpenID Connect for the words. The number says more than the word.
 */
public final class SignInCodes {

    private static final Pattern NUMBER = Pattern.compile("AADSTS([0-9]{4,9})");
    private static final Map<Integer, Kind> NUMBERS = numbers();
    private static final Map<String, Kind> WORDS = words();

    private SignInCodes() {}

    /** Such as {@code AADSTS53003}: the only part of a description that carries no name. */
    public static Optional<String> number(String description) {
        Matcher matcher = NUMBER.matcher(description == null ? "" : description);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** All numbers that are known. */
    static Map<Integer, Kind> all() {
        return NUMBERS;
    }

    public static Optional<Kind> byNumber(String code) {
        Matcher matcher = NUMBER.matcher(code);
        return matcher.matches()
                ? Optional.ofNullable(NUMBERS.get(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    static Optional<Kind> byWord(String error) {
        return Optional.ofNullable(error == null ? null : WORDS.get(error.toLowerCase(Locale.ROOT)));
    }

    private static Map<Integer, Kind> numbers() {
        Map<Integer, Kind> table = new HashMap<>();
        put(table, Kind.BLOCKED_BY_POLICY, 50131, 53003, 53004, 53009, 53010, 53011, 530032, 530034, 530035);
        // The hours in which the directory lets this user in; an age group.
        put(table, Kind.BLOCKED_BY_POLICY, 54000, 80012);
        // Tenant restrictions, set by the company's proxy.
        put(table, Kind.BLOCKED_BY_POLICY, 50002, 500021, 500022, 500212, 500213);
        put(table, Kind.CONSENT_NEEDED, 65001, 65002, 65005, 650056, 650057, 90008, 90009, 90093, 90094, 90095);
        put(table, Kind.CONSENT_NEEDED, 90097, 90099, 900941);
        put(table, Kind.SIGN_IN_DECLINED, 65004);
        put(table, Kind.PUBLIC_CLIENT_NOT_ALLOWED, 7000218, 70002, 700025);
        put(table, Kind.USER_NOT_ASSIGNED, 50105);
        // Locked, disabled, a guest who is disabled, deleted.
        put(table, Kind.ACCOUNT_BLOCKED, 50053, 50057, 500571, 500341);
        put(table, Kind.DEVICE_NOT_REGISTERED, 50005, 50097, 50127, 50129, 50155, 50187, 53000, 53001, 53002, 135011);
        put(table, Kind.DEVICE_NOT_REGISTERED, 530003, 530021, 530084, 700003);
        put(table, Kind.SIGN_IN_EXPIRED, 50058, 50085, 50089, 50139, 70000, 70008, 70043, 70044);
        put(table, Kind.SIGN_IN_EXPIRED, 700081, 700082, 700084);
        put(table, Kind.PASSWORD_EXPIRED, 50055, 50132, 50133, 50135, 50144, 50173);
        put(table, Kind.MFA_NEEDED, 50072, 50074, 50076, 50078, 50079, 50125, 50158, 500121, 51006, 700020);
        put(table, Kind.WRONG_TENANT, 16000, 16003, 50014, 50020, 500208, 50029, 50034, 50049, 50059, 50107, 50128);
        put(table, Kind.WRONG_TENANT, 50194, 51004, 700005, 90002, 90019, 900021, 900023, 90038, 90051, 90072);
        put(table, Kind.WRONG_TENANT, 90124, 90125, 90126, 90130, 9001023);
        put(table, Kind.PERSONAL_ACCOUNT, 9002346, 9001010);
        put(table, Kind.UNKNOWN_CLIENT, 70001, 700011, 700016, 700038, 7000112, 1000031);
        put(table, Kind.SIGN_IN_UNFINISHED, 70016, 70018, 70019, 70020);
        put(table, Kind.THROTTLED, 50088, 50166, 50196, 90055);
        put(table, Kind.SERVICE_FAILING, 40008, 40010, 50000, 50033, 50086, 50087, 70012, 80001, 80002, 80005);
        put(table, Kind.SERVICE_FAILING, 80007, 80014, 90006, 90012, 90024, 90033, 90036, 90090, 90091, 90092);
        return Map.copyOf(table);
    }

    private static void put(Map<Integer, Kind> table, Kind kind, int... numbers) {
        for (int number : numbers) {
            table.put(number, kind);
        }
    }

    private static Map<String, Kind> words() {
        return Map.ofEntries(
                Map.entry("authorization_declined", Kind.SIGN_IN_DECLINED),
                Map.entry("access_denied", Kind.SIGN_IN_DECLINED),
                Map.entry("expired_token", Kind.SIGN_IN_UNFINISHED),
                Map.entry("code_expired", Kind.SIGN_IN_UNFINISHED),
                Map.entry("bad_verification_code", Kind.SIGN_IN_UNFINISHED),
                Map.entry("authorization_pending", Kind.SIGN_IN_UNFINISHED),
                Map.entry("consent_required", Kind.CONSENT_NEEDED),
                Map.entry("unauthorized_client", Kind.PUBLIC_CLIENT_NOT_ALLOWED),
                Map.entry("invalid_client", Kind.UNKNOWN_CLIENT),
                Map.entry("invalid_grant", Kind.SIGN_IN_EXPIRED),
                Map.entry("interaction_required", Kind.MFA_NEEDED),
                Map.entry("login_required", Kind.SIGN_IN_EXPIRED),
                Map.entry("cache_miss", Kind.NOT_SIGNED_IN),
                Map.entry("slow_down", Kind.THROTTLED),
                Map.entry("temporarily_unavailable", Kind.SERVICE_FAILING),
                Map.entry("server_error", Kind.SERVICE_FAILING),
                Map.entry("invalid_json", Kind.SERVICE_UNREADABLE),
                Map.entry("invalid_jwt", Kind.SERVICE_UNREADABLE));
    }
}
