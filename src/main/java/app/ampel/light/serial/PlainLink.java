package app.ampel.light.serial;

import app.ampel.light.LightException;
import app.ampel.light.LightLink;
import app.ampel.light.LightState.Condition;
import app.ampel.light.Report;
import app.ampel.light.SerialWay.Answers;

/** A serial light that answers each report with the same word, or with nothing. */
final class PlainLink implements LightLink {

    private final Conversation talk;
    private final Answers answers;

    PlainLink(Conversation talk, Answers answers) {
        this.talk = talk;
        this.answers = answers;
    }

    @Override
    public void send(Report report) throws LightException {
        talk.drop();
        if (answers instanceof Answers.Word word) {
            String answer =
                    talk.say(report.payload(), line -> line.startsWith(word.good()) || line.startsWith(word.bad()));
            if (!answer.startsWith(word.good())) {
                throw new LightException(Condition.NOT_ANSWERING, "refused a line");
            }
        } else {
            talk.write(report.payload());
        }
    }

    @Override
    public void close() {
        talk.close();
    }
}
