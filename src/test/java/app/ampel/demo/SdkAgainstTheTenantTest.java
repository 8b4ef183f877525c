package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.Presence;
import com.microsoft.graph.models.PresenceStatusMessage;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserWorkLocation;
import com.microsoft.graph.models.WorkLocationSource;
import com.microsoft.graph.models.WorkLocationType;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.presence.clearpresence.ClearPresencePostRequestBody;
import com.microsoft.graph.users.item.presence.setpresence.SetPresencePostRequestBody;
import com.microsoft.graph.users.item.presence.setstatusmessage.SetStatusMessagePostRequestBody;
import com.microsoft.graph.users.item.presence.setuserpreferredpresence.SetUserPreferredPresencePostRequestBody;
import com.microsoft.kiota.PeriodAndDuration;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The real Graph SDK, with no network. */
class SdkAgainstTheTenantTest {

    private final Bench bench = new Bench();
    private final GraphServiceClient reader = bench.graph(bench.token("User.Read", "Presence.Read"));

    private GraphServiceClient writer() {
        return bench.graph(bench.token("User.Read", "Presence.Read", "Presence.ReadWrite"));
    }

    private static String shown(GraphServiceClient graph) {
        Presence presence = graph.me().presence().get();
        return presence.getAvailability() + "/" + presence.getActivity();
    }

    private static SetPresencePostRequestBody inACall(Duration lease) {
        SetPresencePostRequestBody body = new SetPresencePostRequestBody();
        body.setSessionId(DemoUser.KIM.clientId());
        body.setAvailability("Busy");
        body.setActivity("InACall");
        body.setExpirationDuration(PeriodAndDuration.ofDuration(lease));
        return body;
    }

    private static ClearPresencePostRequestBody clearing() {
        ClearPresencePostRequestBody body = new ClearPresencePostRequestBody();
        body.setSessionId(DemoUser.KIM.clientId());
        return body;
    }

    private static ODataError error(Runnable call) {
        return catchThrowableOfType(ODataError.class, call::run);
    }

    @Nested
    class Reading {
        @Test
        void givesThePerson() {
            User me = reader.me().get();
            assertThat(me.getDisplayName()).isEqualTo("Kim Muster");
            assertThat(me.getUserPrincipalName()).isEqualTo("kim@muster.example");
            assertThat(me.getId()).isEqualTo(DemoUser.KIM.objectId());
        }

        @Test
        void givesOnlyWhatIsSelected() {
            User me = reader.me().get(options -> options.queryParameters.select = new String[] {"id", "displayName"});
            assertThat(me.getDisplayName()).isEqualTo("Kim Muster");
            assertThat(me.getUserPrincipalName()).isNull();
        }

        @Test
        void givesEveryPartOfThePresence() {
            bench.teams.from(
                    bench.day.instant(), Optional.of(ScriptedPresence.AVAILABLE), true, Teams.WorkLocation.REMOTE);
            Presence presence = reader.me().presence().get();
            UserWorkLocation location = presence.getWorkLocation();

            assertThat(presence.getId()).isEqualTo(DemoUser.KIM.objectId());
            assertThat(presence.getAvailability()).isEqualTo("Available");
            assertThat(presence.getActivity()).isEqualTo("Available");
            assertThat(presence.getOutOfOfficeSettings().getIsOutOfOffice()).isTrue();
            assertThat(location.getWorkLocationType()).isEqualTo(WorkLocationType.Remote);
            assertThat(location.getSource()).isEqualTo(WorkLocationSource.Scheduled);
            assertThat(presence.getStatusMessage()).isNull();
        }

        @Test
        void givesThePresenceByTheObjectIdToo() {
            assertThat(reader.users()
                            .byUserId(DemoUser.KIM.objectId())
                            .presence()
                            .get()
                            .getAvailability())
                    .isEqualTo("Offline");
        }

        @Test
        void givesASequenceNumberThatSortsAsText() {
            GraphServiceClient graph = writer();
            String before = graph.me().presence().get().getSequenceNumber();
            for (int i = 0; i < 12; i++) {
                graph.me().presence().setPresence().post(inACall(Duration.ofMinutes(5)));
                graph.me().presence().clearPresence().post(clearing());
                String after = graph.me().presence().get().getSequenceNumber();
                assertThat(after).isGreaterThan(before);
                before = after;
            }
        }
    }

    @Nested
    class Writing {
        private final GraphServiceClient graph = writer();

        @Test
        void setsASessionThatExpires() {
            graph.me().presence().setPresence().post(inACall(Duration.ofMinutes(30)));
            assertThat(shown(graph)).isEqualTo("Busy/InACall");
            bench.day.advance(Duration.ofMinutes(30));
            assertThat(shown(graph)).isEqualTo("Offline/Offline");
        }

        @Test
        void clearsASessionOnceAndThenFindsNone() {
            graph.me().presence().setPresence().post(inACall(Duration.ofMinutes(30)));
            graph.me().presence().clearPresence().post(clearing());
            assertThat(shown(graph)).isEqualTo("Offline/Offline");

            ODataError error = error(() -> graph.me().presence().clearPresence().post(clearing()));
            assertThat(error.getResponseStatusCode()).isEqualTo(404);
            assertThat(error.getError().getCode()).isEqualTo("NotFound");
        }

