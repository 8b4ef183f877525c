package app.ampel.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.service.HeldExecutor;
import app.ampel.service.doctor.Examination.Question;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DoctorServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T13:05:03Z");

    private final FakeComputer computer = new FakeComputer();
    private final HeldExecutor beside = new HeldExecutor();
    private final List<Question> questions = List.of(
            Question.of(Check.PROGRAM, () -> new Fact.Program(Fact.Program.Talk.RUNNING)),
            Question.of(Check.RULES, () -> new Fact.Rules(Fact.Rules.State.MISSING)),
            Question.of(Check.HOME, () -> {
                throw new IOException("no such disk");
            }));
    private final DoctorService doctor = new DoctorService(questions, () -> NOW, computer, beside);

    @Test
    void aDiagnosisIsOfAllThatWasAskedAtTheTimeOfNow() {
        Diagnosis diagnosis = doctor.diagnose();
        assertThat(diagnosis.evidence().at()).isEqualTo(NOW);
        assertThat(diagnosis.evidence().facts())
                .hasSize(questions.size())
                .hasAtLeastOneElementOfType(Fact.Failed.class);
        assertThat(diagnosis.findings()).extracting(Finding::check).contains(Check.RULES, Check.HOME);
    }

    @Test
    void anExaminationCountsWhatHasBeenAnswered() {
        Queue<Integer> counts = new ConcurrentLinkedQueue<>();
        doctor.examine(counts::add).result().join();
        assertThat(counts).last().isEqualTo(doctor.questions());
    }

    @Nested
    class TheLog {

        private final LogEnd first = new LogEnd(1, List.of("one"));
        private final LogEnd second = new LogEnd(2, List.of("one", "two"));

        @Test
        void isReadBesideEverythingElseAndOnlyWhereThereIsSomethingNew() {
            computer.log = first;
            beside.hold();
            var read = doctor.log(LogEnd.UNREAD);
            assertThat(read).isNotDone();
            beside.release();
            assertThat(read.join()).contains(first);
            assertThat(doctor.log(first).join()).isEmpty();
            computer.log = second;
            assertThat(doctor.log(first).join()).contains(second);
        }

        @Test
        void thatCannotBeReadFails() {
            computer.unreadable = true;
            assertThatThrownBy(doctor.log(LogEnd.UNREAD)::get).cause().isInstanceOf(IOException.class);
        }
    }
}
