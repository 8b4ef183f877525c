package app.ampel.adapter.graph;

import app.ampel.adapter.http.HttpStack;
import app.ampel.adapter.http.UnusableAnswer;
import app.ampel.domain.problem.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the network and the libraries: reads every answer whole and bounded, and turns what is not from
 * Microsoft (web pages, redirects, a proxy's refusal) into {@link UnusableAnswer}. How long an answer may be, a request may
 * say for itself ({@link AnswerLimits}). So the token never follows a
 * redirect, and neither library sees anything but complete JSON.
 */
final class AnswerGuard implements Interceptor {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerGuard.class);

    /** What follows one of these is somebody's, or some group's, id or name. */
    private static final Set<String> ONE_OF_MANY = Set.of("users", "groups");

    private final HttpStack.Limits limits;
    private final Runnable hangUp;
    private final ClockWitness witness = new ClockWitness();

    /** As {@link HttpStack.Guard#over}. */
    AnswerGuard(HttpStack.Limits limits, Runnable hangUp) {
        this.limits = limits;
        this.hangUp = hangUp;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        try (Response response = chain.proceed(request)) {
            LOG.debug(
                    "{} {} …/{}: {} after {} ms",
                    request.method(),
                    request.url().host(),
                    lastWord(request.url()),
                    response.code(),
                    response.receivedResponseAtMillis() - response.sentRequestAtMillis());
            refuseStrangers(response);
            witness.record(response);
            return complete(response, limits(request));
        } catch (UnusableAnswer e) {
            throw e;
        } catch (IOException e) {
            LOG.debug(
                    "{} {}: {}",
                    request.method(),
                    request.url().host(),
                    e.getClass().getSimpleName());
            // A connection that died while the machine slept takes its siblings with it; the next call starts afresh.
            hangUp.run();
            throw witness.judged(UnusableAnswer.of(e));
        }
    }

    /** What is asked, without whom it is about: that stands further in front, or is all that is asked. */
    private static String lastWord(HttpUrl url) {
        List<String> words = url.pathSegments();
        String last = words.get(words.size() - 1);
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        return ONE_OF_MANY.contains(before) ? before + "/…" : last;
    }

    private static void refuseStrangers(Response response) throws UnusableAnswer {
        int status = response.code();
        if (status == 407) {
            throw new UnusableAnswer(Problem.Kind.PROXY_AUTHENTICATION, "HTTP 407");
        }
        boolean redirect = status >= 300 && status < 400;
        // A gateway of Microsoft's own may say 5xx or 429 with a web page; everything else with one is a stranger.
        boolean strangePage = isPage(response) && status != 429 && status < 500;
        if (redirect || strangePage || status == 511) {
            throw new UnusableAnswer(Problem.Kind.CAPTIVE_PORTAL, "HTTP " + status);
        }
    }

    private static boolean isPage(Response response) {
        String type = response.header("Content-Type", "").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || type.startsWith("application/xhtml");
    }

    private AnswerLimits limits(Request request) {
        AnswerLimits own = request.tag(AnswerLimits.class);
        return own == null ? new AnswerLimits(limits.body(), limits.structure()) : own;
    }

    private static Response complete(Response response, AnswerLimits limits) throws IOException {
        ResponseBody body = response.body();
        byte[] whole = new byte[0];
        if (body != null) {
            whole = readWhole(body.source(), response.code(), limits.body());
            if (isTooIntricate(whole, limits.structure())) {
                throw new UnusableAnswer(Problem.Kind.SERVICE_UNREADABLE, "HTTP " + response.code() + " too long");
            }
        }
        MediaType type = body == null ? null : body.contentType();
        // The SDK throws away status and headers of an error whose body it cannot parse: it gets none then.
        if (!response.isSuccessful() && (type == null || !type.subtype().contains("json"))) {
            return response.newBuilder()
                    .removeHeader("Content-Type")
                    .body(ResponseBody.create(new byte[0], null))
                    .build();
        }
        return response.newBuilder().body(ResponseBody.create(whole, type)).build();
    }

    private static byte[] readWhole(BufferedSource from, int status, long most) throws IOException {
        Buffer into = new Buffer();
        try {
            while (from.read(into, 8192) != -1) {
                if (into.size() > most) {
                    throw new UnusableAnswer(Problem.Kind.SERVICE_UNREADABLE, "HTTP " + status + " too long");
                }
            }
            return into.readByteArray();
        } catch (ProtocolException | EOFException e) {
            UnusableAnswer cutShort =
                    new UnusableAnswer(Problem.Kind.SERVICE_UNREADABLE, "HTTP " + status + " cut short");
            cutShort.initCause(e);
            throw cutShort;
        }
    }

    private static boolean isTooIntricate(byte[] answer, long most) {
        long outside = 0;
        boolean inText = false;
        for (int i = 0; i < answer.length && outside <= most; i++) {
            byte next = answer[i];
            if (inText && next == '\\') {
                i++;
            } else if (next == '"') {
                inText = !inText;
            } else if (!inText) {
                outside++;
            }
        }
        return outside > most;
    }
}
