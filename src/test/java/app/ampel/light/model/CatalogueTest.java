package app.ampel.light.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.light.LightModel;
import app.ampel.light.UsbId;
import app.ampel.light.UsbIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = new Catalogue();

    private static UsbIdentity device(int vendor, int product, String name, String serial) {
        return new UsbIdentity(new UsbId(vendor, product), "", name, serial, 0x0100);
    }

    private Optional<String> keyOf(UsbIdentity device) {
        return catalogue.find(device).map(LightModel::key);
    }

    @Nested
    class Finding {
        @Test
        void aLuxaforIsNamedByItsProduct() {
            UsbIdentity mute = device(0x04d8, 0xf372, "LUXAFOR MUTE", "");
            assertThat(keyOf(mute)).contains("luxafor");
            assertThat(new Luxafor().nameOf(mute)).isEqualTo("Luxafor Mute");
            assertThat(new Luxafor().nameOf(device(0x04d8, 0xf372, "LUXAFOR BT", "")))
                    .isEqualTo("Luxafor Bluetooth");
            assertThat(new Luxafor().nameOf(device(0x04d8, 0xf372, "", ""))).isEqualTo("Luxafor Flag");
        }

        @Test
        void theGenerationOfABlink1IsInItsSerialNumber() {
            assertThat(keyOf(device(0x27b8, 0x01ed, "blink(1) mk3", "3A001234")))
                    .contains("blink1");
            assertThat(keyOf(device(0x27b8, 0x01ed, "blink(1)", "1A001234"))).contains("blink1-mk1");
            assertThat(keyOf(device(0x27b8, 0x01ed, "blink(1)", ""))).contains("blink1");
            assertThat(new Blink1().nameOf(device(0x27b8, 0x01ed, "", "20001234")))
                    .isEqualTo("blink(1) mk2");
        }

        @Test
        void everyBusylightIsALight() {
            for (int product : new int[] {0x3bca, 0x3bcb, 0x3bcd, 0x3bce, 0x3bcf}) {
                assertThat(keyOf(device(0x27bb, product, "BUSYLIGHT", ""))).contains("kuando");
            }
        }

        @Test
        void theKuandoBoxAndTheBootLoaderAreRefused() {
            for (int product : new int[] {0x3bcc, 0x3bc0}) {
                assertThat(keyOf(device(0x27bb, product, "BUSYLIGHT", ""))).isEmpty();
                assertThat(catalogue.knows(new UsbId(0x27bb, product))).isFalse();
                assertThat(catalogue.find("27bb:" + Integer.toHexString(product)))
                        .isEmpty();
            }
        }

        @Test
        void aModelIsFoundByKeyNameOrId() {
            assertThat(catalogue.find("kuando").orElseThrow().key()).isEqualTo("kuando");
            assertThat(catalogue.find(" Luxafor Flag").orElseThrow().key()).isEqualTo("luxafor");
            assertThat(catalogue.find("27B8:01ED").orElseThrow().key()).isEqualTo("blink1");
            assertThat(catalogue.find("blynclight")).isEmpty();
        }

        @Test
        void keysAreUnique() {
            assertThat(catalogue.models()).extracting(LightModel::key).doesNotHaveDuplicates();
        }
    }

    @Nested
    class TheUdevFile {
        @Test
        void isMadeFromTheCatalogue() throws IOException {
            assertThat(Files.readString(Path.of("packaging/linux/60-ampel.rules")))
                    .isEqualTo(new UdevRules(catalogue).file());
        }

        @Test
        void hasALineForEachIdAndNoOther() {
            assertThat(new UdevRules(catalogue).file().lines().filter(line -> !line.startsWith("#")))
                    .hasSize(7)
                    .contains(
                            "KERNEL==\"hidraw*\", SUBSYSTEM==\"hidraw\", ATTRS{idVendor}==\"27bb\", ATTRS{idProduct}==\"3bcd\", TAG+=\"uaccess\"")
                    .noneMatch(line -> line.contains("3bcc") || line.contains("3bc0"));
        }
    }
}
