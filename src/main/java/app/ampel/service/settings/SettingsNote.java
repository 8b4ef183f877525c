package app.ampel.service.settings;

import app.ampel.service.text.Messages;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Something in a settings file that was ignored.
 *
 * @param line from 1; 0 when it is about the whole file
 * @param member the path of the value, such as {@code /polling/usual}
 * @param value as it stands in the file, shortened
 * @param allowed what may stand there, as it would be typed
 */
public record SettingsNote(Kind kind, Path file, int line, String member, String value, String allowed) {

    private static final int LONGEST = 80;

    /** What is the matter. Arguments of the sentences: file, line, member, value, allowed values. */
    public enum Kind {
        NOT_JSON("settings.note.not-json"),
        TOO_LARGE("settings.note.too-large"),
        UNREADABLE("settings.note.unreadable"),
        UNKNOWN("settings.note.unknown"),
        WRONG("settings.note.wrong"),
        /** Value: what is there twice. */
        TWICE("settings.note.twice"),
        NEWER("settings.note.newer"),
        /** Of the administrator's file only. */
        HELD("settings.note.held"),
        /** Value: the name under which a copy was kept. */
        KEPT("settings.note.kept"),
        /** No copy could be made. */
        NOT_KEPT("settings.note.not-kept");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The key of its sentence. */
        public String key() {
            return key;
        }

        /** Whether the file could be read at all, so that keeping a copy of it makes sense. */
        public boolean hasContent() {
            return switch (this) {
                case TOO_LARGE, UNREADABLE -> false;
                case NOT_JSON, UNKNOWN, WRONG, TWICE, NEWER, HELD, KEPT, NOT_KEPT -> true;
            };
        }

        /** Whether anything may have stood in the file beside what was read. */
        boolean hidesContent() {
            return this == NOT_JSON || !hasContent();
        }
    }

    public SettingsNote {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(file);
        member = tame(member);
        value = tame(value);
        Objects.requireNonNull(allowed);
    }

    public static SettingsNote about(Kind kind, Path file, String value) {
        return new SettingsNote(kind, file, 0, "", value, "");
    }

    public String say(Messages words) {
        return words.say(kind.key, file.toString(), Integer.toString(line), member, value, allowed);
    }

    /** A file may hold anything; a terminal must not obey it. */
    private static String tame(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]", "?");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
    }
}
