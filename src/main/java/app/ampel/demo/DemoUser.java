package app.ampel.demo;

import app.ampel.demo.people.Colleague;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import java.util.Objects;
import java.util.Optional;

/**
 * The one inhabitant of the simulated tenant who is signed in, and the tenant's own data.
 *
 * @param objectId of the person in the directory
 * @param clientId of the one application that is registered there
 */
public record DemoUser(
        String givenName,
        String surname,
        String username,
        String jobTitle,
        String officeLocation,
        String objectId,
        String domain,
        String tenantId,
        String clientId) {

    /** Nobody: the name is German for "sample", and .example belongs to no one. */
    public static final DemoUser KIM = new DemoUser(
            "Kim",
            "Muster",
            "kim@muster.example",
            "Product designer",
            "Room 4, by the window",
            "5b1d2c1e-4d5a-4f0e-9c31-6a7c0f2e4b10",
            "muster.example",
            "0e6f3a52-97b4-4c8d-8a1f-2d3b4c5d6e7f",
            "a3be11ca-1de0-4de3-b0de-c0ffee15900d");

    public DemoUser {
        Objects.requireNonNull(givenName);
        Objects.requireNonNull(surname);
        Objects.requireNonNull(username);
        Objects.requireNonNull(jobTitle);
        Objects.requireNonNull(officeLocation);
        Objects.requireNonNull(objectId);
        Objects.requireNonNull(domain);
        Objects.requireNonNull(tenantId);
        Objects.requireNonNull(clientId);
    }

    public String displayName() {
        return givenName + " " + surname;
    }

    /** As the others see this person. */
    Colleague asColleague() {
        return Colleague.employee(givenName, surname, username, "Design", jobTitle)
                .withId(objectId);
    }

    /** What Ampel signs in with to get to this person. */
    public Registration registration() {
        return new Registration(clientId, tenantId, Cloud.GLOBAL, Optional.empty(), Optional.empty());
    }
}
