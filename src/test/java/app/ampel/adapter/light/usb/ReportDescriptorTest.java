package app.ampel.adapter.light.usb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Descriptors written by hand from the HID specification. */
class ReportDescriptorTest {

    private static OptionalInt length(String hex) {
        return ReportDescriptor.outputLength(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void anOutputReportOfEightBytes() {
        assertThat(length("0600ff 0901 a101 1500 26ff00 7508 9508 0901 8102 0901 9102 c0"))
                .hasValue(8);
    }

    @Test
    void anOutputReportWithATwoByteCount() {
        assertThat(length("0600ff 0901 a101 7508 960001 9102 c0")).hasValue(256);
    }

    @Test
    void fieldsOfOneReportAddUpAndBitsMakeBytes() {
        assertThat(length("a101 7501 9503 9102 7505 9501 9101 7508 9502 9102 c0"))
                .hasValue(3);
        assertThat(length("a101 7501 9503 9102 c0")).hasValue(1);
    }

    @Test
    void ofSeveralReportsTheLongestCounts() {
        assertThat(length("a101 8501 7508 9504 9102 8502 9510 9102 c0")).hasValue(16);
    }

    @Test
    void whatWasPushedComesBack() {
        assertThat(length("a101 7508 9508 a4 9540 b4 9102 c0")).hasValue(8);
        assertThat(length("a101 7508 9508 b4 9102 c0")).hasValue(8);
    }

    @Test
    void longItemsAreSkipped() {
        assertThat(length("fe02f0 abcd a101 7508 9508 9102 c0")).hasValue(8);
    }

    @Test
    void inputAndFeatureReportsAreNone() {
        assertThat(length("a101 7508 9508 8102 9520 b102 c0")).isEmpty();
        assertThat(length("")).isEmpty();
    }

    @Test
    void whatEndsInTheMiddleOrIsEndlessIsNotBelieved() {
        assertThat(length("a101 7508 9508 9102 96ff")).isEmpty();
        assertThat(length("a101 7508 9508 9102 fe")).isEmpty();
        assertThat(length("a101 7508 9508 9102 fe05f0 ab")).isEmpty();
        assertThat(length("a101 77ffffffff 97ffffffff 9102 9102 9102 c0")).isEmpty();
    }

    @Test
    void anythingCanBeRead() {
        Random random = new Random(20261125);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            assertThat(ReportDescriptor.outputLength(noise).orElse(1)).isBetween(1, 0xffff);
        }
    }
}
