package app.ampel.face.window.kit;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.Moments;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @ParameterizedTest
    @CsvSource({
        "Available, Available, AVAILABLE, TICK",
        "AvailableIdle, Available, AVAILABLE, TICK",
        "Busy, Busy, BUSY, DISC",
        "Busy, InAMeeting, BUSY, DISC",
        "Busy, InACall, BUSY, HANDSET",
        "busy, inaconferencecall, BUSY, HANDSET",
        "DoNotDisturb, Presenting, BUSY, HANDSET",
        "DoNotDisturb, UrgentInterruptionsOnly, BUSY, BAR",
        "Away, Away, AWAY, CLOCK",
        "BeRightBack, BeRightBack, AWAY, CLOCK",
        "Away, OutOfOffice, OUT_OF_OFFICE, ARROW",
        "Available, OutOfOffice, AVAILABLE, TICK",
        "Offline, Offline, OFFLINE, HOLLOW",
        "Busy, Juggling, BUSY, DISC",
        "PresenceUnknown, PresenceUnknown, NONE, QUESTION",
        "Levitating, Levitating, NONE, QUESTION"
    })
    void aPresenceHasTeamsColourAndAShape(String availability, String activity, TeamsColour hue, Sign sign) {
        assertThat(Look.of(Moments.known(availability, activity))).isEqualTo(new Look(hue, sign, true));
    }

    @Test
    void whatIsSetByHandIsShownUnlessTeamsShowsSomethingElse() {
        Snapshot set = Moments.set(Choice.IN_A_CALL, HALF_AN_HOUR, HALF_AN_HOUR, ManualStatus.State.REQUESTED);
        assertThat(Look.of(set)).isEqualTo(new Look(TeamsColour.BUSY, Sign.HANDSET, true));
        Snapshot overridden = Moments.set(Choice.IN_A_CALL, HALF_AN_HOUR, HALF_AN_HOUR, ManualStatus.State.OVERRIDDEN);
        assertThat(Look.of(overridden)).isEqualTo(new Look(TeamsColour.AVAILABLE, Sign.TICK, true));
    }

    @Test
    void whatIsTheMatterCanBeToldApartWithoutColours() {
        Stream<Snapshot> moments = Stream.of(
                Moments.reading(PresenceReading.Kind.STALE),
                Moments.reading(PresenceReading.Kind.SIGNED_OUT),
                Moments.reading(PresenceReading.Kind.CONSENT_MISSING),
                Moments.reading(PresenceReading.Kind.THROTTLED),
                Moments.reading(PresenceReading.Kind.UNREACHABLE),
                Moments.with(Moments.known("Busy", "Busy"), LightOverride.PAUSED));
        assertThat(moments.map(Look::of).map(look -> look.sign() + " " + look.sure()))
                .doesNotHaveDuplicates();
    }

    @Nested
    class WhenTheLastAnswerIsOld {

        private Snapshot old(String availability, LightCommand shown) {
            PresenceReading.Last last = new PresenceReading.Last(
                    Presence.of(new Availability(availability), new Activity(availability)),
                    Moments.NOW.minusSeconds(300),
                    Optional.of(Moments.NOW.minusSeconds(60)));
            PresenceReading reading = new PresenceReading(
                    PresenceReading.Kind.STALE, Optional.of(last), Optional.empty(), Optional.empty());
            return Moments.with(Snapshots.of(reading), Reason.STALE, shown);
        }

        @Test
        void availableIsNeverShown() {
            assertThat(Look.of(old("Available", Schemes.DIM_WHITE)))
                    .isEqualTo(new Look(TeamsColour.NONE, Sign.QUESTION, false));
        }

        @Test
        void busyStaysPaleForAsLongAsTheLightsKeepIt() {
            LightCommand dimmed = LightCommand.solid(Snapshots.RED.colour().dimmedTo(30));
            assertThat(Look.of(old("Busy", dimmed))).isEqualTo(new Look(TeamsColour.BUSY, Sign.DISC, false));
            assertThat(Look.of(old("Busy", Schemes.DIM_WHITE)))
                    .isEqualTo(new Look(TeamsColour.NONE, Sign.QUESTION, false));
        }
    }

    @Test
    void availableBehindALockedScreenIsAway() {
        Snapshot locked = Moments.with(Moments.known("Available", "Available"), Reason.LOCKED, Snapshots.RED);
        assertThat(Look.of(locked)).isEqualTo(new Look(TeamsColour.AWAY, Sign.CLOCK, true));
    }

    @ParameterizedTest
    @CsvSource({
        "AVAILABLE, available",
        "BUSY, busy",
        "BUSY, in-a-call",
        "BUSY, do-not-disturb",
        "AWAY, away",
        "OUT_OF_OFFICE, out-of-office",
        "OFFLINE, offline",
        "NONE, unknown"
    })
    void theColoursAreThoseOfTheTraysIcons(TeamsColour hue, String icon) throws IOException {
        assertThat(Files.readString(Path.of("icons", "state", icon + ".svg"))).contains('"' + hue.web() + '"');
    }
}
