package app.ampel.adapter.light.serial;

import app.ampel.service.lights.LightLink;
import app.ampel.service.lights.SerialWay;
import app.ampel.service.lights.SerialWay.Answers;
import java.util.regex.Pattern;

/** Which link speaks to a light that answers like this. */
record Links(Conversation talk, SerialWay way) implements Answers.Visitor<LightLink> {

    @Override
    public LightLink none(Answers.None none) {
        return new SilentLink(talk, way);
    }

    @Override
    public LightLink word(Answers.Word word) {
        return new AnsweringLink(
                talk,
                line -> line.startsWith(word.good()) || line.startsWith(word.bad()),
                line -> line.startsWith(word.good()));
    }

    @Override
    public LightLink matching(Answers.Matching matching) {
        Pattern expected = Pattern.compile(matching.expression());
        return new AnsweringLink(talk, line -> expected.matcher(line).find(), line -> true);
    }

    @Override
    public LightLink echo(Answers.Echo echo) {
        return new SerialLink(talk);
    }
}
