package app.ampel.domain.light;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "1",
                "0000",
                "0001",
                "00000001",
                "000000000000",
                "0009",
                "1111",
                "FFFFFFFF",
                "ffff-ffff",
                "123456",
                "1234567890",
                "0123456789",
                "0123456789ABCDEF",
                "123456789abc",
                "654321",
                "9876543210",
                "abcdef",
                "63813",
                "None",
                "N/A",
                "Serial Number",
                "DEADBEEF",
                "00:00:00:01"
            })
    void thatManyShareAreNobodysOwn(String serial) {
        assertThat(SerialNumbers.isOwn(serial)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8573531",
                "A5069RR4",
                "3A001234",
                "193F914722000800",
                "24587C000001",
                "42",
                "77",
                "7583",
                "00A1",
                "12345678B",
                "55639303133351A0",
                "1243",
                "0010"
            })
    void thatMayBeOnesOwnAre(String serial) {
        assertThat(SerialNumbers.isOwn(serial)).isTrue();
    }
}
