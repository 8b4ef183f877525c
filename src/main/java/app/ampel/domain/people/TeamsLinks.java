package app.ampel.domain.people;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Links that open a chat, a call or the form of a meeting in Teams. People in them are sign-in names only: with an id Teams opens
 * any chat. Blanks are %20, never +. Windows takes 2048 characters in all, so that the encoded link stays below that and
 * says what found no room. Nothing is sent by opening one. Pure. Source: Microsoft's pages on deep links.
 */
public final class TeamsLinks {

    /** Encoded characters. */
    public static final int LONGEST = 2000;

    public static final int MOST_PEOPLE = 10;

    private static final String HOST = "https://teams.microsoft.com/l/";

    /** Of the topic, encoded, so that there is room left for the text. */
    private static final int LONGEST_TOPIC = 500;

    /** Fewer, the caller not counted, and Teams does not show the topic of a chat. */
    private static final int GROUP_CHAT = 2;

    private TeamsLinks() {}

    /** @param tenant the organisation's id, where it is known */
    public static TeamsLink chat(List<String> usernames, Optional<String> tenant, Question question) {
        String start = HOST + "chat/0/0?"
                + tenant.map(id -> "tenantId=" + encoded(id) + "&").orElse("") + "users=" + people(usernames);
        if (usernames.size() >= GROUP_CHAT) {
            return new Building(start)
                    .with("topicName", question.topic(), LONGEST_TOPIC)
                    .with("message", question.text(), LONGEST)
                    .done();
        }
        Optional<String> message = question.topic()
                .map(topic -> question.text().map(text -> topic + ": " + text).orElse(topic))
                .or(question::text);
        return new Building(start).with("message", message, LONGEST).done();
    }

    public static TeamsLink call(List<String> usernames) {
        return new Building(HOST + "call/0/0?users=" + people(usernames)).done();
    }

    /** The form of a meeting; whoever opens it chooses the time there. */
    public static TeamsLink meeting(List<String> usernames, Question question) {
        return new Building(HOST + "meeting/new?attendees=" + people(usernames))
                .with("subject", question.topic(), LONGEST_TOPIC)
                .with("content", question.text(), LONGEST)
                .done();
    }

    /** The commas between them stay as they are. */
    private static String people(List<String> usernames) {
        if (usernames.isEmpty() || usernames.size() > MOST_PEOPLE) {
            throw new IllegalArgumentException("a link for " + usernames.size() + " people");
        }
        usernames.forEach(Limits::id);
        return usernames.stream().map(TeamsLinks::encoded).collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        StringBuilder to = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~@".indexOf(c) >= 0) {
                to.append(c);
            } else {
                to.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return to.toString();
    }

    /** A link to which texts are added as far as there is room. */
    private static final class Building {

        /** As people see one, whatever it is made of. */
        private static final Pattern LETTER = Pattern.compile("\\X");

        private final StringBuilder link;
        private final StringBuilder cutOff = new StringBuilder();

        Building(String start) {
            if (start.length() > LONGEST) {
                throw new IllegalArgumentException("more people than fit into a link");
            }
            link = new StringBuilder(start);
        }

        /** @param longest of the value, encoded */
        Building with(String name, Optional<String> value, int longest) {
            value.map(text -> text.replace("\r\n", "\n").replace('\r', '\n')).ifPresent(text -> {
                String key = "&" + name + "=";
                int room = Math.min(longest, LONGEST - link.length() - key.length());
                int end = fitting(text, room);
                if (end > 0) {
                    link.append(key).append(encoded(text.substring(0, end)));
                }
                if (end < text.length()) {
                    cutOff.append(cutOff.isEmpty() ? "" : "\n").append(text.substring(end));
                }
            });
            return this;
        }

        /** How much of {@code text} fits, in whole letters as people see them. */
        private static int fitting(String text, int room) {
            Matcher letters = LETTER.matcher(text);
            int end = 0;
            int used = 0;
            while (letters.find()) {
                used += encoded(letters.group()).length();
                if (used > room) {
                    break;
                }
                end = letters.end();
            }
            return end;
        }

        TeamsLink done() {
            return new TeamsLink(URI.create(link.toString()), cutOff.toString());
        }
    }
}
