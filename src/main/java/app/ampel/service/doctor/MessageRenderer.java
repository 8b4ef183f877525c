package app.ampel.service.doctor;

import app.ampel.domain.problem.Problem;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Duration;

/**
 * Puts sentences into a language.
 *
 * @param forOthers whether others may read it: then what is private stays out
 */
public record MessageRenderer(Messages words, boolean forOthers) {

    public String of(Message said) {
        return words.say(
                said.key(), said.arguments().stream().map(this::argument).toArray());
    }

    private Object argument(Object argument) {
        if (argument instanceof Message said) {
            return of(said);
        }
        if (argument instanceof Problem problem) {
            return words.say(problem);
        }
        if (argument instanceof Message.Meanwhile meanwhile) {
            return words.sayMeanwhile(meanwhile.problem());
        }
        if (argument instanceof Duration span) {
            return new Phrases(words).span(span);
        }
        if (argument instanceof Message.Private secret) {
            return forOthers ? secret.instead() : Phrases.tame(secret.text());
        }
        return argument;
    }
}
