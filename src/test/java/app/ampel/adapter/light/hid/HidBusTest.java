package app.ampel.adapter.light.hid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.ampel.adapter.light.usb.FakeSysfs;
import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.adapter.light.usb.UsbNode;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.manager.LightBus.Found;
import app.ampel.service.lights.manager.LightException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HidBusTest {

    private final Catalogue catalogue = new Catalogue();
    private final Hidapi hidapi = new Hidapi();
    private final HotPlug still = new HotPlug() {
        @Override
        public void watch(Path folder, Predicate<String> wanted, Runnable changed) {}

        @Override
        public void close() {}
    };

    @AfterEach
    void end() {
        hidapi.end();
    }

    private List<Found> list(HidLister lister) {
        return new HidBus(catalogue, lister, still, hidapi).list();
    }

    private static HidLister.Node node(UsbId id, String serial, String socket, int at, String path, boolean writable) {
        UsbIdentity identity = new UsbIdentity(id, "", "", serial, 0);
        return new HidLister.Node(new UsbNode(Path.of(path), identity, socket, at), path, path, writable);
    }

    private static final UsbId LUXAFOR = new UsbId(0x04d8, 0xf372);
    private static final UsbId BLINK1 = new UsbId(0x27b8, 0x01ed);

    /** The rule: what only its ids speak for is named, and sent nothing before the user says that it is a light. */
    @Nested
    class SomethingThatOnlyMayBeALight {

        private final HidLister.Node one = device("63813", "1-2", "/dev/hidraw1");
        private final HidLister.Node other = device("63813", "1-3", "/dev/hidraw2");
        private final HidBus bus = new HidBus(catalogue, () -> List.of(one, other), still, hidapi);

        private HidLister.Node device(String serial, String socket, String path) {
            UsbIdentity identity = new UsbIdentity(new UsbId(0x0d50, 0x0008), "Cleware GmbH", "USB-Switch", serial, 0);
            return new HidLister.Node(new UsbNode(Path.of(path), identity, socket, 0), path, path, true);
        }

        @Test
        void isNamedAndNotDriven() {
            assertThat(bus.list())
                    .extracting(Found::id, Found::condition, Found::isPossible)
                    .containsExactly(
                            tuple("cleware:usb-1-2", Condition.UNKNOWN_MODEL, true),
                            tuple("cleware:usb-1-3", Condition.UNKNOWN_MODEL, true));
        }

        @Test
        void isALightWhenTheUserSaysSoAndNoOtherWithIt() {
            bus.confirm(Set.of("cleware:usb-1-3"));
            assertThat(bus.list())
                    .extracting(Found::id, Found::kind, Found::condition)
                    .containsExactly(
                            tuple("cleware:usb-1-2", "cleware:usb-1-2", Condition.UNKNOWN_MODEL),
                            tuple("cleware:usb-1-3", "cleware:usb-1-3", Condition.OK));
        }
    }

    @Test
    void aLightThatIsPluggedInWithoutANodeIsNamedWithTheReason() {
        HidLister lister = new HidLister() {
            @Override
            public List<Node> list() {
                return List.of(node(LUXAFOR, "", "1-2", 0, "/dev/hidraw1", true));
            }

            @Override
            public List<UsbNode> withoutNode() {
                return List.of(
                        node(LUXAFOR, "", "1-3", 0, "/", true).usb(),
                        node(new UsbId(0x046d, 0xc077), "", "1-4", 0, "/", true).usb());
            }
        };
        assertThat(list(lister))
                .extracting(Found::id, Found::condition, found -> found.hint().map(Hint::key))
                .containsExactly(
                        tuple("luxafor:usb-1-2", Condition.OK, Optional.empty()),
                        tuple("luxafor:usb-1-3", Condition.IN_USE, Optional.of("light.hint.no-node")));
    }

    @Nested
    class ALightsId {
        @Test
        void isItsModelAndSerialNumber() {
            assertThat(list(() -> List.of(node(BLINK1, "3A001234", "1-2", 0, "/dev/hidraw1", true))))
                    .extracting(Found::id, Found::name, Found::condition)
                    .containsExactly(tuple("blink1:3A001234", "blink(1) mk3", Condition.OK));
        }

        @Test
        void isItsModelAndSocketWithoutOne() {
            assertThat(list(() -> List.of(
                            node(LUXAFOR, "", "1-2", 0, "/dev/hidraw1", true),
                            node(LUXAFOR, "", "1-3.1", 0, "/dev/hidraw0", true))))
                    .extracting(Found::id)
                    .containsExactlyInAnyOrder("luxafor:usb-1-2", "luxafor:usb-1-3.1");
        }

        @Test
        void isNumberedWhereNothingTellsThemApart() {
            assertThat(list(() -> List.of(
                            node(BLINK1, "3A00", "1-2", 0, "/dev/hidraw1", true),
                            node(BLINK1, "3A00", "1-3", 0, "/dev/hidraw2", true))))
                    .extracting(Found::id)
                    .containsExactly("blink1:3A00", "blink1:3A00-2");
        }

        @Test
        void isAlsoWhatItsSettingsBelongToButForLightsWithoutASerialNumberThatIsTheirModel() {
            assertThat(list(() -> List.of(
                            node(BLINK1, "3A00", "1-2", 0, "/dev/hidraw1", true),
                            node(BLINK1, "3A00", "1-3", 0, "/dev/hidraw2", true),
                            node(LUXAFOR, "", "1-4", 0, "/dev/hidraw3", true))))
                    .extracting(Found::kind)
                    .containsExactlyInAnyOrder("blink1:3A00", "blink1:3A00", "luxafor");
        }

        @Test
        void hasNothingStrangeInItWhateverTheDeviceSays() {
            assertThat(list(() ->
                            List.of(node(BLINK1, "3\u001b[31m " + "x".repeat(500), "1-2", 0, "/dev/hidraw1", true))))
                    .singleElement()
                    .satisfies(found -> assertThat(found.id()).matches("blink1:[A-Za-z0-9._-]{1,64}"));
        }
    }

    @Test
    void severalNodesOfOneLightAreOneLight() {
        assertThat(list(() -> List.of(
                        node(LUXAFOR, "", "1-2", 1, "/dev/hidraw1", true),
                        node(LUXAFOR, "", "1-2", 0, "/dev/hidraw2", true),
                        node(LUXAFOR, "", "1-2", 0, "/dev/hidraw2", true))))
                .extracting(Found::attachment)
                .containsExactly("/dev/hidraw2");
    }

    @Nested
    class WithSeveralInterfaces {
        private final UsbId tenx = new UsbId(0x1130, 0x0001);

        @Test
        void theModelSaysWhichOneIsTheLamp() {
            assertThat(list(() -> List.of(
                            node(tenx, "", "1-2", 0, "/dev/hidraw1", true),
                            node(tenx, "", "1-2", 1, "/dev/hidraw2", true))))
                    .extracting(Found::id, Found::attachment)
                    .containsExactly(tuple("blyncusb10:usb-1-2", "/dev/hidraw2"));
        }

        @Test
        void aDeviceWithoutALampIsNoLight() {
            assertThat(list(() -> List.of(node(tenx, "", "1-2", 0, "/dev/hidraw1", true))))
                    .isEmpty();
        }
    }

    @Test
    void aLightThatAmpelDoesNotKnowYetIsListedByItsMakerAndIds() {
        assertThat(list(() -> List.of(
                        node(new UsbId(0x27bb, 0x3bd7), "", "1-2", 0, "/dev/hidraw1", false),
                        node(new UsbId(0x27bb, 0x3bd7), "", "1-2", 1, "/dev/hidraw2", false))))
                .extracting(Found::id, Found::name, Found::condition, Found::hint)
                .containsExactly(tuple(
                        "unknown:usb-1-2",
                        "Kuando 27bb:3bd7",
                        Condition.UNKNOWN_MODEL,
                        Optional.of(new Hint("light.hint.unknown-model", "27bb:3bd7"))));
    }

    @Test
    void aLightThatMayNotBeOpenedSaysHowToAllowIt() {
        assertThat(list(() -> List.of(node(LUXAFOR, "", "1-2", 0, "/dev/hidraw1", false))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.condition()).isEqualTo(Condition.NO_PERMISSION);
                    assertThat(found.hint()).contains(new Hint("light.hint.udev", "Luxafor Flag"));
                });
    }

    @Nested
    class OnLinux {
        @TempDir
        private Path root;

        @Test
        void lightsAreFoundInSysfsAndOthersLeftAlone() throws IOException {
            FakeSysfs fake = new FakeSysfs(root)
                    .usb("1-1", "046d", "c31c", "Keyboard", "")
                    .hidraw("hidraw0", "1-1", 0, "046D C31C")
                    .usb("1-2", "27bb", "3bcd", "BUSYLIGHT", "")
                    .hidraw("hidraw1", "1-2", 0, "27BB 3BCD")
                    .usb("1-3", "27bb", "3bcc", "Kuando Box", "")
                    .hidraw("hidraw2", "1-3", 0, "27BB 3BCC");
            assertThat(list(new SysfsLister(fake.sysfs(), catalogue::knows)))
                    .extracting(Found::id)
                    .containsExactly("kuando:usb-1-2");
        }

        @Test
        void theLengthOfTheReportTellsTwoOldBusylightsApart() throws IOException {
            FakeSysfs fake = new FakeSysfs(root)
                    .usb("1-2", "04d8", "f848", "Busylight", "")
                    .hidraw("hidraw1", "1-2", 0, "04D8 F848")
                    .descriptor("hidraw1", HexFormat.of().parseHex("0600ff0901a1017508950809019102c0"))
                    .usb("1-3", "04d8", "f848", "Busylight", "")
                    .hidraw("hidraw2", "1-3", 0, "04D8 F848")
                    .descriptor("hidraw2", HexFormat.of().parseHex("0600ff0901a1017508954009019102c0"))
                    .usb("1-4", "04d8", "f848", "Busylight", "")
                    .hidraw("hidraw3", "1-4", 0, "04D8 F848");
            assertThat(list(new SysfsLister(fake.sysfs(), catalogue::knows)))
                    .extracting(Found::id)
                    .containsExactly("kuando-lync:usb-1-2", "kuando-lync-64:usb-1-3", "kuando-lync:usb-1-4");
        }

        @Test
        void aReplugIsAnotherPlugUnderTheSameId() throws IOException {
            FakeSysfs fake = new FakeSysfs(root)
                    .usb("1-2", "04d8", "f372", "LUXAFOR ORB", "")
                    .hidraw("hidraw1", "1-2", 0, "04D8 F372");
            HidLister lister = new SysfsLister(fake.sysfs(), catalogue::knows);
            Found before = list(lister).get(0);
            fake.unplug("hidraw", "hidraw1");
            assertThat(list(lister)).isEmpty();
            fake.hidraw("hidraw4", "1-2", 0, "04D8 F372");
            Found after = list(lister).get(0);
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.name()).isEqualTo("Luxafor Orb");
            assertThat(after.attachment()).isNotEqualTo(before.attachment());
        }
    }

    @Test
    void aLightThatHasLeftIsNotOpened() {
        List<HidLister.Node> there = new ArrayList<>(List.of(node(LUXAFOR, "", "1-2", 0, "/dev/hidraw1", true)));
        HidBus bus = new HidBus(catalogue, () -> List.copyOf(there), still, hidapi);
        Found found = bus.list().get(0);
        there.clear();
        assertThatThrownBy(() -> bus.open(found))
                .isInstanceOfSatisfying(
                        LightException.class, e -> assertThat(e.condition()).isEqualTo(Condition.GONE));
    }

    @Test
    void listingThatFailsFindsNothingAndHarmsNobody() {
        assertThat(list(() -> {
                    throw new LightException(Condition.NOT_ANSWERING, "no list");
                }))
                .isEmpty();
    }

    @Test
    void withoutTheNativeLibraryOtherSystemsGoOnWithoutHidLights() {
        HidBus bus = new HidBus(
                catalogue,
                () -> {
                    throw new Hidapi.NoHidapi(new UnsatisfiedLinkError("no hidapi here"));
                },
                still,
                hidapi);
        assertThat(bus.list()).isEmpty();
    }
}
