package app.ampel.adapter.graph.people;

import app.ampel.demo.ScriptedPresence;
import app.ampel.demo.TenantBehindTheSdk;
import java.time.Clock;
import java.util.Optional;

/** Reads one's own presence, and nothing else, in a process of its own. */
public final class OwnPresenceAlone {

    private OwnPresenceAlone() {}

    public static void main(String[] arguments) throws Exception {
        try (TenantBehindTheSdk tenant = new TenantBehindTheSdk(Clock.systemUTC())) {
            tenant.teams(Optional.of(ScriptedPresence.AVAILABLE));
            System.out.println(tenant.graph().read().availability());
        }
    }
}
