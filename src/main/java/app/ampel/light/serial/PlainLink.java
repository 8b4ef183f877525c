package app.ampel.light.serial;

import app.ampel.light.LightException;
import app.ampel.light.LightLink;
import app.ampel.light.LightState.Condition;
import app.ampel.light.Report;
import app.ampel.light.SerialWay;
import app.ampel.light.SerialWay.Answers;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial light that answers each report with the same word, or with nothing. */
final class PlainLink implements LightLink {

    private static final Logger LOG = LoggerFactory.getLogger(PlainLink.class);

    private final Conversation talk;
    private final SerialWay way;
    private volatile boolean listening;
    private volatile boolean closed;

    PlainLink(Conversation talk, SerialWay way) {
        this.talk = talk;
        this.way = way;
    }

    @Override
    public void send(Report report) throws LightException {
        if (!listening) {
            talk.drop();
        }
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
            if (listening) {
                talk.tellAndLeaveTheRest(bytes, way.timeFor(bytes.length));
            } else {
                talk.tell(bytes, way.timeFor(bytes.length));
            }
        }
    }

    /** Only where nothing that comes can be an answer. */
    @Override
    public void listen(Consumer<byte[]> heard) {
        if (way.answers() instanceof Answers.None) {
            listening = true;
            Thread thread = new Thread(() -> hear(heard), "ampel-button");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void hear(Consumer<byte[]> heard) {
        try {
            while (!closed) {
                byte[] come = talk.read();
                if (come.length > 0) {
                    heard.accept(come);
                }
            }
        } catch (LightException e) {
            LOG.debug("A light that was listened to is gone", e);
        } catch (RuntimeException | Error e) {
            LOG.error("Listening to a light failed", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        talk.close();
    }
}
