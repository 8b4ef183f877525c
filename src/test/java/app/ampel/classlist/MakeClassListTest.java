package app.ampel.classlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of classes that the JVM shall have ready. */
class MakeClassListTest {

    private static final String OWN = "@lambda-proxy app/ampel/core/Core run ()Ljava/lang/Runnable; ()V";
    private static final String CONTROLS = "@lambda-proxy javafx/scene/control/Button run ()Ljava/lang/Runnable; ()V";
    private static final String MSAL = "@lambda-proxy com/microsoft/aad/msal4j/Cache run ()Ljava/lang/Runnable; ()V";

    @Test
    void hasLambdasOfAmpelAndTheToolkitOnly() {
        assertThat(MakeClassList.kept(List.of(OWN, CONTROLS, MSAL))).containsExactly(OWN, CONTROLS);
    }

    @Test
    void hasEveryClassOnceAndNoneOfTheSimulatedScreen() {
        assertThat(MakeClassList.kept(List.of(
                        "java/lang/Object",
                        "com/microsoft/graph/models/Presence",
                        "com/sun/glass/ui/monocle/MonocleView",
                        "java/lang/Object")))
                .containsExactly("java/lang/Object", "com/microsoft/graph/models/Presence");
    }

    @Test
    void hasTheRealScreenInstead() throws IOException {
        assertThat(MakeClassList.screen())
                .anyMatch(name -> name.matches("com/sun/glass/ui/(gtk/Gtk|win/Win|mac/Mac)View"))
                .noneMatch(name -> name.endsWith(".class"));
    }
}
