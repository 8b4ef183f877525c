package app.ampel.service.settings;

import app.ampel.domain.naming.WireName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The program's looks, history, end and log, to and from the members of the settings file. Pure. */
final class ProgramJson {

    private static final String DETAILED = "detailed";
    private static final String USUAL = "usual";

    private ProgramJson() {}

    static Looks looks(Members members) {
        return new Looks(
                members.word("/looks/language", Looks.Language.class),
                members.word("/looks/theme", Looks.Theme.class).orElse(Looks.USUAL.theme()),
                members.word("/looks/icons", Looks.Icons.class).orElse(Looks.USUAL.icons()),
                members.word("/looks/motion", Looks.Motion.class).orElse(Looks.USUAL.motion()));
    }

    static HistorySettings history(Members members) {
        return new HistorySettings(
                members.flag("/history/on").orElse(HistorySettings.OFF.on()),
                members.read(
                                "/history/days",
                                HistorySettings.FEWEST + " – " + HistorySettings.MOST,
                                Members.number(HistorySettings.FEWEST, HistorySettings.MOST))
                        .orElse(HistorySettings.OFF.days()));
    }

    static boolean signOutOnQuit(Members members) {
        return members.flag("/account/signOutOnQuit").orElse(false);
    }

    static boolean detailedLog(Members members) {
        return members.read(
                        "/log",
                        USUAL + ", " + DETAILED,
                        Members.text(word -> Optional.of(word).filter(it -> it.equals(USUAL) || it.equals(DETAILED))))
                .filter(DETAILED::equals)
                .isPresent();
    }

    /** Writes what has changed. */
    static void write(ObjectNode root, Settings before, Settings after) {
        looks(root, before.looks(), after.looks());
        flag(root, "history", "on", before.history().on(), after.history().on());
        JsonNode days = JsonNodeFactory.instance.numberNode(after.history().days());
        put(root, "history", "days", before.history().days() != after.history().days(), Optional.of(days));
        flag(root, "account", "signOutOnQuit", before.signOutOnQuit(), after.signOutOnQuit());
        if (before.detailedLog() != after.detailedLog()) {
            root.put("log", after.detailedLog() ? DETAILED : USUAL);
        }
    }

    private static void looks(ObjectNode root, Looks before, Looks after) {
        word(root, "language", before.language(), after.language());
        word(root, "theme", Optional.of(before.theme()), Optional.of(after.theme()));
        word(root, "icons", Optional.of(before.icons()), Optional.of(after.icons()));
        word(root, "motion", Optional.of(before.motion()), Optional.of(after.motion()));
    }

    private static void word(
            ObjectNode root, String name, Optional<? extends WireName> before, Optional<? extends WireName> after) {
        Optional<JsonNode> word = after.map(WireName::word).map(JsonNodeFactory.instance::textNode);
        put(root, "looks", name, !before.equals(after), word);
    }

    private static void flag(ObjectNode root, String group, String name, boolean before, boolean after) {
        put(root, group, name, before != after, Optional.of(JsonNodeFactory.instance.booleanNode(after)));
    }

    private static void put(ObjectNode root, String group, String name, boolean changed, Optional<JsonNode> value) {
        if (changed) {
            SettingsJson.put(root, group, name, value);
        }
    }
}
