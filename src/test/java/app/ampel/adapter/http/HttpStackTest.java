package app.ampel.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client as anybody may use it, whoever answers. */
class HttpStackTest {

    private static final String PAGE = "<p>Done</p>";

    private final StandIn server = new StandIn();

    @AfterEach
    void end() {
        server.close();
    }

    private static HttpStack with(HttpStack.Guard guard) {
        return Stacks.trusting(Certificates.GOOD, guard, Stacks.QUICK, Map.of());
    }

    private static Response ask(HttpStack http, URI address) throws IOException {
        return http.client()
                .newCall(new Request.Builder().url(address.toString()).build())
                .execute();
    }

    @Test
    void itKnowsNothingOfWhoAnswersAndLetsAPageBy() throws IOException {
        server.always("/hook", request -> StandIn.Reply.of(200, "text/html", PAGE));

        try (HttpStack http = with(Stacks.OPEN);
                Response response = ask(http, server.at("/hook"))) {
            assertThat(response.body().string()).isEqualTo(PAGE);
        }
    }

    @Test
    void noRedirectIsFollowed() throws IOException {
        server.always(
                "/hook",
                request -> StandIn.Reply.of(302, null, "")
                        .with("Location", server.at("/elsewhere").toString()));

        try (HttpStack http = with(Stacks.OPEN);
                Response response = ask(http, server.at("/hook"))) {
            assertThat(response.code()).isEqualTo(302);
        }
        assertThat(server.seenAt("/elsewhere")).isEmpty();
    }

    @Test
    void theGuardSeesEachAnswerFirstAndMayRefuseIt() {
        server.always("/hook", request -> StandIn.Reply.json(200, "{}"));
        HttpStack.Guard refusing = (limits, hangUp) -> chain -> {
            try (Response answer = chain.proceed(chain.request())) {
                throw new UnusableAnswer(Kind.SERVICE_UNREADABLE, "HTTP " + answer.code());
            }
        };

        try (HttpStack http = with(refusing)) {
            assertThat(catchThrowableOfType(UnusableAnswer.class, () -> ask(http, server.at("/hook")))
                            .problem())
                    .isEqualTo(Problem.of(Kind.SERVICE_UNREADABLE, "HTTP 200"));
        }
    }

    @Test
    void theGuardIsMadeOnceAndToldTheLimits() throws IOException {
        List<HttpStack.Limits> told = new ArrayList<>();
        HttpStack.Guard listening = (limits, hangUp) -> {
            told.add(limits);
            return Stacks.OPEN.over(limits, hangUp);
        };

        try (HttpStack http = with(listening)) {
            assertThat(told).isEmpty();
            ask(http, server.at("/")).close();
            ask(http, server.at("/")).close();
        }
        assertThat(told).containsExactly(Stacks.QUICK);
    }

    @Test
    void theGuardCanHaveTheNextCallStartAfresh() throws IOException {
        List<Runnable> told = new ArrayList<>();
        HttpStack.Guard listening = (limits, hangUp) -> {
            told.add(hangUp);
            return Stacks.OPEN.over(limits, hangUp);
        };

        try (HttpStack http = with(listening)) {
            ask(http, server.at("/")).close();
            assertThat(http.client().connectionPool().connectionCount()).isEqualTo(1);
            told.get(0).run();
            assertThat(http.client().connectionPool().connectionCount()).isZero();
        }
    }

    @Test
    void anAnswererStandsInPlaceOfTheNetworkBehindTheGuard() throws IOException {
        List<String> order = new ArrayList<>();
        HttpStack.Guard noting = (limits, hangUp) -> chain -> {
            order.add("guard");
            return chain.proceed(chain.request());
        };

        try (HttpStack http = new HttpStack(
                        Optional.of(chain -> {
                            order.add("answerer");
                            return new Response.Builder()
                                    .request(chain.request())
                                    .protocol(Protocol.HTTP_1_1)
                                    .code(204)
                                    .message("")
                                    .body(ResponseBody.create(new byte[0], null))
                                    .build();
                        }),
                        noting,
                        Stacks.QUICK);
                Response response = ask(http, server.at("/"))) {
            assertThat(response.code()).isEqualTo(204);
            assertThat(http.proxyTo(server.at("/"))).isEmpty();
        }
        assertThat(order).containsExactly("guard", "answerer");
        assertThat(server.seen).isEmpty();
    }
}
