package app.ampel.domain.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Zurück um 15 Uhr", "日本語", "\ud83d\ude00 whole", "e\u0301", "\u202eleft", "?"})
    void isWhatPeopleWrite(String text) {
        assertThat(Legible.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufffd", "Zur\ufffd\ufffdck", "\ud83d", "a\ud83db", "\ude00", "\ude00\ud83d"})
    void isNotWhatLostItsLetters(String text) {
        assertThat(Legible.is(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            Anna Becker|Anna Becker
            \u202eannA\u202c|annA
            \u2066a\u2069\u200e\u200f\u061cb\ufeff\u00ad|ab
            a\u2028b\u2029c\u0085d|a b c d
            a\ud83d b\ufffd|a b
            \ue000x|x
            \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645|\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645
            \ud83d\udc69\u200d\ud83d\udcbb ok|\ud83d\udc69\u200d\ud83d\udcbb ok""", delimiter = '|')
    void isMadeOfWhatAnybodyMayHaveWritten(String written, String shown) {
        assertThat(Legible.of(written, 100)).isEqualTo(shown);
        assertThat(Legible.is(Legible.of(written, 100))).isTrue();
    }

    @Test
    void isOneLine() {
        assertThat(Legible.of(" Anna\t\r\n\u0000 Becker ", 100)).isEqualTo("Anna Becker");
    }

    @Test
    void isCutBetweenLettersOnly() {
        assertThat(Legible.of("x".repeat(300), 120)).isEqualTo("x".repeat(119) + "\u2026");
        assertThat(Legible.of("x".repeat(120), 120)).isEqualTo("x".repeat(120));
        assertThat(Legible.of("\ud83d\ude00".repeat(10), 5)).isEqualTo("\ud83d\ude00".repeat(4) + "\u2026");
        String coder = "\ud83d\udc69\u200d\ud83d\udcbb";
        assertThat(Legible.of("ab" + coder + "cdef", 5)).isEqualTo("ab\u2026");
        assertThat(Legible.of("abce\u0301fgh", 5)).isEqualTo("abc\u2026");
    }

    @Test
    void hasNoTowersOfAccentsAndIsQuicklyMadeOfANovel() {
        assertThat(Legible.of("e" + "\u0301".repeat(50), 100)).isEqualTo("e" + "\u0301".repeat(4));
        assertThat(Legible.of("\u0301".repeat(1_000_000), 3)).hasSizeLessThanOrEqualTo(4);
    }
}
