package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Presence, read and set: the real SDK against a real server on loopback. */
class GraphPresenceTest extends GraphFixture {

    @Nested
    class WhenGraphAnswers {

        @Test
        void everythingItSaysAboutThePresenceIsKept() throws ProblemException {
            graph.always(READ, request -> StandIn.Reply.json(200, BUSY));

            Presence read = presence().read();

            assertThat(read)
                    .isEqualTo(new Presence(
                            Availability.BUSY,
                            Activity.IN_A_MEETING,
                            true,
                            Optional.of(new StatusMessage(
                                    "In Basel",
                                    Optional.empty(),
                                    Optional.of(new StatusMessage.Original("text", "", "")),
                                    Optional.empty())),
                            Optional.of("remote"),
                            "A0637473877"));
            assertThat(graph.seen).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("GET");
                assertThat(request.path()).isEqualTo("/v1.0/me/presence");
                assertThat(request.headers()).containsEntry("authorization", "Bearer t1");
            });
        }

        @Test
        void unknownWordsAreKeptAsTheyAre() throws ProblemException {
            graph.always(
                    READ,
                    request -> StandIn.Reply.json(
                            200, "{\"availability\":\"Levitating\",\"activity\":\"inAHammock\",\"new\":{\"a\":[1]}}"));

            Presence read = presence().read();

            assertThat(read.availability().word()).isEqualTo("Levitating");
            assertThat(read.activity().word()).isEqualTo("inAHammock");
        }

        @Test
        void anUnknownWorkLocationCostsNothingElse() throws ProblemException {
            graph.always(
                    READ,
                    request -> StandIn.Reply.json(
                            200,
                            "{\"availability\":\"Away\",\"activity\":\"Away\",\"workLocation\":{\"workLocationType\":\"moon\"}}"));

            assertThat(presence().read()).isEqualTo(Presence.of(Availability.AWAY, Activity.AWAY));
        }
    }

    @Nested
    class WhenSettingAStatus {

        @Test
        void theSessionOfThisAppIsSetForWholeMinutes() throws ProblemException {
            graph.always(SET, request -> StandIn.Reply.of(200, null, ""));

            presence().setSession(Availability.BUSY, Activity.IN_A_CALL, Duration.ofSeconds(3630));

            StandIn.Seen request = graph.seen.get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v1.0/me/presence/setPresence");
            assertThat(request.body())
                    .contains("\"sessionId\":\"" + CLIENT + "\"")
                    .contains("\"availability\":\"Busy\"")
                    .contains("\"activity\":\"InACall\"")
                    .contains("\"expirationDuration\":\"PT1H\"");
        }

        @Test
        void eachRenewalSendsTheWholeBodyAgain() throws ProblemException {
            graph.always(SET, request -> StandIn.Reply.of(204, null, ""));
            GraphPresence presence = presence();

            set(presence);
            set(presence);

            assertThat(graph.seen).extracting(StandIn.Seen::body).hasSize(2).allMatch(body -> body.contains(CLIENT));
            assertThat(graph.seen.get(1).body()).isEqualTo(graph.seen.get(0).body());
        }

        @Test
        void clearingNamesTheSession() throws ProblemException {
            graph.always(CLEAR, request -> StandIn.Reply.of(200, null, ""));

            presence().clearSession();

            assertThat(graph.seen.get(0).body()).isEqualTo("{\"sessionId\":\"" + CLIENT + "\"}");
        }

        @Test
        void clearingWhatIsGoneIsSuccess() throws ProblemException {
            graph.always(CLEAR, request -> error(404, "NotFound"));

            presence().clearSession();

            assertThat(graph.seen).hasSize(1);
        }

        @Test
        void clearingThatFailsIsSaid() {
            graph.always(CLEAR, request -> error(503, "serviceNotAvailable"));

            assertThat(problem(presence()::clearSession).kind()).isEqualTo(Kind.SERVICE_FAILING);
        }
    }

    @Nested
    class InACloudThatOffersLess {

        @Test
        void chinaHasNoPresence() {
            assertThat(problem(presence(Cloud.CHINA, graph.at("/v1.0"))::read).kind())
                    .isEqualTo(Kind.NO_PRESENCE_IN_CLOUD);
            assertThat(graph.seen).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"USGOV", "USGOV_DOD", "CHINA"})
        void settingIsNotOffered(Cloud cloud) {
            GraphPresence presence = presence(cloud, graph.at("/v1.0"));

            assertThat(problem(() -> set(presence)).kind()).isEqualTo(Kind.READ_ONLY_CLOUD);
            assertThat(problem(presence::clearSession).kind()).isEqualTo(Kind.READ_ONLY_CLOUD);
            assertThat(graph.seen).isEmpty();
        }
    }
}
