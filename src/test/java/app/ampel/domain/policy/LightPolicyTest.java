package app.ampel.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LightPolicyTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Presence AVAILABLE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);
    private static final Presence IN_A_MEETING = Presence.of(Availability.BUSY, Activity.IN_A_MEETING);
    private static final LightCommand RED = LightCommand.solid(Colour.RED);

    private PresenceReading reading = known(AVAILABLE);
    private Optional<ManualStatus> manual = Optional.empty();
    private Optional<LightCommand> override = Optional.empty();
    private boolean locked;
    private IdleRule rest = IdleRule.NONE;
    private boolean calm;
    private Optional<Instant> signedOutSince = Optional.empty();

    private LightPolicy.Shown decide(Instant now) {
        return LightPolicy.decide(new LightPolicy.Known(
                reading, manual, override, locked, signedOutSince, Schemes.CLASSIC, rest, calm, now));
    }

    private static PresenceReading known(Presence presence) {
        return reading(PresenceReading.Kind.KNOWN, presence, Optional.empty());
    }

    private static PresenceReading reading(PresenceReading.Kind kind, Presence presence, Optional<Instant> staleSince) {
        return new PresenceReading(
                kind,
                Optional.of(new PresenceReading.Last(presence, NOON.minusSeconds(70), staleSince)),
                Optional.empty(),
                Optional.empty());
    }

    private static ManualStatus chosen(Choice choice, ManualStatus.State state) {
        return new ManualStatus(choice, NOON, NOON.plusSeconds(600), Optional.empty(), state, Optional.empty());
    }

    @ParameterizedTest(name = "{0}/{1} shows {2} {3}")
    @CsvSource({
        "Available,Available,#00ff00,SOLID",
        "AvailableIdle,Away,#00ff00,SOLID",
        "Available,AvailableInactive,#00ff00,SOLID",
        "Busy,InACall,#ff0000,PULSE",
        "Busy,InAConferenceCall,#ff0000,PULSE",
        "DoNotDisturb,Presenting,#ff0000,PULSE",
        "DoNotDisturb,DoNotDisturb,#ff0040,SOLID",
        "DoNotDisturb,Focusing,#ff0040,SOLID",
        "DoNotDisturb,UrgentInterruptionsOnly,#ff0040,SOLID",
        "Busy,Busy,#ff0000,SOLID",
        "BusyIdle,BusyIdle,#ff0000,SOLID",
        "Busy,InAMeeting,#ff0000,SOLID",
        "Away,Away,#ffbf00,SOLID",
        "BeRightBack,BeRightBack,#ffbf00,SOLID",
        "Offline,Offline,#000000,SOLID",
        "Offline,OffWork,#000000,SOLID",
        "Away,OutOfOffice,#8000ff,SOLID",
        "Offline,OutOfOffice,#8000ff,SOLID",
        "PresenceUnknown,OutOfOffice,#8000ff,SOLID",
        "Available,OutOfOffice,#00ff00,SOLID",
        "Busy,OutOfOffice,#ff0000,SOLID",
        "Busy,SomethingNew,#ff0000,SOLID",
        "available,available,#00ff00,SOLID",
        "SomethingNew,SomethingNew,#333333,SOLID",
        "PresenceUnknown,PresenceUnknown,#333333,SOLID"
    })
    void theClassicSchemeShows(String availability, String activity, String colour, Effect effect) {
        reading = known(Presence.of(new Availability(availability), new Activity(activity)));
        assertThat(decide(NOON).command())
                .isEqualTo(new LightCommand(Colour.parse(colour).orElseThrow(), effect));
        assertThat(decide(NOON).reason()).isEqualTo(Reason.PRESENCE);
    }

    @Nested
    class WhenStale {

        private void stale(Presence presence) {
            reading = reading(PresenceReading.Kind.STALE, presence, Optional.of(NOON));
        }

        @Test
        void greenTurnsDimWhiteAtOnce() {
            stale(AVAILABLE);
            assertThat(decide(NOON).command()).isEqualTo(Schemes.DIM_WHITE);
            assertThat(decide(NOON).reason()).isEqualTo(Reason.STALE);
        }

        @Test
        void redStaysDimmedForTenMinutesThenTurnsDimWhite() {
            stale(IN_A_MEETING);
            Instant tenMinutesLater = NOON.plusSeconds(600);
            Colour dimmed = decide(NOON).command().colour();
            assertThat(dimmed.red()).isBetween(1, 128);
            assertThat(dimmed.green() + dimmed.blue()).isZero();
            assertThat(decide(NOON).until()).contains(tenMinutesLater);
            assertThat(decide(tenMinutesLater).command()).isEqualTo(Schemes.DIM_WHITE);
        }

        @Test
        void anUnreachableMicrosoftWithAFreshAnswerChangesNothing() {
            reading = reading(PresenceReading.Kind.UNREACHABLE, IN_A_MEETING, Optional.empty());
            assertThat(decide(NOON).command()).isEqualTo(RED);
        }

        @Test
        void nothingEverHeardIsDimWhite() {
            reading = new PresenceReading(
                    PresenceReading.Kind.UNREACHABLE, Optional.empty(), Optional.empty(), Optional.empty());
            assertThat(decide(NOON).command()).isEqualTo(Schemes.DIM_WHITE);
            assertThat(decide(NOON).reason()).isEqualTo(Reason.UNKNOWN);
        }
    }

    @Nested
    class WhenSignedOut {

        @Test
        void itBlinksWhiteTwiceForTenMinutesThenTurnsDimWhite() {
            reading = new PresenceReading(
                    PresenceReading.Kind.SIGNED_OUT, Optional.empty(), Optional.empty(), Optional.empty());
            signedOutSince = Optional.of(NOON);
            assertThat(decide(NOON).command()).isEqualTo(new LightCommand(Colour.WHITE, Effect.DOUBLE_BLINK));
            assertThat(decide(NOON).until()).contains(NOON.plusSeconds(600));
            assertThat(decide(NOON.plusSeconds(600)).command()).isEqualTo(Schemes.DIM_WHITE);
        }
    }

    @Nested
    class WhenLocked {

        @Test
        void redStays() {
            locked = true;
            reading = known(IN_A_MEETING);
            assertThat(decide(NOON).command()).isEqualTo(RED);
        }

        @Test
        void availableTurnsAmberAtOnce() {
            locked = true;
            assertThat(decide(NOON).command()).isEqualTo(LightCommand.solid(Colour.AMBER));
            assertThat(decide(NOON).reason()).isEqualTo(Reason.LOCKED);
        }

        @Test
        void evenAvailableSetByHandTurnsAmber() {
            locked = true;
            manual = Optional.of(chosen(Choice.AVAILABLE, ManualStatus.State.IN_EFFECT));
            assertThat(decide(NOON).command()).isEqualTo(LightCommand.solid(Colour.AMBER));
        }
    }

    @Nested
    class WhenAStatusIsSetByHand {

        @ParameterizedTest
        @EnumSource(
                value = ManualStatus.State.class,
                names = {"REQUESTED", "IN_EFFECT", "FAILED", "LIGHT_ONLY"})
        void theLightFollowsTheChoice(ManualStatus.State state) {
            manual = Optional.of(chosen(Choice.IN_A_CALL, state));
            assertThat(decide(NOON).command()).isEqualTo(new LightCommand(Colour.RED, Effect.PULSE));
            assertThat(decide(NOON).reason()).isEqualTo(Reason.MANUAL);
        }

        @Test
        void theLightFollowsTeamsWhenTeamsShowsSomethingElse() {
            reading = known(Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB));
            manual = Optional.of(chosen(Choice.IN_A_CALL, ManualStatus.State.OVERRIDDEN));
            assertThat(decide(NOON).command()).isEqualTo(LightCommand.solid(Colour.MAGENTA_RED));
        }
    }

    @Test
    void whatTheUserToldTheLightStandsAboveEverything() {
        override = Optional.of(LightCommand.OFF);
        manual = Optional.of(chosen(Choice.IN_A_CALL, ManualStatus.State.IN_EFFECT));
        assertThat(decide(NOON).command()).isEqualTo(LightCommand.OFF);
        assertThat(decide(NOON).reason()).isEqualTo(Reason.OVERRIDE);
    }

    @Test
    void aMissingConsentIsDimWhite() {
        reading = new PresenceReading(
                PresenceReading.Kind.CONSENT_MISSING,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Problem.of(Problem.Kind.CONSENT_NEEDED)));
        assertThat(decide(NOON).command()).isEqualTo(Schemes.DIM_WHITE);
        assertThat(decide(NOON).reason()).isEqualTo(Reason.CONSENT_MISSING);
    }

    @Nested
    class WhileLightsRest {

        private final Instant later = NOON.plusSeconds(3600);

        private void rests(IdleBehaviour how, Reason why) {
            rest = new IdleRule(how, why, Optional.of(later));
        }

        @Test
        void theyAreDarkOutOfHoursIfTheUserWantsThat() {
            rests(IdleBehaviour.OFF, Reason.OUT_OF_HOURS);
            assertThat(decide(NOON))
                    .isEqualTo(new LightPolicy.Shown(LightCommand.OFF, Reason.OUT_OF_HOURS, Optional.of(later)));
        }

        @Test
        void orDimWithTheirEffect() {
            rests(IdleBehaviour.DIM, Reason.LOCKED_REST);
            reading = known(Presence.of(Availability.BUSY, Activity.IN_A_CALL));
            assertThat(decide(NOON).command()).isEqualTo(new LightCommand(Colour.RED.dimmedTo(30), Effect.PULSE));
        }

        @Test
        void whatIsNotKnownIsDimAlready() {
            rests(IdleBehaviour.DIM, Reason.OUT_OF_HOURS);
            reading = known(Presence.of(Availability.PRESENCE_UNKNOWN, Activity.PRESENCE_UNKNOWN));
            assertThat(decide(NOON).command()).isEqualTo(Schemes.DIM_WHITE);
        }

        @Test
        void whatIsSetByHandOutOfHoursIsSeen() {
            rests(IdleBehaviour.OFF, Reason.OUT_OF_HOURS);
            manual = Optional.of(chosen(Choice.IN_A_CALL, ManualStatus.State.IN_EFFECT));
            assertThat(decide(NOON).command()).isEqualTo(new LightCommand(Colour.RED, Effect.PULSE));
        }

        @Test
        void butNotWhileLocked() {
            rests(IdleBehaviour.OFF, Reason.LOCKED_REST);
            manual = Optional.of(chosen(Choice.IN_A_CALL, ManualStatus.State.IN_EFFECT));
            assertThat(decide(NOON).command()).isEqualTo(LightCommand.OFF);
        }

        @Test
        void aLockedAvailableStaysAwayForTheTray() {
            locked = true;
            rests(IdleBehaviour.DIM, Reason.LOCKED_REST);
            assertThat(decide(NOON).command()).isEqualTo(LightCommand.solid(Colour.AMBER.dimmedTo(30)));
            assertThat(decide(NOON).reason()).isEqualTo(Reason.LOCKED);
        }

        @Test
        void whatTheUserToldTheLightIsSeen() {
            rests(IdleBehaviour.OFF, Reason.LOCKED_REST);
            override = Optional.of(RED);
            assertThat(decide(NOON).command()).isEqualTo(RED);
        }
    }

    @Nested
    class WhenCalm {

        @Test
        void nothingPulses() {
            calm = true;
            reading = known(Presence.of(Availability.BUSY, Activity.IN_A_CALL));
            assertThat(decide(NOON).command()).isEqualTo(RED);
        }

        @Test
        void signedOutDoesNotBlink() {
            calm = true;
            reading = new PresenceReading(
                    PresenceReading.Kind.SIGNED_OUT, Optional.empty(), Optional.empty(), Optional.empty());
            assertThat(decide(NOON).command()).isEqualTo(Schemes.DIM_WHITE);
        }
    }

    /** For every scheme that anybody can make up, with the few colours that make two of them fall together. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261130})
    void nothingLockedAndNothingStaleEverHasTheColourOfAvailable(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Scheme scheme = scheme(random);
            Colour available = scheme.show(AVAILABLE).colour();
            PresenceKind[] groups = PresenceKind.values();
            Presence presence = groups[random.nextInt(groups.length)].example();
            boolean stale = random.nextBoolean();
            boolean isLocked = !stale || random.nextBoolean();
            IdleRule anyRest = new IdleRule(
                    IdleBehaviour.values()[random.nextInt(IdleBehaviour.values().length)],
                    Reason.LOCKED_REST,
                    Optional.empty());
            PresenceReading.Kind kind = stale
                    ? PresenceReading.Kind.STALE
                    : PresenceReading.Kind.values()[random.nextInt(PresenceReading.Kind.values().length)];
            Optional<Instant> since = kind == PresenceReading.Kind.KNOWN || !stale && random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(NOON.minusSeconds(random.nextInt(900)));
            Choice choice = Choice.values()[random.nextInt(Choice.values().length)];
            Optional<ManualStatus> byHand = isLocked && random.nextInt(3) == 0
                    ? Optional.of(chosen(choice, ManualStatus.State.IN_EFFECT))
                    : Optional.empty();
            LightPolicy.Shown shown = LightPolicy.decide(new LightPolicy.Known(
                    reading(kind, presence, since),
                    byHand,
                    Optional.empty(),
                    isLocked,
                    Optional.of(NOON).filter(now -> kind == PresenceReading.Kind.SIGNED_OUT),
                    scheme,
                    anyRest,
                    random.nextBoolean(),
                    NOON));
            Colour colour = shown.command().colour();
            assertThat(colour.isDark() || !colour.equals(available))
                    .as("seed %d, step %d: %s of %s", seed, i, shown, scheme)
                    .isTrue();
        }
    }

    private static Scheme scheme(Random random) {
        List<Colour> few = List.of(
                Colour.GREEN,
                Colour.RED,
                Colour.RED.dimmedTo(LightPolicy.DIMMED_PERCENT),
                Colour.WHITE,
                Schemes.DIM_WHITE.colour());
        Map<PresenceKind, LightCommand> shows = new EnumMap<>(PresenceKind.class);
        for (PresenceKind kind : PresenceKind.values()) {
            shows.put(kind, LightCommand.solid(few.get(random.nextInt(few.size()))));
        }
        return Scheme.of("own", shows);
    }
}
