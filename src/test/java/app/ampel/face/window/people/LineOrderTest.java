package app.ampel.face.window.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineOrderTest {

    @Test
    void whileNobodyPointsAtThemTheyStandAsWanted() {
        assertThat(LineOrder.next(List.of("a", "b", "c"), List.of("c", "a", "b"), Set.of(), false))
                .containsExactly("c", "a", "b");
    }

    @Test
    void nothingMovesUnderThePointerAndWhoIsNewComesLast() {
        assertThat(LineOrder.next(List.of("a", "b", "c"), List.of("d", "c", "a", "b"), Set.of(), true))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void whoeverWasRemovedLeavesThePlaceBehind() {
        assertThat(LineOrder.next(List.of("a", "b", "c"), List.of("a", "c"), Set.of("b"), true))
                .containsExactly("a", "b", "c");
        assertThat(LineOrder.next(List.of("a", "b", "c"), List.of("c", "a"), Set.of("b"), false))
                .containsExactly("c", "b", "a");
        assertThat(LineOrder.next(List.of("a"), List.of(), Set.of("a"), false)).containsExactly("a");
    }

    @Test
    void whoeverIsGoneForAnotherReasonDoesNot() {
        assertThat(LineOrder.next(List.of("a", "b"), List.of("b"), Set.of(), true))
                .containsExactly("b");
    }
}
