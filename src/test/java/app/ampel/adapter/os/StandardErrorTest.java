package app.ampel.adapter.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardErrorTest {

    /** Another process. */
    static final class Main {
        public static void main(String[] arguments) {
            System.out.println(StandardError.isTerminal());
        }
    }

    @Test
    void aPipeIsNoTerminal() throws Exception {
        assertThat(Fork.run(List.of(), Map.of(), Main.class).output().strip()).isEqualTo("false");
    }
}
