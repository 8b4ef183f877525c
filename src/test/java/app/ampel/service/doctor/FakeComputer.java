package app.ampel.service.doctor;

import java.io.IOException;
import java.util.List;

/** A computer about which is known what the test says. */
public final class FakeComputer implements Computer {

    public volatile LogEnd log = new LogEnd(0, List.of());
    public volatile boolean unreadable;

    @Override
    public String desktop() {
        return "GNOME";
    }

    @Override
    public Fact.Home home() {
        return new Fact.Home("/home/ada/.local/share/ampel", true, true, 5_000_000_000L);
    }

    @Override
    public Fact.Machine machine() {
        return new Fact.Machine("0.1", "17", "Linux", "GNOME", "/home/ada", "ada", "host");
    }

    @Override
    public Fact.Rules rules() {
        return new Fact.Rules(Fact.Rules.State.CURRENT);
    }

    @Override
    public Fact.Autostart autostart() {
        return new Fact.Autostart(false, false, java.util.Optional.empty());
    }

    @Override
    public List<String> log() throws IOException {
        if (unreadable) {
            throw new IOException("no such disk");
        }
        return log.lines();
    }

    @Override
    public long logStamp() {
        return log.stamp();
    }
}
