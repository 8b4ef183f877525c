package app.ampel.face.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.presence.PresenceReading.Kind;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IconStateTest {

    private static final LightOverride BLUE = LightOverride.showing(LightCommand.solid(Colour.BLUE));

    private static Snapshot moment(
            PresenceReading reading, Optional<ManualStatus> manual, LightOverride override, Reason why) {
        return new Snapshot(
                Snapshots.NOW,
                reading,
                manual,
                override,
                LightCommand.OFF,
                why,
                AccountState.signedIn(Snapshots.ADA),
                Optional.empty());
    }

    private static IconState following(PresenceReading reading, Reason why) {
        return IconState.of(moment(reading, Optional.empty(), LightOverride.AUTO, why));
    }

    private static PresenceReading old(Kind kind) {
        return Snapshots.reading(kind, Optional.empty(), Optional.empty());
    }

    private static Optional<ManualStatus> manual(Choice choice, ManualStatus.State state) {
        return Optional.of(new ManualStatus(
                choice, Snapshots.NOW, Snapshots.NOW.plusSeconds(60), Optional.empty(), state, Optional.empty()));
    }

    @Nested
    class WhenThePresenceIsKnown {

        @ParameterizedTest
        @CsvSource({
            "Available, Available, AVAILABLE",
            "availableidle, Inactive, AVAILABLE",
            "Busy, Busy, BUSY",
            "Busy, InAMeeting, BUSY",
            "Busy, InACall, IN_A_CALL",
            "Busy, InAConferenceCall, IN_A_CALL",
            "DoNotDisturb, Presenting, IN_A_CALL",
            "DoNotDisturb, Focusing, DO_NOT_DISTURB",
            "Busy, UrgentInterruptionsOnly, DO_NOT_DISTURB",
            "Away, Away, AWAY",
            "BeRightBack, BeRightBack, AWAY",
            "Away, OutOfOffice, OUT_OF_OFFICE",
            "Offline, OutOfOffice, OUT_OF_OFFICE",
            "Available, OutOfOffice, AVAILABLE",
            "Offline, Offline, OFFLINE",
            "PresenceUnknown, PresenceUnknown, UNKNOWN",
            "Levitating, Levitating, UNKNOWN",
            "Busy, Levitating, BUSY"
        })
        void showsTheActivityFirstAndElseTheAvailability(String availability, String activity, IconState state) {
            assertThat(following(Snapshots.known(availability, activity), Reason.PRESENCE))
                    .isEqualTo(state);
        }

        @Test
        void showsAnAutomaticReplyOnlyWhenNobodyIsThere() {
            Presence away =
                    new Presence(Availability.AWAY, Activity.AWAY, true, Optional.empty(), Optional.empty(), "");
            PresenceReading reading = new PresenceReading(
                    Kind.KNOWN,
                    Optional.of(new PresenceReading.Last(away, Snapshots.NOW, Optional.empty())),
                    Optional.empty(),
                    Optional.empty());
            assertThat(following(reading, Reason.PRESENCE)).isEqualTo(IconState.OUT_OF_OFFICE);
        }

        @Test
        void neverShowsAvailableWhileLocked() {
            assertThat(following(Snapshots.known("Available", "Available"), Reason.LOCKED))
                    .isEqualTo(IconState.AWAY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STALE, STALE, UNKNOWN",
        "UNREACHABLE, STALE, NO_NETWORK",
        "THROTTLED, STALE, THROTTLED",
        "UNREACHABLE, UNKNOWN, NO_NETWORK",
        "STALE, UNKNOWN, UNKNOWN",
        "SIGNED_OUT, SIGNED_OUT, SIGNED_OUT",
        "CONSENT_MISSING, CONSENT_MISSING, CONSENT_MISSING"
    })
    void whatIsNotKnownHasAShapeForEachReason(Kind kind, Reason why, IconState state) {
        assertThat(following(old(kind), why)).isEqualTo(state);
    }

    @Test
    void oneFailedCheckDoesNotMakeItFlicker() {
        PresenceReading fresh = new PresenceReading(
                Kind.UNREACHABLE,
                Optional.of(Snapshots.last("Busy", "Busy", true)),
                Optional.empty(),
                Optional.empty());
        assertThat(following(fresh, Reason.PRESENCE)).isEqualTo(IconState.BUSY);
    }

    @ParameterizedTest
    @CsvSource({"IN_A_CALL, IN_A_CALL", "PRESENTING, IN_A_CALL", "AVAILABLE, AVAILABLE"})
    void aStatusSetByHandIsShownAsTheLightsShowIt(Choice choice, IconState state) {
        assertThat(IconState.of(moment(
                        old(Kind.UNREACHABLE),
                        manual(choice, ManualStatus.State.LIGHT_ONLY),
                        LightOverride.AUTO,
                        Reason.MANUAL)))
                .isEqualTo(state);
    }

    @Nested
    class WhenTheLightsHaveAColourOfTheUsers {

        @Test
        void theIconStillShowsThePresence() {
            assertThat(IconState.of(moment(Snapshots.known("Away", "Away"), Optional.empty(), BLUE, Reason.OVERRIDE)))
                    .isEqualTo(IconState.AWAY);
        }

        @Test
        void theIconStillShowsWhatIsSetByHand() {
            assertThat(IconState.of(moment(
                            Snapshots.known("Away", "Away"),
                            manual(Choice.IN_A_CALL, ManualStatus.State.REQUESTED),
                            BLUE,
                            Reason.OVERRIDE)))
                    .isEqualTo(IconState.IN_A_CALL);
        }

        @Test
        void whatCountsForMoreThanTheStatusIsShownInstead() {
            assertThat(IconState.of(moment(
                            Snapshots.known("DoNotDisturb", "DoNotDisturb"),
                            manual(Choice.AVAILABLE, ManualStatus.State.OVERRIDDEN),
                            BLUE,
                            Reason.OVERRIDE)))
                    .isEqualTo(IconState.DO_NOT_DISTURB);
        }

        @Test
        void oldKnowledgeIsNotShownAsTrue() {
            assertThat(IconState.of(moment(old(Kind.UNREACHABLE), Optional.empty(), BLUE, Reason.OVERRIDE)))
                    .isEqualTo(IconState.NO_NETWORK);
        }
    }

    @Test
    void pausedIsShownWhateverThePresenceIs() {
        assertThat(IconState.of(moment(
                        Snapshots.known("Busy", "InACall"), Optional.empty(), LightOverride.PAUSED, Reason.PRESENCE)))
                .isEqualTo(IconState.PAUSED);
    }
}
