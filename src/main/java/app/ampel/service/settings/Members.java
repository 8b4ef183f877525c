package app.ampel.service.settings;

import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.naming.WireName;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.service.json.Json;
import app.ampel.service.json.Located;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads values out of one file, leniently: what is wrong or unknown becomes a note, and the rest is read all the same. */
final class Members {

    private final Path file;
    private final Located located;
    private final Consumer<SettingsNote> notes;
    private final Set<String> known = new HashSet<>();

    Members(Path file, Located located, Consumer<SettingsNote> notes) {
        this.file = file;
        this.located = located;
        this.notes = notes;
    }

    JsonNode at(String path) {
        for (String parent = path; !parent.isEmpty(); parent = parent.substring(0, parent.lastIndexOf('/'))) {
            known.add(parent);
        }
        return located.root().at(path);
    }

    /** The value at {@code path}, empty when it is not there, or wrong, which is noted. */
    <T> Optional<T> read(String path, String allowed, Function<JsonNode, Optional<T>> reader) {
        JsonNode node = at(path);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(node);
        if (value.isEmpty()) {
            wrong(path, allowed);
        }
        return value;
    }

    void wrong(String path, String allowed) {
        JsonNode node = located.root().at(path);
        String value = node.isTextual() ? '"' + node.textValue() + '"' : Json.line(node);
        notes.accept(
                new SettingsNote(SettingsNote.Kind.WRONG, file, located.line(path), path.substring(1), value, allowed));
    }

    static Function<JsonNode, Optional<Integer>> number(int least, int most) {
        return node -> Optional.of(node)
                .filter(it -> it.isIntegralNumber() && it.canConvertToInt())
                .map(JsonNode::intValue)
                .filter(it -> it >= least && it <= most);
    }

    Optional<String> clientId() {
        return read("/account/clientId", AccountValues.CLIENT_ID, text(AccountValues::clientId));
    }

    Optional<String> tenant() {
        return read("/account/tenant", AccountValues.TENANT, text(AccountValues::tenant));
    }

    Optional<Cloud> cloud() {
        return word("/account/cloud", Cloud.class);
    }

    Optional<SignInWay> signIn() {
        return word("/account/signIn", SignInWay.class);
    }

    <E extends Enum<E> & WireName> Optional<E> word(String path, Class<E> among) {
        return read(path, words(among), text(word -> WireName.of(word, among)));
    }

    static <E extends Enum<E> & WireName> String words(Class<E> of) {
        return String.join(", ", WireName.all(of));
    }

    Optional<URI> url(String path) {
        return read(path, AccountValues.URL, text(AccountValues::url));
    }

    Optional<Duration> duration(String path, Duration least, Duration most) {
        return read(path, least + " – " + most, text(Members::parse)).filter(value -> {
            boolean within = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
            if (!within) {
                wrong(path, least + " – " + most);
            }
            return within;
        });
    }

    PollingLimits polling() {
        PollingLimits usual = PollingLimits.DEFAULT;
        Duration least = Duration.ofSeconds(1);
        Optional<Duration> fastest = duration("/polling/fastest", least, Settings.LONGEST_POLL);
        Optional<Duration> middle = duration("/polling/usual", least, Settings.LONGEST_POLL);
        Optional<Duration> slowest = duration("/polling/slowest", least, Settings.LONGEST_POLL);
        try {
            return new PollingLimits(
                    middle.orElse(usual.usual()), fastest.orElse(usual.fastest()), slowest.orElse(usual.slowest()));
        } catch (IllegalArgumentException e) {
            wrong("/polling", "PT1S <= fastest <= usual <= slowest");
            return usual;
        }
    }

    Optional<Boolean> flag(String path) {
        return read(
                path,
                "true, false",
                node -> Optional.of(node).filter(JsonNode::isBoolean).map(JsonNode::booleanValue));
    }

    /** Says what nobody has asked for: misspelt members, most likely. */
    void noteUnknown() {
        noteUnknown(located.root(), "");
    }

    /** The same below an object in an array, which is looked at nowhere else. */
    void noteUnknownIn(String path) {
        noteUnknown(located.root().at(path), path);
    }

    private void noteUnknown(JsonNode node, String path) {
        for (var member : node.properties()) {
            String at = path + "/" + Located.escape(member.getKey());
            if (known.contains(at)) {
                noteGroup(member.getValue(), at);
            } else {
                notes.accept(new SettingsNote(
                        SettingsNote.Kind.UNKNOWN, file, located.line(at), at.substring(1), "", siblings(path)));
            }
        }
    }

    private void noteGroup(JsonNode node, String at) {
        boolean group = known.stream().anyMatch(path -> path.matches(Pattern.quote(at) + "/[a-zA-Z]+"));
        if (group && !node.isObject() && !node.isNull()) {
            wrong(at, "{…}");
        } else {
            noteUnknown(node, at);
        }
    }

    private String siblings(String path) {
        return known.stream()
                .filter(at -> at.startsWith(path + "/") && at.indexOf('/', path.length() + 1) < 0)
                .map(at -> at.substring(path.length() + 1))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static <T> Function<JsonNode, Optional<T>> text(Function<String, Optional<T>> reader) {
        return node -> node.isTextual() ? reader.apply(node.textValue()) : Optional.empty();
    }

    private static Optional<Duration> parse(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
