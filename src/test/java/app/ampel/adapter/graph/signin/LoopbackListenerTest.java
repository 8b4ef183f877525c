package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.http.Stalled;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LoopbackListenerTest {

    private static final Messages WORDS = Messages.in(Locale.UK);

    private static HttpResponse<String> ask(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void stalledConnectionsDoNotHoldUpTheRightAnswer() throws Exception {
        try (LoopbackListener listener = new LoopbackListener("mine", WORDS);
                Stalled stalled = new Stalled(listener.redirect(), 20)) {
            HttpResponse<String> page = ask(URI.create(listener.redirect() + "/?state=mine&code=c"));

            assertThat(stalled.all).isNotEmpty();
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(listener.answer())
                    .isCompletedWithValueMatching(answer -> answer.code().equals("c"));
        }
    }

    @Test
    void itsPageTellsTheBrowserToKeepAndToLoadNothing() throws Exception {
        try (LoopbackListener listener = new LoopbackListener("mine", WORDS)) {
            HttpResponse<String> page = ask(URI.create(listener.redirect() + "/?state=mine&code=c"));

            assertThat(page.headers().map())
                    .containsKeys("content-security-policy", "referrer-policy", "x-content-type-options")
                    .extractingByKey("cache-control")
                    .asString()
                    .contains("no-store");
        }
    }

    @Test
    void itsThreadsAreDaemons() throws Exception {
        try (LoopbackListener listener = new LoopbackListener("mine", WORDS);
                Stalled stalled = new Stalled(listener.redirect(), 1)) {
            ask(URI.create(listener.redirect() + "/elsewhere"));

            assertThat(stalled.all).isNotEmpty();
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("HTTP-Dispatcher")
                            || thread.getName().startsWith("ampel-sign-in-page"))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }
}
