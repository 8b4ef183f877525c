package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelfApprovalTest {

    private final Bench bench = new Bench();

    private DeviceCodes.Entry begin() {
        return bench.tenant.signIn().beginDeviceCode(DemoUser.KIM.clientId(), Scopes.parse("User.Read"));
    }

    private Optional<PendingConsent> waiting() {
        return bench.tenant.signIn().waiting();
    }

    @Test
    void approvesEveryCodeByItself() {
        try (SelfApproval person = SelfApproval.after(Duration.ofMillis(1), bench.tenant)) {
            assertThat(person).isNotNull();
            for (int i = 0; i < 3; i++) {
                DeviceCodes.Entry entry = begin();
                await().untilAsserted(() -> assertThat(waiting()).isEmpty());
                assertThat(bench.tenant.signIn().redeemDeviceCode(DemoUser.KIM.clientId(), entry.deviceCode()))
                        .isNotNull();
            }
        }
    }

    @Test
    void leavesTimeToLook() {
        try (SelfApproval person = SelfApproval.after(Duration.ofHours(1), bench.tenant)) {
            assertThat(person).isNotNull();
            begin();
            assertThat(waiting()).isPresent();
        }
    }

    @Test
    void leavesNothingBehindWhenItIsClosed() {
        SelfApproval.after(Duration.ofHours(1), bench.tenant).close();
        begin();
        assertThat(waiting()).isPresent();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("ampel-demo-approval"));
    }
}
