package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.http.RawServer;
import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can become of each of the calls that write: the real SDK against a real server on loopback. */
class GraphWritesTest extends GraphFixture {

    private static final Instant FIVE = Instant.parse("2026-11-20T17:00:00Z");

    /** The calls, by the end of their address. */
    enum Call {
        SET_PRESENCE("/me/presence/setPresence") {
            @Override
            void on(GraphPresence presence) throws ProblemException {
                presence.setSession(Availability.BUSY, Activity.IN_A_CALL, Duration.ofMinutes(10));
            }
        },
        CLEAR_PRESENCE("/me/presence/clearPresence") {
            @Override
            void on(GraphPresence presence) throws ProblemException {
                presence.clearSession();
            }
        },
        SET_PREFERRED("/me/presence/setUserPreferredPresence") {
            @Override
            void on(GraphPresence presence) throws ProblemException {
                presence.setPreferred(Availability.OFFLINE, Activity.OFF_WORK, Duration.ofMinutes(61));
            }
        },
        CLEAR_PREFERRED("/me/presence/clearUserPreferredPresence") {
            @Override
            void on(GraphPresence presence) throws ProblemException {
                presence.clearPreferred();
            }
        },
        SET_STATUS_MESSAGE("/me/presence/setStatusMessage") {
            @Override
            void on(GraphPresence presence) throws ProblemException {
                presence.setStatusMessage(new StatusMessage("Back at 6", Optional.of(FIVE)));
            }
        };

        private final String address;

        Call(String address) {
            this.address = address;
        }

        abstract void on(GraphPresence presence) throws ProblemException;

        boolean clears() {
            return this == CLEAR_PRESENCE || this == CLEAR_PREFERRED;
        }
    }

    private Problem problemOf(Call call) {
        return problem(() -> call.on(presence()));
    }

    private String bodyOf(Call call) throws ProblemException {
        graph.always(call.address, request -> StandIn.Reply.of(200, null, ""));
        call.on(presence());
        return graph.seenAt(call.address).get(0).body();
    }

    @Nested
    class WhatIsSent {

        @ParameterizedTest
        @ValueSource(strings = {"Zur\ufffd\ufffdck um 15 Uhr", "half an emoji \ud83d", "\ude00 the other half"})
        void aNoteThatLostItsLettersStaysHere(String note) {
            graph.always(Call.SET_STATUS_MESSAGE.address, request -> StandIn.Reply.of(200, null, ""));
            Problem problem = problem(() -> presence().setStatusMessage(new StatusMessage(note, Optional.of(FIVE))));
            assertThat(problem.kind()).isEqualTo(Kind.NOTE_ILLEGIBLE);
            assertThat(graph.seenAt(Call.SET_STATUS_MESSAGE.address)).isEmpty();
        }

        @Test
        void aPreferredPresenceHasItsPairAndItsTimeInMinutes() throws ProblemException {
            assertThat(bodyOf(Call.SET_PREFERRED))
                    .contains("\"availability\":\"Offline\"", "\"activity\":\"OffWork\"", "\"PT1H1M\"")
                    .doesNotContain("sessionId");
        }

        @Test
        void aPreferredPresenceIsClearedWithoutABody() throws ProblemException {
            assertThat(bodyOf(Call.CLEAR_PREFERRED)).isEmpty();
        }

        @Test
        void aNoteIsTextAndEndsByALocalTimeWithItsZone() throws ProblemException {
            assertThat(bodyOf(Call.SET_STATUS_MESSAGE))
                    .contains("\"content\":\"Back at 6\"", "\"contentType\":\"text\"")
                    .contains("\"dateTime\":\"2026-11-20T17:00:00\"", "\"timeZone\":\"UTC\"");
        }

        @Test
        void aNoteIsTakenAwayWithAnEmptyText() throws ProblemException {
            graph.always(Call.SET_STATUS_MESSAGE.address, request -> StandIn.Reply.of(200, null, ""));
            presence().setStatusMessage(new StatusMessage("", Optional.empty()));
            assertThat(graph.seenAt(Call.SET_STATUS_MESSAGE.address).get(0).body())
                    .contains("\"content\":\"\"")
                    .doesNotContain("expiryDateTime");
        }

