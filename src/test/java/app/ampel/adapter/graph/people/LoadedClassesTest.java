package app.ampel.adapter.graph.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.Fork;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever asks for nobody else loads nothing of what that takes. */
class LoadedClassesTest {

    private static final List<String> FOR_OTHERS = List.of(
            "com.microsoft.graph.communications.",
            "com.microsoft.graph.groups.",
            "com.microsoft.graph.users.UsersRequestBuilder$Get",
            "com.microsoft.graph.users.item.people.",
            "com.microsoft.graph.users.item.memberof.",
            "app.ampel.adapter.graph.people.Graph",
            "app.ampel.adapter.graph.InterruptibleCalls");

    @Test
    void areForOnesOwnPresenceThoseItNeedsOnly() throws Exception {
        Fork.Result result = Fork.run(List.of("-Xlog:class+load"), Map.of(), OwnPresenceAlone.class);
        assertThat(result.output())
                .contains("Available", "com.microsoft.graph.users.item.presence.PresenceRequestBuilder");
        assertThat(result.output()
                        .lines()
                        .filter(line -> line.contains("[class,load]"))
                        .filter(line -> FOR_OTHERS.stream().anyMatch(other -> line.contains(" " + other))))
                .isEmpty();
    }
}
