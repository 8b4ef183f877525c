package app.ampel.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.service.doctor.Examination.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The answer comes, whatever hangs. */
class ExaminationTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static Question settings() {
        return new Question(Check.SETTINGS, LONG, () -> Optional.of(new Fact.Settings(List.of())));
    }

    private static Examination of(Question... questions) {
        return new Examination(List.of(questions), () -> Situations.NOW);
    }

    @Test
    void everythingIsAskedAtOnceAndCounted() {
        CountDownLatch met = new CountDownLatch(2);
        Question rules = new Question(Check.RULES, LONG, () -> {
            met.countDown();
            met.await();
            return Optional.of(new Fact.Rules(Fact.Rules.State.CURRENT));
        });
        Question tray = new Question(Check.TRAY, LONG, () -> {
            met.countDown();
            met.await();
            return Optional.empty();
        });
        List<Integer> counted = Collections.synchronizedList(new ArrayList<>());
        Evidence evidence =
                of(rules, tray, settings()).begin(counted::add).result().join();
        assertThat(evidence.facts()).hasSize(2);
        assertThat(evidence.find(Fact.Rules.class)).contains(new Fact.Rules(Fact.Rules.State.CURRENT));
        assertThat(evidence.late()).isEmpty();
        assertThat(evidence.at()).isEqualTo(Situations.NOW);
        await().untilAsserted(() -> assertThat(counted).containsExactly(1, 2, 3));
    }

    @Test
    void whatHangsIsLateAndInterruptedAndNotAskedTwice() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch stubborn = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Examination examination = of(settings(), new Question(Check.TOKENS, Duration.ofMillis(50), () -> {
            asked.incrementAndGet();
            boolean done = false;
            while (!done) {
                try {
                    stubborn.await();
                    done = true;
                } catch (InterruptedException e) {
                    interrupted.set(true);
                }
            }
            return Optional.empty();
        }));
        Evidence first = examination.begin(count -> {}).result().join();
        assertThat(first.late()).containsExactly(Check.TOKENS);
        assertThat(first.find(Fact.Settings.class)).isPresent();
        await().untilTrue(interrupted);
        Evidence second = examination.begin(count -> {}).result().join();
        assertThat(second.late()).containsExactly(Check.TOKENS);
        assertThat(asked).hasValue(1);
        stubborn.countDown();
        await().untilAsserted(() -> {
            examination.begin(count -> {}).result().join();
            assertThat(asked).hasValueGreaterThan(1);
        });
    }

    @Test
    void whatFailsIsNotSaidToBeSlowWhateverWasThrown() {
        for (Throwable thrown : List.of(
                new IOException("no such disk"),
                new IllegalArgumentException("port out of range: 99999"),
                new NoClassDefFoundError("x"),
                new StackOverflowError(),
                new AssertionError("y"))) {
            Evidence evidence = of(Question.of(Check.HOME, () -> {
                        if (thrown instanceof Error error) {
                            throw error;
                        }
                        throw (Exception) thrown;
                    }))
                    .begin(count -> {})
                    .result()
                    .join();
            assertThat(evidence.late()).isEmpty();
            assertThat(evidence.facts())
                    .containsExactly(
                            new Fact.Failed(Check.HOME, thrown.getClass().getSimpleName()));
        }
    }

    @Test
    void cancellingInterruptsWhoeverIsStillAsked() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Examination.Run run = of(new Question(Check.NETWORK, LONG, () -> {
                    asked.countDown();
                    try {
                        never.await();
                    } finally {
                        ended.countDown();
                    }
                    return Optional.empty();
                }))
                .begin(count -> {});
        await().until(() -> asked.getCount() == 0);
        run.cancel().run();
        assertThat(run.result()).isCancelled();
        await().until(() -> ended.getCount() == 0);
    }
}
