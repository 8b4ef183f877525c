package app.ampel.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of classes that the JVM shall have ready. */
class MakeClassListTest {

    @Test
    void hasTheToolkitsOwnAndNothingElse() {
        assertThat(MakeClassList.kept(List.of(
                        "# made by the JVM",
                        "java/lang/Object id: 0",
                        "javafx/stage/Stage id: 1",
                        "com/sun/javafx/tk/Toolkit id: 2",
                        "com/sun/glass/ui/monocle/MonocleView id: 3",
                        "app/ampel/face/window/kit/Ring id: 4",
                        "app/ampel/service/engine/Core id: 5",
                        "com/microsoft/graph/models/Presence id: 6",
                        "@lambda-proxy javafx/scene/control/Button run ()Ljava/lang/Runnable; ()V",
                        "javafx/stage/Stage id: 1")))
                .containsExactly("com/sun/javafx/tk/Toolkit", "javafx/stage/Stage");
    }
}
