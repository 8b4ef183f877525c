package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small things that a home keeps. */
class KeptTest {

    @TempDir
    private Path home;

    @Nested
    class WhatIsSaidOnce {

        @Test
        void isNotSaidAgainAfterARestart() {
            Path file = home.resolve("said");
            SeenFile once = new SeenFile(file);
            assertThat(once.said()).isFalse();
            once.say();
            assertThat(once.said()).isTrue();
            assertThat(new SeenFile(file).said()).isTrue();
        }

        @Test
        void isSaidOnceARunWhereItCannotBeKept() {
            SeenFile once = new SeenFile(home.resolve("no/such/folder/said"));
            once.say();
            assertThat(once.said()).isTrue();
        }
    }
}
