package app.ampel.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The device codes that are out. Not thread-safe: {@link SignIn} guards it. */
final class DeviceCodes {

    static final Duration LIFE = Duration.ofSeconds(900);

    /** No vowels, so that no words come out, and nothing that looks like a digit or another letter. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    /** A code is forgotten so long after it expired; until then the client is told that it did. */
    private static final Duration KEPT = LIFE.multipliedBy(2);

    private final SecureRandom random;

    /** By device code, in the order they were asked for. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    enum State {
        WAITING,
        APPROVED,
        DECLINED,
        USED
    }

    record Entry(String deviceCode, String userCode, Scopes asked, Instant expires, State state) {

        Entry in(State next) {
            return new Entry(deviceCode, userCode, asked, expires, next);
        }

        boolean waitsAt(Instant now) {
            return state == State.WAITING && now.isBefore(expires);
        }
    }

    DeviceCodes(SecureRandom random) {
        this.random = random;
    }

    Entry begin(String deviceCode, Scopes asked, Instant now) {
        entries.values().removeIf(entry -> now.isAfter(entry.expires().plus(KEPT)));
        Entry entry = new Entry(deviceCode, userCode(), asked, now.plus(LIFE), State.WAITING);
        entries.put(deviceCode, entry);
        return entry;
    }

    Optional<Entry> byDeviceCode(String deviceCode) {
        return Optional.ofNullable(entries.get(deviceCode));
    }

    Optional<Entry> newestWaiting(Instant now) {
        return newest(entry -> entry.waitsAt(now));
    }

    /** As a person types it: case, spaces and the hyphen do not matter. */
    Optional<Entry> waiting(String userCode, Instant now) {
        String typed = bare(userCode);
        return newest(entry -> entry.waitsAt(now) && bare(entry.userCode()).equals(typed));
    }

    void put(Entry entry) {
        entries.put(entry.deviceCode(), entry);
    }

    private Optional<Entry> newest(Predicate<Entry> which) {
        return entries.values().stream().filter(which).reduce((earlier, later) -> later);
    }

    private static String bare(String userCode) {
        return userCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private String userCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
