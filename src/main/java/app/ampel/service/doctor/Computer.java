package app.ampel.service.doctor;

import java.io.IOException;
import java.util.List;

/** What can be found out about this computer without asking around. Any thread; each reads some files at most. */
public interface Computer {

    /** The desktop's own name for itself; empty where it has none. */
    String desktop();

    /** The folder of this program's files. */
    Fact.Home home() throws IOException;

    Fact.Machine machine() throws IOException;

    /** The rules that let the user at USB lights, as they are installed. */
    Fact.Rules rules() throws IOException;

    Fact.Autostart autostart() throws IOException;

    /** The end of the log, the newest line last; none where there is no log. */
    List<String> log() throws IOException;

    /** Changes with every new line of the log. */
    long logStamp();
}
