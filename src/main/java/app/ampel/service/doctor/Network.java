package app.ampel.service.doctor;

import app.ampel.domain.account.Registration;
import java.time.Duration;
import java.util.Optional;

/** Whether Microsoft is reached, asked only when somebody wants to know. Any thread; blocks for {@link #limit} at most. */
public interface Network {

    /** Within which the two hosts answer or are given up. */
    Duration limit();

    /** The host that signs people in, and whether it knows the organisation. */
    Fact.Host login(Optional<Registration> registration);

    /** The host of the presence. */
    Fact.Host graph(Optional<Registration> registration);

    /** A variable that should name a proxy and does not. */
    Optional<Fact.BrokenProxy> brokenProxy();
}
