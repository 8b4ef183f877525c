package app.ampel.domain.light.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.UsbInterface;
import app.ampel.domain.light.model.thingm.Blink1;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = new Catalogue();

    private static UsbIdentity device(int vendor, int product, String name, String serial) {
        return new UsbIdentity(new UsbId(vendor, product), "", name, serial, 0x0100);
    }

    private static UsbInterface part(UsbIdentity device, int number, OptionalInt outputLength) {
        return new UsbInterface(device, number, outputLength);
    }

    private Optional<String> keyOf(UsbInterface part) {
        return catalogue.find(part).map(LightModel::key);
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
                assertThat(catalogue.find(part(device(0x27bb, product, "BUSYLIGHT", ""), 0, OptionalInt.of(64))))
                        .isEmpty();
                assertThat(catalogue.find("27bb:" + Integer.toHexString(product)))
                        .isEmpty();
            }
        }

        @Test
        void aModelIsFoundByKeyNameOrId() {
            assertThat(catalogue.find("kuando").orElseThrow().key()).isEqualTo("kuando");
            assertThat(catalogue.find(" Luxafor Flag").orElseThrow().key()).isEqualTo("luxafor");
            assertThat(catalogue.find("27B8:01ED").orElseThrow().key()).isEqualTo("blink1");
            assertThat(catalogue.find("2C0D:0010").orElseThrow().key()).isEqualTo("blynclight-plus");
            assertThat(catalogue.find("lava-lamp")).isEmpty();
        }

        @Test
        void keysAndNamesAreUnique() {
            assertThat(catalogue.models()).extracting(LightModel::key).doesNotHaveDuplicates();
            assertThat(catalogue.models()).extracting(LightModel::name).doesNotHaveDuplicates();
        }

        @Test
        void aBlinkStickIsKnownByItsSerialNumberAndRelease() {
            assertThat(keyOf(blinkStick("BS000001-1.0", 0x0200))).contains("blinkstick");
            assertThat(keyOf(blinkStick("BS000001-2.1", 0x0200))).contains("blinkstick-pro");
            assertThat(keyOf(blinkStick("BS032974-3.0", 0x0200))).contains("blinkstick-square");
            assertThat(keyOf(blinkStick("BS032974-3.0", 0x0201))).contains("blinkstick-strip");
            assertThat(keyOf(blinkStick("BS032974-3.1", 0x0202))).contains("blinkstick-nano");
            assertThat(keyOf(blinkStick("BS032974-3.0", 0x0203))).contains("blinkstick-flex");
            for (String other : List.of("", "BS032974-4.0", "BS-3.0", "3.0")) {
                assertThat(keyOf(blinkStick(other, 0x0200))).as(other).contains("blinkstick");
            }
            assertThat(keyOf(blinkStick("BS032974-3.0", 0x0299))).contains("blinkstick");
        }

        private UsbIdentity blinkStick(String serial, int release) {
            return new UsbIdentity(new UsbId(0x20a0, 0x41e5), "Agile Innovative Ltd", "BlinkStick", serial, release);
        }

        @Test
        void idsThatOthersHaveAsWellNeedAName() {
            UsbId hobby = new UsbId(0x16c0, 0x27db);
            assertThat(keyOf(new UsbIdentity(hobby, "muteme.com", "Button", "", 1)))
                    .contains("muteme");
            assertThat(keyOf(new UsbIdentity(hobby, "", "MuteMe", "", 1))).contains("muteme");
            assertThat(keyOf(new UsbIdentity(hobby, "somebody", "Keyboard", "", 1)))
                    .isEmpty();
            assertThat(keyOf(device(0x20a0, 0x42db, "", ""))).contains("muteme");
            assertThat(keyOf(device(0x3603, 0x0004, "", ""))).contains("muteme");
            assertThat(keyOf(device(0x10c4, 0xea60, "MuteSync Button", ""))).contains("mutesync");
            assertThat(keyOf(device(0x10c4, 0xea60, "CP2102 USB to UART", ""))).isEmpty();
            assertThat(keyOf(device(0x0d50, 0x0008, "USB-TrafficLight", ""))).contains("cleware");
            assertThat(keyOf(device(0x0d50, 0x0008, "USB-Switch", ""))).isEmpty();
        }

        @Test
        void aMuteMeMiniIsNamedByItsProduct() {
            assertThat(new MuteMe().nameOf(device(0x20a0, 0x42db, "MuteMe Mini", "")))
                    .isEqualTo("MuteMe Mini");
            assertThat(new MuteMe().nameOf(device(0x20a0, 0x42da, "MuteMe", "")))
                    .isEqualTo("MuteMe");
        }

        @Test
        void theLampOfAnEarlyBlynclightIsItsSecondInterface() {
            UsbIdentity early = device(0x1130, 0x0001, "", "");
            assertThat(catalogue.find(part(early, 0, OptionalInt.of(8)))).isEmpty();
            assertThat(catalogue.find(part(early, 1, OptionalInt.of(8))).map(LightModel::key))
                    .contains("blyncusb10");
        }

        @Test
        void anOldBusylightIsKnownByTheLengthOfItsReport() {
            UsbIdentity old = device(0x04d8, 0xf848, "", "");
            assertThat(keyOf(part(old, 0, OptionalInt.of(8)))).contains("kuando-lync");
            assertThat(keyOf(part(old, 0, OptionalInt.of(64)))).contains("kuando-lync-64");
            assertThat(keyOf(part(old, 0, OptionalInt.empty()))).contains("kuando-lync");
            UsbIdentity uc = device(0x27bb, 0x3bcb, "", "");
            assertThat(keyOf(part(uc, 0, OptionalInt.of(8)))).contains("kuando-lync");
            assertThat(keyOf(part(uc, 0, OptionalInt.of(64)))).contains("kuando");
            assertThat(keyOf(part(uc, 0, OptionalInt.empty()))).contains("kuando");
        }

        @Test
        void whatTheMakersOfLightsMakeNextIsNamedAndNotTried() {
            for (int vendor : new int[] {0x27b8, 0x27bb, 0x2c0d, 0x3603}) {
                UsbInterface next = part(device(vendor, 0x7777, "", ""), 0, OptionalInt.of(64));
                LightModel unknown = catalogue.find(next).orElseThrow();
                assertThat(unknown).isInstanceOf(UnknownLight.class);
                assertThat(unknown.nameOf(next.device())).matches("[A-Z]\\w+ [0-9a-f]{4}:7777");
                assertThat(unknown.encode(LightCommand.solid(Colour.RED)).reports())
                        .isEmpty();
                assertThat(catalogue.knows(next.device().id())).isTrue();
            }
            for (int vendor : new int[] {0x04d8, 0x1294, 0x0fc5, 0x0d50, 0x20a0, 0x16c0, 0x1130, 0x1395}) {
                assertThat(catalogue.knows(new UsbId(vendor, 0x7777))).isFalse();
            }
            assertThat(catalogue.models()).noneMatch(UnknownLight.class::isInstance);
        }
    }

    @Nested
    class TheUdevFile {
        @Test
        void isMadeFromTheCatalogue() throws IOException {
            assertThat(Files.readString(Path.of("packaging/linux/60-ampel.rules")))
                    .isEqualTo(new UdevRules(catalogue).file());
        }

        private final List<String> rules = new UdevRules(catalogue)
                .file()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();

        @Test
        void namesEachIdOfTheCatalogueAndNoOther() {
            Pattern ids = Pattern.compile("ATTRS\\{idVendor}==\"(....)\", ATTRS\\{idProduct}==\"(....)\"");
            assertThat(rules.stream()
                            .flatMap(rule -> ids.matcher(rule).results())
                            .map(id -> id.group(1) + ":" + id.group(2))
                            .distinct())
                    .containsExactlyElementsOf(
                            catalogue.ids().stream().map(UsbId::toString).toList());
            assertThat(rules).doesNotHaveDuplicates();
        }

        @Test
        void givesAHidLightToTheUserAtTheSeat() {
            assertThat(rules)
                    .contains(
                            "KERNEL==\"hidraw*\", SUBSYSTEM==\"hidraw\", ATTRS{idVendor}==\"27bb\", ATTRS{idProduct}==\"3bcd\", TAG+=\"uaccess\"");
        }

        @Test
        void givesASerialLightToTheUserAndKeepsTheModemManagerAway() {
            assertThat(rules)
                    .contains(
                            "KERNEL==\"tty*\", SUBSYSTEM==\"tty\", ATTRS{idVendor}==\"2047\", ATTRS{idProduct}==\"03df\", ENV{ID_MM_DEVICE_IGNORE}=\"1\", TAG+=\"uaccess\"");
        }

        @Test
        void asksForMoreWhereOthersHaveThatId() {
            assertThat(rules.stream().filter(rule -> rule.matches(".*(10c4|16c0|0d50).*")))
                    .hasSize(12)
                    .allMatch(rule ->
                            rule.contains("ATTRS{product}==\"*[") || rule.contains("ATTRS{manufacturer}==\"*["));
        }

        private List<String> more(String... confirmed) {
            return new UdevRules(catalogue)
                    .file(Set.of(confirmed))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !rules.contains(line))
                    .toList();
        }

        @Test
        void letsAtWhatTheUserSaysIsALightInItsSocketAndAtNothingElse() {
            assertThat(more("cleware:usb-1-2.4"))
                    .containsExactly(
                            "KERNEL==\"hidraw*\", SUBSYSTEM==\"hidraw\", ATTRS{idVendor}==\"0d50\", ATTRS{idProduct}==\"0008\", KERNELS==\"1-2.4\", TAG+=\"uaccess\"");
            assertThat(more("muteme:AB-7"))
                    .containsExactly(
                            "KERNEL==\"hidraw*\", SUBSYSTEM==\"hidraw\", ATTRS{idVendor}==\"16c0\", ATTRS{idProduct}==\"27db\", ATTRS{serial}==\"AB?7\", TAG+=\"uaccess\"");
        }

        @Test
        void takesNothingElseOutOfTheSettings() {
            assertThat(more(
                            "cleware:usb",
                            "cleware:a\", RUN+=\"/bin/sh",
                            "cleware:usb-1-2\nx",
                            "cleware:*",
                            "nothing:usb-1-2"))
                    .isEmpty();
        }

        @Test
        void learnsTheInterfaceBeforeItAsksForIt() {
            List<String> tenx = rules.stream()
                    .filter(rule -> rule.contains("\"0001\"") && rule.contains("1130"))
                    .toList();
            assertThat(tenx).hasSize(2);
            assertThat(tenx.get(0)).endsWith("IMPORT{builtin}=\"usb_id\"");
            assertThat(tenx.get(1))
                    .contains("ENV{ID_USB_INTERFACE_NUM}==\"01\"")
                    .endsWith("TAG+=\"uaccess\"");
        }
    }
}
