package app.ampel.face.cli;

import app.ampel.face.control.Failure;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whom to find. */
final class FindOptions {

    @Option(names = "--primary", paramLabel = "WHO", descriptionKey = "ampel.people.find.primary")
    private String primary;

    @Option(names = "--secondary", paramLabel = "WHO", descriptionKey = "ampel.people.find.secondary")
    private List<String> secondary = new ArrayList<>();

    @Mixin
    private PoolOptions pool;

    @Option(names = "--owners", descriptionKey = "ampel.people.find.owners")
    private boolean owners;

    @Option(names = "--members", descriptionKey = "ampel.people.find.members")
    private boolean members;

    @Option(names = "--exclude", paramLabel = "WHO", descriptionKey = "ampel.people.find.exclude")
    private List<String> excluded = new ArrayList<>();

    /** Whether anything of it was said. */
    boolean isEmpty() {
        return primary == null && secondary.isEmpty() && pool.isEmpty() && !owners && !members && excluded.isEmpty();
    }

    void put(ObjectNode request, Messages words) throws Failure {
        if (owners && members) {
            throw Failure.usage(words.say("people.one-part"));
        }
        if (primary != null) {
            request.put("primary", primary);
        }
        secondary.forEach(request.withArray("secondary")::add);
        excluded.forEach(request.withArray("exclude")::add);
        pool.put(request);
        if (owners || members) {
            request.put("part", owners ? "owners" : "members");
        }
    }
}
