package app.ampel.face.window.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {

    /** Each letter is one wide. */
    private static String of(String text, int width) {
        return Shortened.of(text, width, part -> part.codePointCount(0, part.length()));
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(of("Ada Lovelace", 12)).isEqualTo("Ada Lovelace");
        assertThat(of("", 0)).isEmpty();
    }

    @Test
    void whatIsTooWideIsCutAndSaysSo() {
        assertThat(of("Ada Lovelace", 8)).isEqualTo("Ada Lov…");
        assertThat(of("Ada Lovelace", 5)).as("no blank before it").isEqualTo("Ada…");
        assertThat(of("Ada", 0)).isEqualTo("…");
    }

    @Test
    void threeHundredLettersAreFewEnough() {
        assertThat(of("x".repeat(300), 1_000)).hasSizeLessThanOrEqualTo(121).endsWith("x…");
    }

    @Test
    void neverWithinALetter() {
        String family = "👨\u200d👩\u200d👧";
        for (int width = 1; width < 12; width++) {
            assertThat(of("Kim " + family + " Muster", width))
                    .doesNotContain("\u200d…")
                    .satisfies(cut -> assertThat(Character.isSurrogate(cut.charAt(Math.max(0, cut.length() - 2)))
                                    && !Character.isLowSurrogate(cut.charAt(cut.length() - 2)))
                            .isFalse());
        }
        assertThat(of("Ame\u0301lie", 4)).isEqualTo("Am…");
        assertThat(of("שלום עולם", 6)).isEqualTo("שלום…");
    }
}
