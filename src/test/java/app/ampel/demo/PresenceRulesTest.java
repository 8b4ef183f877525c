package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules as Microsoft's pages on setPresence, setUserPreferredPresence and managing presence state give them. */
class PresenceRulesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Bench bench = new Bench();
    private final Instant start = bench.day.instant();
    private final PresenceActions actions = new PresenceActions(bench.tenant);

    private String seen() {
        return bench.tenant.presence().seen().pair().toString();
    }

    private void pass(String duration) {
        bench.day.advance(Duration.parse(duration));
    }

    private void set(String pair, String expiration) {
        String[] words = pair.split("/");
        actions.setPresence(body("sessionId", DemoUser.KIM.clientId(), words, expiration))
                .run();
    }

    private void prefer(String pair, String expiration) {
        actions.setPreferred(body(null, null, pair.split("/"), expiration)).run();
    }

    private static String body(String idName, String id, String[] pair, String expiration) {
        return "{" + (idName == null ? "" : "\"" + idName + "\":\"" + id + "\",")
                + "\"availability\":\"" + pair[0] + "\",\"activity\":\"" + pair[1] + "\""
                + (expiration == null ? "" : ",\"expirationDuration\":\"" + expiration + "\"") + "}";
    }

    private static ScriptedPresence pair(String text) {
        String[] words = text.split("/");
        return new ScriptedPresence(new Availability(words[0]), new Activity(words[1]));
    }

    private static Refusal refusal(Runnable runnable) {
        return catchThrowableOfType(Refusal.class, runnable::run);
    }

    @Nested
    class WithoutAnySession {
        @Test
        void theUserIsOffline() {
            assertThat(seen()).isEqualTo("Offline/Offline");
        }

        @Test
        void aPreferredPresenceDoesNotShow() {
            prefer("Busy/Busy", null);
            assertThat(seen()).isEqualTo("Offline/Offline");
        }

        @Test
        void clearingOneIsNotFound() {
            String body = "{\"sessionId\":\"" + DemoUser.KIM.clientId() + "\"}";
            assertThat(refusal(actions.clearPresence(body)).status()).isEqualTo(404);
        }
    }

    @Nested
    class AnAppsSession {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Available/Available",
                    "Busy/InACall",
                    "Busy/InAConferenceCall",
                    "Away/Away",
                    "DoNotDisturb/Presenting"
                })
        void mayBeOneOfFivePairs(String pair) {
            set(pair, "PT5M");
            assertThat(seen()).isEqualTo(pair);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Busy/Busy",
                    "Busy/InAMeeting",
                    "Available/OutOfOffice",
                    "DoNotDisturb/DoNotDisturb",
                    "Offline/OffWork",
                    "BeRightBack/BeRightBack",
                    "Available/InACall"
                })
        void mayBeNoOtherPair(String pair) {
            Refusal refusal = refusal(() -> set(pair, "PT5M"));
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.code()).isEqualTo("InvalidArgument");
            assertThat(seen()).isEqualTo("Offline/Offline");
        }

        @ParameterizedTest
        @CsvSource({"PT5M,PT5M", "PT4H,PT4H", "PT240M,PT4H", "PT1H30M,PT1H30M", ",PT5M"})
        void lastsAsLongAsAsked(String expiration, String lasts) {
            set("Busy/InACall", expiration);
            pass(lasts);
            bench.day.advance(Duration.ofMillis(-1));
            assertThat(seen()).isEqualTo("Busy/InACall");
            bench.day.advance(Duration.ofMillis(1));
            assertThat(seen()).isEqualTo("Offline/Offline");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "PT4M59S",
                    "PT4H1S",
                    "P1D",
                    "-PT5M",
                    "PT0S",
                    "5 minutes",
                    "PT",
                    "P",
                    "PT99999999999999999999H"
                })
        void mayNotLastShorterThanFiveMinutesNorLongerThanFourHours(String expiration) {
            assertThat(refusal(() -> set("Busy/InACall", expiration)).code()).isEqualTo("InvalidArgument");
        }

        @Test
        void needsASessionId() {
            assertThatThrownBy(() -> actions.setPresence("{\"availability\":\"Busy\",\"activity\":\"InACall\"}"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("[SessionId]: The SessionId field is required.");
        }

        @Test
        void hasTheApplicationsIdAsItsId() {
            String body = body("sessionId", "somebody-else", new String[] {"Busy", "InACall"}, "PT5M");
            assertThat(refusal(() -> actions.setPresence(body)).code()).isEqualTo("InvalidArgument");
        }

        @Test
        void isToldAboutAMisspeltField() {
            String body = body("sessionID", DemoUser.KIM.clientId(), new String[] {"Busy", "InACall"}, "PT5M");
            assertThat(refusal(() -> actions.setPresence(body)).status()).isEqualTo(400);
        }

        @Test
        void endsWhenItIsCleared() {
            set("Busy/InACall", "PT1H");
            actions.clearPresence("{\"sessionId\":\"" + DemoUser.KIM.clientId() + "\"}")
                    .run();
            assertThat(seen()).isEqualTo("Offline/Offline");
        }

        @Test
        void cannotBeClearedAnyMoreWhenItHasExpired() {
            set("Busy/InACall", "PT5M");
            pass("PT5M");
            Runnable clear = actions.clearPresence("{\"sessionId\":\"" + DemoUser.KIM.clientId() + "\"}");
            assertThat(refusal(clear).status()).isEqualTo(404);
        }
    }

    @Nested
    class AnAvailableSession {
        @BeforeEach
        void set() {
            PresenceRulesTest.this.set("Available/Available", "PT4H");
        }

        @ParameterizedTest
        @CsvSource({
            "PT4M59S,Available/Available",
            "PT5M,Available/AvailableInactive",
            "PT9M59S,Available/AvailableInactive",
            "PT10M,Away/Away",
            "PT3H59M,Away/Away",
            "PT4H,Offline/Offline"
        })
        void fades(String after, String pair) {
            pass(after);
            assertThat(seen()).isEqualTo(pair);
        }

        @Test
        void staysWhileItIsSaidAgainEveryFourMinutes() {
            for (int i = 0; i < 10; i++) {
                pass("PT4M");
                assertThat(seen()).isEqualTo("Available/Available");
                PresenceRulesTest.this.set("Available/Available", "PT4H");
            }
        }
    }

    @Nested
    class SeveralSessions {
        /** DoNotDisturb, Busy, Available, Away, whichever side says it. */
        @ParameterizedTest
        @CsvSource({
            "DoNotDisturb/Focusing,Busy/InACall,DoNotDisturb/Focusing",
            "Busy/InAMeeting,DoNotDisturb/Presenting,DoNotDisturb/Presenting",
            "Busy/InAMeeting,Available/Available,Busy/InAMeeting",
            "Available/Available,Busy/InACall,Busy/InACall",
            "Away/Away,Available/Available,Available/Available",
            "Available/Available,Away/Away,Available/Available",
            "BeRightBack/BeRightBack,Available/Available,Available/Available",
            "AvailableIdle/Inactive,Away/Away,AvailableIdle/Inactive",
            "Busy/InAMeeting,Busy/InACall,Busy/InACall"
        })
        void showTheOneThatRanksHighest(String teams, String app, String shown) {
            bench.teams.from(start, pair(teams));
            pass("PT1M");
            set(app, "PT5M");
            assertThat(seen()).isEqualTo(shown);
        }

        @Test
        void showTheLaterOfEquals() {
            set("Busy/InACall", "PT1H");
            bench.teams.from(start.plus(MINUTE), pair("Busy/InAMeeting"));
            pass("PT1M");
            set("Busy/InACall", "PT1H");
            assertThat(seen()).isEqualTo("Busy/InAMeeting");
        }

        @Test
        void leaveTheOtherWhenOneEnds() {
            bench.teams.from(start, pair("Available/Available")).goneFrom(start.plus(Duration.ofMinutes(20)));
            set("Busy/InACall", "PT10M");
            pass("PT10M");
            assertThat(seen()).isEqualTo("Available/Available");
            pass("PT10M");
            assertThat(seen()).isEqualTo("Offline/Offline");
        }
    }

    @Nested
    class APreferredPresence {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Available/Available",
                    "Busy/Busy",
                    "DoNotDisturb/DoNotDisturb",
                    "BeRightBack/BeRightBack",
                    "Away/Away",
                    "Offline/OffWork"
                })
        void outranksEverySession(String pair) {
            bench.teams.from(start, pair("DoNotDisturb/Presenting"));
            set("Busy/InACall", "PT1H");
            prefer(pair, "PT1H");
            assertThat(seen()).isEqualTo(pair);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Busy/InACall", "Offline/Offline", "DoNotDisturb/Presenting", "Available/Busy"})
        void mayBeNoOtherPair(String pair) {
            assertThat(refusal(() -> prefer(pair, null)).code()).isEqualTo("InvalidArgument");
        }

        @ParameterizedTest
        @CsvSource({
            "Busy/Busy,,P1D",
            "DoNotDisturb/DoNotDisturb,,P1D",
            "Available/Available,,P7D",
            "BeRightBack/BeRightBack,,P7D",
            "Offline/OffWork,,P7D",
            "Busy/Busy,PT8H,PT8H",
            "Busy/Busy,P2D,P2D"
        })
        void endsByItsOwnClock(String pair, String expiration, String lasts) {
            bench.teams.from(start, pair("Away/Away"));
            prefer(pair, expiration);
            pass(lasts);
            bench.day.advance(Duration.ofMillis(-1));
            assertThat(seen()).isEqualTo(pair);
            bench.day.advance(Duration.ofMillis(1));
            assertThat(seen()).isEqualTo("Away/Away");
        }

        @Test
        void showsAsSoonAsThereIsASession() {
            bench.teams.from(start.plus(MINUTE), pair("Available/Available"));
            prefer("DoNotDisturb/DoNotDisturb", null);
            assertThat(seen()).isEqualTo("Offline/Offline");
            pass("PT1M");
            assertThat(seen()).isEqualTo("DoNotDisturb/DoNotDisturb");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{}"})
        void isClearedWhetherOrNotThereIsOne(String body) {
            bench.teams.from(start, pair("Available/Available"));
            prefer("Busy/Busy", null);
            actions.clearPreferred(body).run();
            actions.clearPreferred(body).run();
            assertThat(seen()).isEqualTo("Available/Available");
        }
    }

    @Nested
    class TheSequenceNumber {
        @Test
        void staysWhileNothingChanges() {
            set("Busy/InACall", "PT1H");
            long before = bench.tenant.presence().sequence();
            pass("PT30M");
            set("Busy/InACall", "PT1H");
            assertThat(bench.tenant.presence().sequence()).isEqualTo(before);
        }

        @Test
        void countsChangesThatNobodyAskedAbout() {
            set("Available/Available", "PT1H");
            long before = bench.tenant.presence().sequence();
            pass("PT2H");
            assertThat(bench.tenant.presence().sequence())
                    .as("inactive, away, offline")
                    .isEqualTo(before + 3);
        }

        @Test
        void countsAChangeAndItsReturn() {
            bench.teams
                    .from(start, pair("Available/Available"))
                    .from(start.plus(MINUTE), pair("Busy/InACall"))
                    .from(start.plus(MINUTE.multipliedBy(2)), pair("Available/Available"));
            long before = bench.tenant.presence().sequence();
            pass("PT5M");
            assertThat(bench.tenant.presence().sequence()).isEqualTo(before + 2);
        }
    }

    @Nested
    class AStatusMessage {
        private Optional<TenantNote> message() {
            return bench.tenant.presence().seen().message();
        }

        private void say(String json) {
            actions.setStatusMessage("{\"statusMessage\":" + json + "}").run();
        }

        @Test
        void staysWithoutAnExpiry() {
            say("{\"message\":{\"content\":\"On the phone\",\"contentType\":\"text\"}}");
            pass("P30D");
            assertThat(message()).map(TenantNote::text).contains("On the phone");
        }

        @Test
        void goesAtItsExpiryInItsTimeZone() {
            // 08:00 UTC is 09:00 in Berlin.
            say("{\"message\":{\"content\":\"Back soon\",\"contentType\":\"text\"},"
                    + "\"expiryDateTime\":{\"dateTime\":\"2026-11-20T09:30:00\",\"timeZone\":\"Europe/Berlin\"}}");
            pass("PT29M59S");
            assertThat(message()).isPresent();
            pass("PT1S");
            assertThat(message()).isEmpty();
        }

        @Test
        void goesWhenItIsEmpty() {
            say("{\"message\":{\"content\":\"On the phone\",\"contentType\":\"text\"}}");
            say("{\"message\":{\"content\":\"\",\"contentType\":\"text\"}}");
            assertThat(message()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "{\"message\":{\"content\":\"<b>no</b>\",\"contentType\":\"html\"}}",
                    "{\"expiryDateTime\":{\"dateTime\":\"2026-11-20T09:30:00Z\",\"timeZone\":\"UTC\"}}",
                    "{\"expiryDateTime\":{\"dateTime\":\"2026-11-20T09:30:00\",\"timeZone\":\"Nowhere\"}}"
                })
        void isRefusedInAnyOtherForm(String json) {
            assertThat(refusal(() -> say(json)).status()).isEqualTo(400);
        }
    }

    @Test
    void outOfOfficeIsADimensionOfItsOwn() {
        bench.teams.from(start, Optional.of(ScriptedPresence.AVAILABLE), true, Teams.WorkLocation.REMOTE);
        set("Busy/InACall", "PT5M");
        PresenceState.Seen seen = bench.tenant.presence().seen();
        assertThat(seen.pair().toString()).isEqualTo("Busy/InACall");
        assertThat(seen.outOfOffice()).isTrue();
        assertThat(seen.location()).isEqualTo(Teams.WorkLocation.REMOTE);
    }
}
