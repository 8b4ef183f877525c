package app.ampel.domain.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.ConfusablePair;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.PresenceKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColourVisionTest {

    /** From the table of Sharma, Wu and Dalal (2005), made to find mistakes in implementations. */
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000",
        "50, 0, 0, 50, -1, 2, 2.3669",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195",
        "50, 2.5, 0, 50, 0, -2.5, 4.3065",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "50, 2.5, 0, 58, 24, 15, 19.4535",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void distancesAreThoseOfCiede2000(
            double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        assertThat(new CieLab(l1, a1, b1).distance(new CieLab(l2, a2, b2))).isCloseTo(expected, within(0.00006));
        assertThat(new CieLab(l2, a2, b2).distance(new CieLab(l1, a1, b1))).isCloseTo(expected, within(0.00006));
    }

    @ParameterizedTest
    @EnumSource(ColourVision.class)
    void blackAndWhiteAreAHundredApartForEverybody(ColourVision vision) {
        assertThat(vision.distance(Colour.BLACK, Colour.WHITE)).isCloseTo(100, within(0.1));
        assertThat(vision.distance(Colour.RED, Colour.RED)).isZero();
    }

    @Test
    void whoSeesRedAndGreenAlikeTakesGreenForAmber() {
        assertThat(ColourVision.NORMAL.distance(Colour.GREEN, Colour.AMBER)).isGreaterThan(25);
        assertThat(ColourVision.DEUTERANOPIA.distance(Colour.GREEN, Colour.AMBER))
                .isLessThan(5);
        assertThat(ColourVision.PROTANOPIA.distance(Colour.GREEN, Colour.AMBER)).isLessThan(5);
    }

    @Nested
    class TheColourBlindScheme {

        private final Map<PresenceKind, LightCommand> shows = Schemes.COLOUR_BLIND.shows();

        /** One of each that has to be told from all others, and "unknown" too. */
        private final List<PresenceKind> apart = List.of(
                PresenceKind.AVAILABLE,
                PresenceKind.BUSY,
                PresenceKind.IN_A_CALL,
                PresenceKind.DO_NOT_DISTURB,
                PresenceKind.AWAY,
                PresenceKind.OUT_OF_OFFICE,
                PresenceKind.OFFLINE,
                PresenceKind.UNKNOWN);

        private List<String> alike(Map<PresenceKind, LightCommand> scheme) {
            return apart.stream()
                    .flatMap(one -> apart.stream()
                            .filter(other -> one.compareTo(other) < 0)
                            .filter(other -> ConfusablePair.areAlike(scheme.get(one), scheme.get(other)))
                            .map(other -> one + " " + other))
                    .toList();
        }

        @Test
        void keepsAllStatesApartForEverybody() {
            assertThat(alike(shows)).isEmpty();
            assertThat(ConfusablePair.in(shows)).isEmpty();
        }

        @Test
        void theClassicOneDoesNot() {
            assertThat(alike(Schemes.CLASSIC.shows()))
                    .contains("AVAILABLE AWAY", "BUSY AVAILABLE", "DO_NOT_DISTURB BUSY");
        }

        /** Effects are left out where somebody wants calm: then a call is still red, and nothing else is. */
        @Test
        void withoutEffectsWhoeverIsBusyIsRedAndNobodyElseLooksLikeIt() {
            Map<PresenceKind, LightCommand> calm = new EnumMap<>(shows);
            calm.replaceAll((group, command) -> LightCommand.solid(command.colour()));
            assertThat(ConfusablePair.in(calm)).isEmpty();
            assertThat(Arrays.stream(PresenceKind.values()).filter(PresenceKind::isBusy))
                    .allSatisfy(group -> assertThat(calm.get(group).colour()).isEqualTo(Colour.RED));
        }

        private Stream<Colour> lit(Collection<LightCommand> commands) {
            return Stream.concat(
                            commands.stream().map(LightCommand::colour),
                            Stream.of(Colour.BLACK, Colour.WHITE, Schemes.DIM_WHITE.colour()))
                    .distinct();
        }

        @ParameterizedTest
        @EnumSource(ColourVision.class)
        void itsColoursAreAtLeast20ApartFromEachOtherAndFromWhiteAndDark(ColourVision vision) {
            List<Colour> colours = lit(shows.values()).toList();
            List<Colour> pure = colours.stream()
                    .filter(colour -> !colour.equals(new Colour(colour.red(), colour.red(), colour.red())))
                    .toList();
            assertThat(pure).hasSize(4);
            for (Colour one : pure) {
                assertThat(colours.stream().filter(other -> !other.equals(one)))
                        .allSatisfy(other -> assertThat(vision.distance(one, other))
                                .as("%s %s", one, other)
                                .isGreaterThan(ColourVision.ALIKE));
            }
        }

        @Test
        void noNeighbourOfItsColoursIsBetter() {
            double best = smallest(Colour.BLUE, Colour.RED, Colour.YELLOW, Colour.AZURE);
            for (int step : List.of(-16, 16)) {
                int green = Colour.YELLOW.green() + step;
                assertThat(smallest(Colour.BLUE, Colour.RED, new Colour(255, green, 0), Colour.AZURE))
                        .isLessThanOrEqualTo(best);
                green = Colour.AZURE.green() + step;
                assertThat(smallest(Colour.BLUE, Colour.RED, Colour.YELLOW, new Colour(0, green, 255)))
                        .isLessThanOrEqualTo(best);
            }
            assertThat(smallest(new Colour(0, 16, 255), Colour.RED, Colour.YELLOW, Colour.AZURE))
                    .isLessThanOrEqualTo(best);
        }

        private double smallest(Colour... colours) {
            List<Colour> all = lit(Arrays.stream(colours)
                            .map(LightCommand::solid)
                            .toList())
                    .toList();
            return Arrays.stream(colours)
                    .flatMap(one -> all.stream()
                            .filter(other -> !other.equals(one))
                            .flatMap(other ->
                                    Arrays.stream(ColourVision.values()).map(vision -> vision.distance(one, other))))
                    .min(Double::compare)
                    .orElseThrow();
        }
    }

    @Nested
    class Mixups {

        private final Map<PresenceKind, LightCommand> shows = Schemes.COLOUR_BLIND.shows();

        @Test
        void theWorstComesFirst() {
            shows.put(PresenceKind.AVAILABLE, LightCommand.solid(Colour.RED));
            shows.put(PresenceKind.AWAY, LightCommand.solid(Colour.RED));
            assertThat(ConfusablePair.in(shows).get(0).forEverybody()).isTrue();
            assertThat(ConfusablePair.in(shows).stream().limit(2).map(ConfusablePair::other))
                    .containsOnly(PresenceKind.AVAILABLE);
        }

        @Test
        void callsAndMeetingsMayLookTheSame() {
            shows.put(PresenceKind.IN_A_CALL, LightCommand.solid(Colour.RED));
            assertThat(ConfusablePair.in(shows)).isEmpty();
        }

        @Test
        void whatOnlySomePeopleMixUpIsSaidSo() {
            shows.put(PresenceKind.AVAILABLE, LightCommand.solid(Colour.GREEN));
            assertThat(ConfusablePair.in(shows))
                    .contains(new ConfusablePair(PresenceKind.AVAILABLE, PresenceKind.AWAY, false))
                    .noneMatch(ConfusablePair::forEverybody);
        }
    }

    @Test
    void aSchemeByGroupsLosesNothingWhenItIsReadAsGroups() {
        assertThat(Schemes.READY_MADE).allMatch(Scheme::isByKind);
        Scheme classic = Schemes.CLASSIC;
        Scheme byHand =
                new Scheme("own", classic.rules().subList(1, classic.rules().size()), classic.otherwise());
        assertThat(byHand.isByKind()).isFalse();
    }
}
