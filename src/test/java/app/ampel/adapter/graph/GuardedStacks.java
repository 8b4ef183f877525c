package app.ampel.adapter.graph;

import app.ampel.adapter.http.Certificates;
import app.ampel.adapter.http.HttpStack;
import app.ampel.adapter.http.Stacks;
import java.util.Map;

/** HTTP stacks for tests, with the guard over Microsoft's answers. */
public final class GuardedStacks {

    private GuardedStacks() {}

    public static HttpStack trusting(Certificates certificates) {
        return trusting(certificates, Map.of());
    }

    public static HttpStack trusting(Certificates certificates, Map<String, String> environment) {
        return Stacks.trusting(certificates, AnswerGuard::new, Stacks.QUICK, environment);
    }
}
