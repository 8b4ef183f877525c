package app.ampel.face.cli;

import app.ampel.domain.account.Cloud;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.TemplatePreset;
import app.ampel.domain.naming.WireName;
import app.ampel.domain.status.Choice;
import app.ampel.face.control.Values;
import app.ampel.service.text.Phrases;
import app.ampel.service.wall.WallTheme;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The words among which somebody chooses, for completion in a shell; whether what is typed will do is not decided here. */
abstract class Candidates implements Iterable<String> {

    private final List<String> words;

    private Candidates(List<String> words) {
        this.words = words;
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }

    static final class States extends Candidates {
        States() {
            super(WireName.all(Choice.class));
        }
    }

    static final class Themes extends Candidates {
        Themes() {
            super(WireName.all(WallTheme.class));
        }
    }

    static final class Effects extends Candidates {
        Effects() {
            super(WireName.all(Effect.class));
        }
    }

    static final class Clouds extends Candidates {
        Clouds() {
            super(WireName.all(Cloud.class));
        }
    }

    /** What lights can be told to show. */
    static final class Colours extends Candidates {
        Colours() {
            super(Stream.concat(Phrases.NAMED.keySet().stream(), Values.NO_COLOURS.stream())
                    .toList());
        }
    }

    static final class Protocols extends Candidates {
        Protocols() {
            super(SerialOptions.PROTOCOLS);
        }
    }

    static final class Presets extends Candidates {
        Presets() {
            super(WireName.all(TemplatePreset.class));
        }
    }

    static final class LineEnds extends Candidates {
        LineEnds() {
            super(WireName.all(LineEnd.class));
        }
    }

    static final class OnOff extends Candidates {
        OnOff() {
            super(List.of("on", "off"));
        }
    }
}
