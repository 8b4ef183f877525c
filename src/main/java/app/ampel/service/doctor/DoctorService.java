package app.ampel.service.doctor;

import app.ampel.service.doctor.Examination.Question;
import app.ampel.service.threads.Dispatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Finds out what is wrong, and shows what somebody who helps would ask for. Any thread. */
public final class DoctorService {

    private final Examination examination;
    private final Computer computer;
    private final Executor beside;

    /**
     * @param questions see {@link DoctorQuestions}
     * @param now by the wall's clock
     * @param beside reads the log
     */
    public DoctorService(List<Question> questions, Supplier<Instant> now, Computer computer, Executor beside) {
        this.examination = new Examination(questions, now);
        this.computer = computer;
        this.beside = beside;
    }

    /** How many questions an examination has. */
    public int questions() {
        return examination.size();
    }

    /**
     * Begins one. Microsoft's hosts are asked, so only when somebody wants it.
     *
     * @param answered told how many have been answered, or are late; on any thread
     */
    public Examination.Run examine(IntConsumer answered) {
        return examination.begin(answered);
    }

    /** What is wrong. Blocks until everything has answered or is late, for some ten seconds. */
    public Diagnosis diagnose() {
        return Diagnosis.of(examine(count -> {}).result().join());
    }

    /**
     * The end of the log.
     *
     * @param known only something newer than that counts
     */
    public CompletableFuture<Optional<LogEnd>> log(LogEnd known) {
        return Dispatch.supply(beside, () -> {
            long stamp = computer.logStamp();
            return stamp == known.stamp() ? Optional.empty() : Optional.of(new LogEnd(stamp, computer.log()));
        });
    }
}
