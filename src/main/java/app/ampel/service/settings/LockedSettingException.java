package app.ampel.service.settings;

import app.ampel.service.text.Messages;
import java.nio.file.Path;

/** A value that the administrator has set was to be changed. */
public final class LockedSettingException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String member;
    private final String file;

    public LockedSettingException(String member, Path file) {
        super(member + " is locked");
        this.member = member;
        this.file = file.toString();
    }

    /** The path of the value, such as {@code /account/tenant}. */
    public String member() {
        return member;
    }

    public String say(Messages words) {
        return words.say(
                "settings.locked",
                words.say("settings.member." + member.substring(1).replace('/', '.')),
                file);
    }
}
