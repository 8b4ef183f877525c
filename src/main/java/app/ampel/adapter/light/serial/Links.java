package app.ampel.adapter.light.serial;

import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.SerialProfile.Answers;
import app.ampel.service.lights.manager.LightLink;
import java.util.regex.Pattern;

/** Which link speaks to a light that answers like this. */
record Links(LineClient client, SerialProfile profile) implements Answers.Visitor<LightLink> {

    @Override
    public LightLink none(Answers.None none) {
        return new SilentLink(client, profile);
    }

    @Override
    public LightLink word(Answers.Word word) {
        return new AnsweringLink(
                client,
                line -> line.startsWith(word.good()) || line.startsWith(word.bad()),
                line -> line.startsWith(word.good()));
    }

    @Override
    public LightLink matching(Answers.Matching matching) {
        Pattern expected = Pattern.compile(matching.expression());
        return new AnsweringLink(client, line -> expected.matcher(line).find(), line -> true);
    }

    @Override
    public LightLink echo(Answers.Echo echo) {
        return new SerialLink(client);
    }
}