        @Test
        void catchesABodyThatIsPostedTwice() {
            SetPresencePostRequestBody body = inACall(Duration.ofMinutes(5));
            graph.me().presence().setPresence().post(body);
            ODataError error = error(() -> graph.me().presence().setPresence().post(body));
            assertThat(error.getResponseStatusCode()).isEqualTo(400);
            assertThat(error.getError().getMessage()).isEqualTo("[SessionId]: The SessionId field is required.");
        }

        @Test
        void prefersAPresenceUntilItIsCleared() {
            bench.teams.from(bench.day.instant(), ScriptedPresence.AVAILABLE);
            SetUserPreferredPresencePostRequestBody body = new SetUserPreferredPresencePostRequestBody();
            body.setAvailability("DoNotDisturb");
            body.setActivity("DoNotDisturb");
            body.setExpirationDuration(PeriodAndDuration.ofDuration(Duration.ofHours(8)));
            graph.me().presence().setUserPreferredPresence().post(body);
            assertThat(shown(graph)).isEqualTo("DoNotDisturb/DoNotDisturb");

            graph.me().presence().clearUserPreferredPresence().post();
            assertThat(shown(graph)).isEqualTo("Available/Available");
        }

        @Test
        void leavesAMessageUntilItExpires() {
            SetStatusMessagePostRequestBody body = new SetStatusMessagePostRequestBody();
            body.setStatusMessage(message("Back at two", "2026-11-20T13:00:00"));
            graph.me().presence().setStatusMessage().post(body);

            PresenceStatusMessage message = graph.me().presence().get().getStatusMessage();
            assertThat(message.getMessage().getContent()).isEqualTo("Back at two");
            assertThat(message.getMessage().getContentType()).isEqualTo(BodyType.Text);
            assertThat(message.getExpiryDateTime().getDateTime()).startsWith("2026-11-20T13:00");
            assertThat(message.getPublishedDateTime().toInstant()).isEqualTo(bench.day.instant());

            bench.day.advance(Duration.ofHours(5));
            assertThat(graph.me().presence().get().getStatusMessage()).isNull();
        }

        private PresenceStatusMessage message(String text, String until) {
            ItemBody body = new ItemBody();
            body.setContent(text);
            body.setContentType(BodyType.Text);
            DateTimeTimeZone expiry = new DateTimeTimeZone();
            expiry.setDateTime(until);
            expiry.setTimeZone("UTC");
            PresenceStatusMessage message = new PresenceStatusMessage();
            message.setMessage(body);
            message.setExpiryDateTime(expiry);
            return message;
        }

        @Test
        void mayNotSetSomebodyElsesPresence() {
            ODataError error = error(() -> graph.users()
                    .byUserId("11111111-2222-3333-4444-555555555555")
                    .presence()
                    .setPresence()
                    .post(inACall(Duration.ofMinutes(5))));
            assertThat(error.getResponseStatusCode()).isEqualTo(401);
            assertThat(error.getError().getMessage()).isEqualTo("Cannot set the presence of another user");
        }
    }

    @Nested
    class Refusing {
        @Test
        void aWriteWithoutItsScopeIsForbiddenWithAnEmptyMessage() {
            ODataError error = error(() -> reader.me().presence().setPresence().post(inACall(Duration.ofMinutes(5))));
            assertThat(error.getResponseStatusCode()).isEqualTo(403);
            assertThat(error.getError().getCode()).isEqualTo("Forbidden");
            assertThat(error.getError().getMessage()).isEmpty();
        }

        @Test
        void theScopeToWriteDoesNotRead() {
            Bench other = new Bench();
            GraphServiceClient graph = other.graph(other.token("User.Read", "Presence.ReadWrite"));
            assertThat(error(() -> graph.me().presence().get()).getResponseStatusCode())
                    .isEqualTo(403);
        }

        @Test
        void anUnknownTokenIsUnauthorized() {
            GraphServiceClient graph = bench.graph("made-up");
            ODataError error = error(() -> graph.me().presence().get());
            assertThat(error.getResponseStatusCode()).isEqualTo(401);
            assertThat(error.getError().getCode()).isEqualTo("InvalidAuthenticationToken");
        }

        @Test
        void anExpiredTokenIsUnauthorized() {
            bench.computer.advance(SignIn.TOKEN_LIFE);
            assertThat(error(() -> reader.me().presence().get()).getResponseStatusCode())
                    .isEqualTo(401);
        }

        @Test
        void theDaysClockDoesNotAgeTokens() {
            bench.day.advance(Duration.ofDays(3));
            assertThat(shown(reader)).isEqualTo("Offline/Offline");
        }

        @Test
        void throttlingSaysHowLongToWaitAndThenEnds() {
            bench.tenant.throttle(1, Optional.of(Duration.ofSeconds(17)));
            ODataError error = error(() -> reader.me().presence().get());
            assertThat(error.getResponseStatusCode()).isEqualTo(429);
            assertThat(error.getResponseHeaders().get("Retry-After")).containsExactly("17");
            assertThat(shown(reader)).isEqualTo("Offline/Offline");
        }

        @Test
        void throttlingMayKeepTheTimeToItself() {
            bench.tenant.throttle(1, Optional.empty());
            ODataError error = error(() -> reader.me().presence().get());
            assertThat(error.getResponseStatusCode()).isEqualTo(429);
            assertThat(error.getResponseHeaders()).doesNotContainKey("Retry-After");
        }
    }
}
