package app.ampel.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Scheme;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresenceKindTest {

    private static final List<String> AVAILABILITIES = List.of(
            "Available",
            "AvailableIdle",
            "availableinactive",
            "Away",
            "BeRightBack",
            "Busy",
            "BusyIdle",
            "DoNotDisturb",
            "Offline",
            "PresenceUnknown",
            "Levitating");

    private static final List<String> ACTIVITIES = List.of(
            "Available",
            "Away",
            "BeRightBack",
            "Busy",
            "DoNotDisturb",
            "InACall",
            "inaconferencecall",
            "InAMeeting",
            "Inactive",
            "Offline",
            "OffWork",
            "OutOfOffice",
            "PresenceUnknown",
            "Presenting",
            "Focusing",
            "UrgentInterruptionsOnly",
            "Juggling");

    private static Stream<Presence> all() {
        return AVAILABILITIES.stream()
                .flatMap(availability -> ACTIVITIES.stream()
                        .flatMap(activity -> Stream.of(true, false)
                                .map(outOfOffice -> new Presence(
                                        new Availability(availability),
                                        new Activity(activity),
                                        outOfOffice,
                                        Optional.empty(),
                                        Optional.empty(),
                                        ""))));
    }

    @ParameterizedTest
    @EnumSource
    void hasAnExampleOfItself(PresenceKind kind) {
        assertThat(PresenceKind.of(kind.example())).isEqualTo(kind);
    }

    @Test
    void isWhatASchemeTellsApart() {
        Map<PresenceKind, LightCommand> shows = new EnumMap<>(PresenceKind.class);
        Arrays.stream(PresenceKind.values())
                .forEach(kind -> shows.put(kind, LightCommand.solid(new Colour(kind.ordinal(), 0, 0))));
        Scheme scheme = Scheme.of("each its own", shows);
        assertThat(all())
                .allSatisfy(
                        presence -> assertThat(scheme.show(presence)).isEqualTo(shows.get(PresenceKind.of(presence))));
    }

    @Test
    void callsWhoeverPresentsInACall() {
        assertThat(PresenceKind.of(Presence.of(Availability.DO_NOT_DISTURB, Activity.PRESENTING)))
                .isEqualTo(PresenceKind.IN_A_CALL);
    }

    @Test
    void nobodyIsFreeWhoIsDoingSomethingElse() {
        assertThat(all().filter(presence -> PresenceKind.of(presence) == PresenceKind.AVAILABLE))
                .allSatisfy(presence -> {
                    assertThat(presence.availability().key()).startsWith("available");
                    assertThat(presence.activity().key()).doesNotContain("call", "meeting", "presenting", "focusing");
                });
    }
}