        /** The SDK leaves out of a body what it has sent before. */
        @ParameterizedTest
        @EnumSource(Call.class)
        void isWholeTheSecondTime(Call call) throws ProblemException {
            GraphPresence presence = presence();
            graph.always(call.address, request -> StandIn.Reply.of(204, null, ""));
            call.on(presence);
            call.on(presence);
            assertThat(graph.seenAt(call.address).get(1).body())
                    .isEqualTo(graph.seenAt(call.address).get(0).body());
        }
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aBadArgumentIsRefusedForNow(Call call) {
        graph.always(call.address, request -> error(400, "InvalidArgument"));
        assertThat(problemOf(call)).isEqualTo(Problem.of(Kind.REFUSED_FOR_NOW, "HTTP 400 InvalidArgument"));
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aTokenThatAFreshOneCuresIsRenewedOnce(Call call) throws ProblemException {
        graph.next(call.address, error(401, "InvalidAuthenticationToken"));
        graph.always(call.address, request -> StandIn.Reply.of(200, null, ""));
        call.on(presence());
        assertThat(graph.seen).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aRefusalThatNoTokenCuresIsRefusedForNowAfterOneMoreTry(Call call) {
        graph.always(call.address, request -> error(401, "Unauthorized"));
        assertThat(problemOf(call).kind()).isEqualTo(Kind.REFUSED_FOR_NOW);
        assertThat(graph.seen).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aMissingScopeHasAnEmptyMessage(Call call) {
        graph.always(
                call.address,
                request -> StandIn.Reply.json(403, "{\"error\":{\"code\":\"Forbidden\",\"message\":\"\"}}"));
        assertThat(problemOf(call)).isEqualTo(Problem.of(Kind.REFUSED_BY_GRAPH, "HTTP 403 Forbidden"));
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void whatIsNotThereIsAsGoodAsClearedAndElseNoPresence(Call call) throws ProblemException {
        graph.always(call.address, request -> error(404, "NotFound"));
        if (call.clears()) {
            call.on(presence());
            assertThat(graph.seen).hasSize(1);
        } else {
            assertThat(problemOf(call).kind()).isEqualTo(Kind.NO_PRESENCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void throttlingSaysUntilWhen(Call call) {
        graph.always(call.address, request -> error(429, "TooManyRequests").with("Retry-After", "77"));
        assertThat(problemOf(call))
                .isEqualTo(new Problem(Kind.THROTTLED, "HTTP 429", Optional.of(now.plusSeconds(77))));
        assertThat(graph.seen).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void throttlingMayNotSayUntilWhen(Call call) {
        graph.always(call.address, request -> error(429, "TooManyRequests"));
        assertThat(problemOf(call)).isEqualTo(Problem.of(Kind.THROTTLED, "HTTP 429"));
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aServiceThatIsDownIsNotAskedAgain(Call call) {
        graph.always(call.address, request -> error(503, "serviceNotAvailable").with("Retry-After", "5"));
        assertThat(problemOf(call).kind()).isEqualTo(Kind.SERVICE_FAILING);
        assertThat(problemOf(call).until()).contains(now.plusSeconds(5));
        assertThat(graph.seen).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aResetIsNoNetwork(Call call) throws Exception {
        try (RawServer server = RawServer.resetting()) {
            GraphPresence presence = presence(Cloud.GLOBAL, server.at("/v1.0"));
            assertThat(problem(() -> call.on(presence)).kind()).isEqualTo(Kind.NO_NETWORK);
        }
    }

    /** Cut short within the head there is no answer; within an error's body it cannot be read. */
    @ParameterizedTest
    @EnumSource(Call.class)
    void anAnswerCutShortIsNoSuccess(Call call) throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 20")) {
            GraphPresence presence = presence(Cloud.GLOBAL, server.at("/v1.0"));
            assertThat(problem(() -> call.on(presence)).kind()).isIn(Kind.NO_NETWORK, Kind.SERVICE_UNREADABLE);
        }
        try (RawServer server = RawServer.saying("HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n"
                + "Content-Length: 500\r\n\r\n{\"error\":{\"code\":")) {
            GraphPresence presence = presence(Cloud.GLOBAL, server.at("/v1.0"));
            assertThat(problem(() -> call.on(presence)).kind()).isIn(Kind.REFUSED_BY_GRAPH, Kind.SERVICE_UNREADABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void silenceIsNoNetwork(Call call) throws Exception {
        try (RawServer server = RawServer.silent()) {
            GraphPresence presence = presence(Cloud.GLOBAL, server.at("/v1.0"));
            assertThat(problem(() -> call.on(presence)).kind()).isEqualTo(Kind.NO_NETWORK);
        }
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aCloudThatOnlyReadsIsNotEvenAsked(Call call) {
        assertThat(problem(() -> call.on(presence(Cloud.USGOV, graph.at("/v1.0"))))
                        .kind())
                .isEqualTo(Kind.READ_ONLY_CLOUD);
        assertThat(graph.seen).isEmpty();
    }
}
