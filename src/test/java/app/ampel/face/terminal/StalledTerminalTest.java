package app.ampel.face.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.service.lights.manager.LightManager;
import app.ampel.service.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The rule: a terminal that does not read holds nobody up, and reads the newest when it reads again. */
class StalledTerminalTest {

    @Test
    void itsLightIsToldAndDarkAllTheSame() {
        CountDownLatch reads = new CountDownLatch(1);
        AtomicBoolean printing = new AtomicBoolean();
        List<String> lines = new CopyOnWriteArrayList<>();
        TerminalRenderer renderer = new TerminalRenderer(
                TerminalStyle.WORDS,
                command -> command.colour().toString(),
                Messages.in(Locale.ENGLISH),
                StandardCharsets.UTF_8);
        TerminalBus bus = new TerminalBus(renderer, line -> {
            printing.set(true);
            try {
                reads.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            lines.add(line);
        });
        LightManager manager = LightManager.onThreads(List.of(bus), model -> Optional.empty());
        manager.start();
        manager.show(LightCommand.solid(Colour.RED));
        await().untilTrue(printing);
        for (Colour colour : List.of(Colour.GREEN, Colour.AMBER, Colour.VIOLET)) {
            manager.show(LightCommand.solid(colour));
            await().until(() ->
                    manager.states().stream().map(LightState::shown).anyMatch(LightCommand.solid(colour)::equals));
        }
        manager.close(Duration.ofMinutes(5));
        assertThat(lines)
                .as("nothing was read so far, and the manager has closed")
                .isEmpty();
        reads.countDown();
        await().until(() -> lines.size() == 2);
        assertThat(lines.get(1)).contains("#000000");
    }
}
