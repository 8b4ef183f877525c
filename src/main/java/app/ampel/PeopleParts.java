package app.ampel;

import app.ampel.adapter.graph.GraphCalls;
import app.ampel.adapter.graph.people.GraphDirectory;
import app.ampel.adapter.graph.people.GraphPeoplePresence;
import app.ampel.service.engine.Timeline;
import app.ampel.service.people.PeopleConsent;
import app.ampel.service.people.PeoplePorts;
import app.ampel.service.people.PeoplePreferences;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleStore;
import app.ampel.service.people.SharedBudget;
import java.util.Random;
import java.util.concurrent.Executor;

/**
 * What other people's presence is put together of, with a running program and without one.
 *
 * @param timeline runs its tasks on {@code owner}
 * @param owner runs one task at a time
 * @param requests where asking Microsoft may block
 * @param observers where whoever watches may hang
 */
record PeopleParts(
        GraphCalls.Source microsoft,
        PeopleStore store,
        PeopleConsent consent,
        SharedBudget budget,
        Timeline timeline,
        Executor owner,
        Executor requests,
        Executor observers) {

    PeopleService service(PeoplePreferences preferences) {
        return new PeopleService(
                new PeoplePorts(
                        new GraphDirectory(microsoft),
                        new GraphPeoplePresence(microsoft),
                        store,
                        consent,
                        budget,
                        timeline,
                        owner,
                        requests,
                        observers,
                        new Random()),
                preferences);
    }
}
