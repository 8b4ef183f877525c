package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.light.screen.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small things that a home keeps. */
class KeptTest {

    @TempDir
    private Path home;

    @Nested
    class ThePlaceOfTheLightOnTheScreen {

        private Path file;
        private LampPlace place;

        @BeforeEach
        void look() {
            file = home.resolve("screen-light");
            place = new LampPlace(file, Runnable::run);
        }

        @Test
        void isKept() {
            assertThat(place.last()).isEmpty();
            place.keep(new Place.Spot(12.5, -3));
            assertThat(new LampPlace(file, Runnable::run).last()).contains(new Place.Spot(12.5, -3));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "12",
                    "a b",
                    "NaN 1",
                    "1 Infinity",
                    "1 2 and then far more than any honest file of two numbers would ever have in it, on and on"
                })
        void isForgottenWhenTheFileMakesNoSense(String content) throws IOException {
            Files.writeString(file, content);
            assertThat(place.last()).isEmpty();
        }

        @Test
        void isNotMissedWhenItCannotBeKept() {
            LampPlace nowhere = new LampPlace(home.resolve("no/such/folder/file"), Runnable::run);
            nowhere.keep(new Place.Spot(1, 2));
            assertThat(nowhere.last()).isEmpty();
        }
    }

    @Nested
    class WhatIsSaidOnce {

        @Test
        void isNotSaidAgainAfterARestart() {
            Path file = home.resolve("said");
            SaidOnce once = new SaidOnce(file);
            assertThat(once.said()).isFalse();
            once.say();
            assertThat(once.said()).isTrue();
            assertThat(new SaidOnce(file).said()).isTrue();
        }

        @Test
        void isSaidOnceARunWhereItCannotBeKept() {
            SaidOnce once = new SaidOnce(home.resolve("no/such/folder/said"));
            once.say();
            assertThat(once.said()).isTrue();
        }
    }
}
