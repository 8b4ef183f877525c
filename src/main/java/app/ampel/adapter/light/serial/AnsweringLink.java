package app.ampel.adapter.light.serial;

import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Report;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import java.util.function.Predicate;

/** A serial light that answers each report with a line of its own. */
final class AnsweringLink implements LightLink {

    private final LineClient client;
    private final Predicate<String> isAnswer;
    private final Predicate<String> isGood;

    /** @param isGood whether an answer says that it has been done */
    AnsweringLink(LineClient client, Predicate<String> isAnswer, Predicate<String> isGood) {
        this.client = client;
        this.isAnswer = isAnswer;
        this.isGood = isGood;
    }

    @Override
    public void send(Report report) throws LightException {
        client.discardPending();
        if (!isGood.test(client.request(report.payload(), isAnswer))) {
            throw new LightException(Condition.NOT_ANSWERING, "refused a line");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
