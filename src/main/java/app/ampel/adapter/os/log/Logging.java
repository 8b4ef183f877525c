package app.ampel.adapter.os.log;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.OwnerOnly;
import java.io.IOException;

/**
 * The log: {@code log/ampel.log} in the home, four files of at most 1 MB, owner-only. Until {@link #start} nothing is
 * logged, and a plain command that never logs does not even load the logger.
 */
public final class Logging {

    private Logging() {}

    /**
     * Sends everything logged from now on to the log of this home. To be called before the first logger is made: the
     * logger looks for {@link LogToFile} once.
     */
    public static void start(Folders folders) throws IOException {
        folders.create();
        OwnerOnly.createFolder(folders.log());
        System.setProperty(LogToFile.FOLDER, folders.log().toString());
    }

    /**
     * Whether the program's own debug messages are written, from now on. Libraries stay at their level: what they have to
     * say in detail is whom they talk about. To be called after {@link #start}.
     */
    public static void detailed(boolean isDetailed) {
        LogToFile.detailed(isDetailed);
    }
}
