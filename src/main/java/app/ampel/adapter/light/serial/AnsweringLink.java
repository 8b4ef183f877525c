package app.ampel.adapter.light.serial;

import app.ampel.service.lights.LightException;
import app.ampel.service.lights.LightLink;
import app.ampel.service.lights.LightState.Condition;
import app.ampel.service.lights.Report;
import java.util.function.Predicate;

/** A serial light that answers each report with a line of its own. */
final class AnsweringLink implements LightLink {

    private final Conversation talk;
    private final Predicate<String> isAnswer;
    private final Predicate<String> isGood;

    /** @param isGood whether an answer says that it has been done */
    AnsweringLink(Conversation talk, Predicate<String> isAnswer, Predicate<String> isGood) {
        this.talk = talk;
        this.isAnswer = isAnswer;
        this.isGood = isGood;
    }

    @Override
    public void send(Report report) throws LightException {
        talk.drop();
        if (!isGood.test(talk.say(report.payload(), isAnswer))) {
            throw new LightException(Condition.NOT_ANSWERING, "refused a line");
        }
    }

    @Override
    public void close() {
        talk.close();
    }
}
