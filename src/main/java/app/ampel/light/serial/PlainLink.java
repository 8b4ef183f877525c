package app.ampel.light.serial;

import app.ampel.light.LightException;
import app.ampel.light.LightLink;
import app.ampel.light.LightState.Condition;
import app.ampel.light.Report;
import app.ampel.light.SerialWay;
import app.ampel.light.SerialWay.Answers;
import java.util.regex.Pattern;

/** A serial light that answers each report with the same word, or with nothing. */
final class PlainLink implements LightLink {

    private final Conversation talk;
    private final SerialWay way;

    PlainLink(Conversation talk, SerialWay way) {
        this.talk = talk;
        this.way = way;
    }

    @Override
    public void send(Report report) throws LightException {
        talk.drop();
        Answers answers = way.answers();
        if (answers instanceof Answers.Word word) {
            String answer =
                    talk.say(report.payload(), line -> line.startsWith(word.good()) || line.startsWith(word.bad()));
            if (!answer.startsWith(word.good())) {
                throw new LightException(Condition.NOT_ANSWERING, "refused a line");
            }
        } else if (answers instanceof Answers.Matching matching) {
            Pattern expected = Pattern.compile(matching.expression());
            talk.say(report.payload(), line -> expected.matcher(line).find());
        } else {
            byte[] bytes = report.payload();
            talk.tell(bytes, way.timeFor(bytes.length));
        }
    }

    @Override
    public void close() {
        talk.close();
    }
}
