package app.ampel.adapter.os.log;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path home;

    private LogTail tail;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectory(home.resolve("log"));
        tail = new LogTail(Folders.of(Optional.of(home)), 5);
    }

    private void write(String name, int from, int to) throws IOException {
        Files.write(
                home.resolve("log").resolve(name),
                IntStream.range(from, to).mapToObj(i -> "line " + i).toList());
    }

    @Test
    void isEmptyWhereThereIsNoLog() throws IOException {
        assertThat(tail.lines()).isEmpty();
    }

    @Test
    void isTheLastLines() throws IOException {
        write("ampel.log", 0, 100_000);
        assertThat(tail.lines()).containsExactly("line 99995", "line 99996", "line 99997", "line 99998", "line 99999");
    }

    @Test
    void goesOnInTheFileBeforeWhenThisOneWasBegunAfresh() throws IOException {
        write("ampel.1.log", 0, 10);
        write("ampel.log", 10, 12);
        assertThat(tail.lines()).containsExactly("line 7", "line 8", "line 9", "line 10", "line 11");
    }

    @Test
    void isWholeWhereThereIsLittle() throws IOException {
        write("ampel.1.log", 0, 1);
        write("ampel.log", 1, 2);
        assertThat(tail.lines()).isEqualTo(List.of("line 0", "line 1"));
    }

    @Test
    void itsStampChangesWithEveryLine() throws IOException {
        write("ampel.log", 0, 1);
        long before = tail.stamp();
        assertThat(tail.stamp()).isEqualTo(before);
        write("ampel.log", 0, 2);
        assertThat(tail.stamp()).isNotEqualTo(before);
    }
}
