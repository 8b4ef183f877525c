package app.ampel.service.settings;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Leases;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.WorkingDay;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a status is set by hand, to and from the members of the settings file. Pure. */
final class HabitsJson {

    private static final String CLEAR = "clear";
    private static final String LEAVE = "leave";

    private HabitsJson() {}

    static StatusDefaults read(Members members) {
        StatusDefaults usual = StatusDefaults.USUAL;
        return new StatusDefaults(
                time(members, "/manual/duration").orElse(usual.usual()),
                byChoice(members),
                offered(members).orElse(usual.offered()),
                new WorkingDay(
                        days(members).orElse(usual.workingDay().days()),
                        at(members, "/manual/workingDay/start")
                                .orElse(usual.workingDay().start()),
                        at(members, "/manual/workingDay/end")
                                .orElse(usual.workingDay().end())),
                members.duration("/manual/lease", Leases.SHORTEST, Leases.LONGEST)
                        .orElse(usual.lease()),
                members.read("/manual/onQuit", CLEAR + ", " + LEAVE, Members.text(HabitsJson::leaves))
                        .orElse(usual.leaveOnQuit()));
    }

    private static Optional<Duration> time(Members members, String path) {
        return members.duration(path, StatusDefaults.SHORTEST, StatusDefaults.LONGEST);
    }

    private static Optional<LocalTime> at(Members members, String path) {
        return members.read(path, "\"17:00\"", Members.text(HabitsJson::time));
    }

    private static Map<Choice, Duration> byChoice(Members members) {
        Map<Choice, Duration> times = new EnumMap<>(Choice.class);
        for (Choice choice : Choice.values()) {
            time(members, "/manual/durations/" + choice.word()).ifPresent(time -> times.put(choice, time));
        }
        return times;
    }

    private static Optional<List<Duration>> offered(Members members) {
        return list(members, "/manual/offered", "[\"PT45M\"]", path -> time(members, path));
    }

    private static Optional<Set<DayOfWeek>> days(Members members) {
        String words = Arrays.stream(DayOfWeek.values()).map(HabitsJson::word).collect(Collectors.joining(", "));
        return list(
                        members,
                        "/manual/workingDay/days",
                        "[\"monday\"]",
                        path -> members.read(path, words, Members.text(HabitsJson::day)))
                .map(days -> days.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(days));
    }

    private static <T> Optional<List<T>> list(
            Members members, String path, String allowed, Function<String, Optional<T>> reader) {
        return members.read(path, allowed, node -> Optional.of(node).filter(JsonNode::isArray))
                .map(array -> {
                    List<T> values = new ArrayList<>();
                    for (int i = 0; i < array.size(); i++) {
                        reader.apply(path + "/" + i).ifPresent(values::add);
                    }
                    return values;
                });
    }

    private static Optional<DayOfWeek> day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> word(day).equals(word))
                .findFirst();
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> leaves(String word) {
        return Optional.of(word).filter(w -> w.equals(CLEAR) || w.equals(LEAVE)).map(LEAVE::equals);
    }

    /** Writes what has changed. */
    static void write(ObjectNode root, StatusDefaults before, StatusDefaults after) {
        put(root, "duration", before.usual(), after.usual(), HabitsJson::text);
        put(root, "durations", before.byChoice(), after.byChoice(), HabitsJson::node);
        put(root, "offered", before.offered(), after.offered(), times -> array(times, Duration::toString));
        put(root, "workingDay", before.workingDay(), after.workingDay(), HabitsJson::node);
        put(root, "lease", before.lease(), after.lease(), HabitsJson::text);
        put(root, "onQuit", before.leaveOnQuit(), after.leaveOnQuit(), leave -> text(leave ? LEAVE : CLEAR));
    }

    private static <T> void put(ObjectNode root, String name, T before, T after, Function<T, JsonNode> json) {
        if (!before.equals(after)) {
            SettingsJson.put(root, "manual", name, Optional.of(json.apply(after)));
        }
    }

    private static JsonNode text(Object value) {
        return JsonNodeFactory.instance.textNode(value.toString());
    }

    private static ObjectNode node(Map<Choice, Duration> times) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        times.forEach((choice, time) -> node.put(choice.word(), time.toString()));
        return node;
    }

    private static ObjectNode node(WorkingDay day) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("days", array(day.days().stream().sorted().toList(), HabitsJson::word));
        return node.put("start", day.start().toString()).put("end", day.end().toString());
    }

    private static <T> ArrayNode array(List<T> values, Function<T, String> word) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(word.apply(value)));
        return array;
    }
}
