package app.ampel.domain.light.model;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.SerialProfile.Answers;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.domain.light.Speed;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import java.util.List;
import java.util.Optional;

/**
 * A serial light that is told texts of the user's own. Effects are played where a text has the colour's channels in it;
 * where it names the effect, the light plays it, and where it only names states or colours, there is nothing to play.
 */
final class TemplateLight extends Family {

    private final Template template;

    TemplateLight(Template template) {
        super("template", "Serial light with texts of your own", Transport.SERIAL, Confidence.AGREED);
        this.template = template;
    }

    @Override
    public Optional<SerialProfile> serialProfile() {
        Answers answers = template.expect().<Answers>map(Answers.Matching::new).orElseGet(Answers.None::new);
        return Optional.of(
                new SerialProfile(template.baud(), template.dtr(), template.rts(), Optional.empty(), answers));
    }

    @Override
    public Program encode(LightCommand command) {
        LineTemplate chosen = template.templateFor(command);
        if (!chosen.hasChannels() || chosen.hasEffect()) {
            return Program.once(line(command, command.colour()));
        }
        return Played.all(command, shown -> List.of(line(command, shown)));
    }

    /** What names states or the effect is told no more often for another speed. */
    @Override
    public Program play(LightCommand command) {
        Program usual = encode(command);
        return usual.isPlayed() && command.speed() != Speed.USUAL
                ? Played.atSpeed(command, shown -> List.of(line(command, shown)), pace())
                : usual;
    }

    private Report line(LightCommand command, Colour shown) {
        return Report.serial(template.line(command, shown));
    }
}
