package app.ampel.service.text;

import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.StatusDefaults;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parts of sentences: a presence, a colour, a time. Any thread. */
public final class Phrases {

    /** The colours that have a name, by the word that stands for them on the command line and in the words' keys. */
    public static final Map<String, Colour> NAMED = named();

    private static final int LONGEST = 60;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final Messages words;

    public Phrases(Messages words) {
        this.words = words;
    }

    private static Map<String, Colour> named() {
        Map<String, Colour> colours = new LinkedHashMap<>();
        colours.put("red", Colour.RED);
        colours.put("green", Colour.GREEN);
        colours.put("amber", Colour.AMBER);
        colours.put("violet", Colour.VIOLET);
        colours.put("magenta-red", Colour.MAGENTA_RED);
        colours.put("blue", Colour.BLUE);
        colours.put("white", Colour.WHITE);
        colours.put("orange", Colour.ORANGE);
        colours.put("yellow", Colour.YELLOW);
        colours.put("cyan", Colour.CYAN);
        colours.put("azure", Colour.AZURE);
        colours.put("magenta", Colour.MAGENTA);
        return Collections.unmodifiableMap(colours);
    }

    /** The finer word where it says more; words that nobody knows are shown as they came. */
    public String presence(Presence presence) {
        Availability availability = presence.availability();
        Activity activity = presence.activity();
        String base = word(availability.key(), availability.word());
        boolean out = presence.isOutOfOffice();
        boolean finerSays = !activity.equals(Activity.OUT_OF_OFFICE)
                && !activity.equals(Activity.PRESENCE_UNKNOWN)
                && !activity.equals(Activity.INACTIVE)
                && !activity.key().equals(availability.key());
        if (finerSays) {
            String finer = words.sayOr("presence." + safe(activity.key()), "");
            base = finer.isEmpty() ? words.say("presence.with-activity", base, tame(activity.word())) : finer;
        }
        return out ? words.say("presence.with-out-of-office", base) : base;
    }

    private String word(String key, String word) {
        return words.sayOr("presence." + safe(key), tame(word));
    }

    /** Microsoft may invent any word; one like "with-activity" must not find a pattern of ours. */
    private static String safe(String key) {
        return key.matches("[a-z]+") ? key : "?";
    }

    /** "red, softly pulsing, slowly"; "dark"; "#123456". */
    public String command(LightCommand command) {
        if (command.colour().isDark()) {
            return words.say("sentence.colour.dark");
        }
        String said = words.say("sentence.effect." + command.effect().word(), colour(command.colour()));
        return words.say("sentence.speed." + command.speed().word(), said);
    }

    private String colour(Colour colour) {
        return NAMED.entrySet().stream()
                .map(named -> name(colour, named.getKey(), named.getValue()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(colour::toString);
    }

    private Optional<String> name(Colour colour, String key, Colour named) {
        String name = words.say("sentence.colour." + key);
        if (colour.equals(named)) {
            return Optional.of(name);
        }
        for (int percent = 1; percent < 100; percent++) {
            if (colour.equals(named.dimmedTo(percent))) {
                return Optional.of(words.say("sentence.colour.dim", name));
            }
        }
        return Optional.empty();
    }

    /** A time of day, with the day where it is not today's. */
    public String time(Instant when, Instant now, ZoneId zone) {
        ZonedDateTime there = when.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = there.toLocalDate();
        String clock = CLOCK.format(there);
        if (day.equals(today)) {
            return words.say("sentence.time.today", clock);
        }
        return day.equals(today.plusDays(1))
                ? words.say("sentence.time.tomorrow", clock)
                : words.say("sentence.time.other", clock, DAY.format(day));
    }

    /** "5 s ago"; the largest unit alone. */
    public String ago(Duration age) {
        long seconds = age.toSeconds();
        if (seconds < 1) {
            return words.say("sentence.ago.now");
        }
        if (seconds < 60) {
            return words.say("sentence.ago.seconds", Long.toString(seconds));
        }
        if (seconds < 3600) {
            return words.say("sentence.ago.minutes", Long.toString(age.toMinutes()));
        }
        return age.toHours() < 48
                ? words.say("sentence.ago.hours", Long.toString(age.toHours()))
                : words.say("sentence.ago.days", Long.toString(age.toDays()));
    }

    /** "45 s", "3 min", "1 h 30 min". */
    public String span(Duration span) {
        if (span.toSeconds() < 60) {
            return words.say("sentence.span.seconds", Long.toString(span.toSeconds()));
        }
        if (span.toMinutes() < 60) {
            return words.say("sentence.span.minutes", Long.toString(span.toMinutes()));
        }
        return span.toMinutesPart() == 0
                ? words.say("sentence.span.hours", Long.toString(span.toHours()))
                : words.say(
                        "sentence.span.hours-minutes",
                        Long.toString(span.toHours()),
                        Integer.toString(span.toMinutesPart()));
    }

    /** "1 h", "until 17:00", "until I clear it". */
    public String lasting(DurationOption lasting, StatusDefaults habits, Instant now, ZoneId zone) {
        return switch (lasting.kind()) {
            case CLEARED -> words.say("sentence.for.cleared");
            case WORKING_DAY, TIME ->
                words.say("sentence.for.until", time(habits.workingDay().endAfter(now, zone), now, zone));
            case TIMER ->
                lasting.time()
                        .or(() -> Optional.of(habits.usual())
                                .filter(usual -> habits.byChoice().isEmpty()))
                        .map(this::span)
                        .orElseGet(() -> words.say("sentence.for.usual"));
        };
    }

    /** A permission as Microsoft writes it, and what it is for. */
    public String scope(Scope scope) {
        return words.say("scope.for", scope.word(), purpose(scope));
    }

    /** What a permission is for. */
    public String purpose(Scope scope) {
        return words.say("scope." + scope.word().toLowerCase(Locale.ROOT));
    }

    /** Who that is: a name, with the sign-in name where that says more. */
    public String who(Profile profile) {
        String name = tame(profile.name());
        String username = tame(profile.username());
        if (name.isBlank() || name.equals(username)) {
            return username.isBlank() ? tame(profile.objectId()) : username;
        }
        return username.isBlank() ? name : words.say("sentence.who", name, username);
    }

    /** What is to be typed or opened: it must not steer a terminal, and it is never shortened. */
    public static String whole(String text) {
        return tame(text, Integer.MAX_VALUE);
    }

    /** What others have written must not steer a terminal, nor fill the screen. */
    public static String tame(String text) {
        return tame(text, LONGEST);
    }

    /** The same with room for {@code longest} characters. */
    public static String tame(String text, int longest) {
        String clean = text.replaceAll("[\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]", "?");
        if (clean.length() <= longest) {
            return clean;
        }
        // No half of a letter at its end.
        int end = Character.isHighSurrogate(clean.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return clean.substring(0, end) + "…";
    }
}
