package app.ampel.service.people;

import app.ampel.service.engine.Timeline;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What the people's loop works with.
 *
 * @param timeline runs its tasks on {@code owner}
 * @param owner runs one task at a time: the thread that owns the state
 * @param requests where asking Microsoft and reading files may block; four threads are enough
 * @param observers where whoever watches is told, and may hang
 * @param random draws among equals, on any thread
 */
public record PeoplePorts(
        Directory directory,
        PresenceDirectory presence,
        PeopleStore store,
        PeopleConsent consent,
        SharedBudget budget,
        Timeline timeline,
        Executor owner,
        Executor requests,
        Executor observers,
        RandomGenerator random) {}
