package app.ampel.domain.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
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
}
