package app.ampel.adapter.os.files;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that should be the user's own is somebody else's, or no folder at all. */
public final class ForeignFolderException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String folder;

    public ForeignFolderException(Path folder) {
        super("not our own folder: " + folder);
        this.folder = folder.toString();
    }

    public String folder() {
        return folder;
    }
}
