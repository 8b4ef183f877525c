package app.ampel.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Plugins of one phase run in the order of the pom, which nobody thinks of who changes it. So what goes into the runnable
 * folder is made before the phase that packages it, and what needs the folder runs after that.
 */
class PhasesTest {

    /** Those of Maven's that come up here, in order. */
    private static final List<String> ORDER = List.of(
            "none",
            "validate",
            "generate-sources",
            "generate-resources",
            "generate-test-sources",
            "test",
            "prepare-package",
            "package",
            "integration-test",
            "verify");

    private final XPath path = XPathFactory.newInstance().newXPath();
    private Document pom;

    @BeforeEach
    void read() throws Exception {
        pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
    }

    private Stream<Node> all(String expression) throws Exception {
        NodeList found = (NodeList) path.evaluate(expression, pom, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength()).mapToObj(found::item);
    }

    private String one(String expression) throws Exception {
        return path.evaluate(expression, pom);
    }

    private Map<String, String> phases() throws Exception {
        Map<String, String> phases = new TreeMap<>();
        for (Node execution : all("//execution[id and phase]").toList()) {
            phases.put(path.evaluate("id", execution), path.evaluate("phase", execution));
        }
        return phases;
    }

    @Test
    void theFolderIsPackagedAloneInItsPhase() throws Exception {
        Map<String, String> phases = phases();
        assertThat(phases).containsEntry("runnable-folder", "package");
        phases.remove("runnable-folder");
        // Maven itself would make the jar in that phase.
        assertThat(phases).containsKey("default-jar").doesNotContainValue("package");
    }

    @Test
    void everythingThatGoesIntoItIsMadeBefore() throws Exception {
        for (String maker : List.of("make-resources", "make-classes", "default-jar", "graph-sdk")) {
            assertThat(ORDER.indexOf(phases().get(maker))).as(maker).isBetween(1, ORDER.indexOf("package") - 1);
        }
    }

    @Test
    void whatNeedsTheFolderRunsAfterwards() throws Exception {
        assertThat(one("/project/properties/run.phase")).isEqualTo("none");
        List<String> phases = all("//profile/properties/run.phase | //profile[id='desktop']/properties/tests.phase")
                .map(Node::getTextContent)
                .toList();
        assertThat(phases)
                .hasSize(3)
                .allSatisfy(phase -> assertThat(ORDER.indexOf(phase)).isGreaterThan(ORDER.indexOf("package")));
        assertThat(one("//profile[id='demo']/build/defaultGoal"))
                .isEqualTo(one("//profile[id='demo']/properties/run.phase"));
    }
}
