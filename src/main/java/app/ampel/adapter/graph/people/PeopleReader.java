package app.ampel.adapter.graph.people;

import app.ampel.domain.naming.Legible;
import app.ampel.domain.people.Group;
import app.ampel.domain.people.Person;
import com.microsoft.graph.models.AssignedPlan;
import com.microsoft.graph.models.ScoredEmailAddress;
import com.microsoft.graph.models.User;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The SDK's people and groups to ours, made legible. What may not be read is null there and empty here. */
final class PeopleReader {

    /** The service plan of Teams, whatever licence it comes with. */
    static final UUID TEAMS_PLAN = UUID.fromString("57ff2da0-773e-42df-b2af-ffb7a2317929");

    /** Code points of a name, a department, a title. */
    static final int LONGEST_NAME = 120;

    /** A mail address has 64 + 1 + 255. */
    private static final int LONGEST_ADDRESS = 320;

    private static final int LONGEST_ID = 100;

    private PeopleReader() {}

    static List<Person> users(List<User> users) {
        return users.stream().map(PeopleReader::user).flatMap(Optional::stream).toList();
    }

    /** Empty without an id. */
    static Optional<Person> user(User user) {
        return id(user.getId())
                .map(id -> new Person(
                        id,
                        text(user.getDisplayName()).orElse(""),
                        address(user.getMail()),
                        address(user.getUserPrincipalName()),
                        text(user.getDepartment()),
                        text(user.getJobTitle()),
                        isNamed(user.getDisplayName(), user.getGivenName(), user.getSurname()),
                        Optional.ofNullable(user.getAccountEnabled()),
                        Optional.ofNullable(user.getUserType()).map("Guest"::equalsIgnoreCase),
                        Optional.ofNullable(user.getAssignedPlans()).map(PeopleReader::hasTeams)));
    }

    private static boolean hasTeams(List<AssignedPlan> plans) {
        return plans.stream()
                .filter(Objects::nonNull)
                .anyMatch(plan -> TEAMS_PLAN.equals(plan.getServicePlanId())
                        && "Enabled".equalsIgnoreCase(plan.getCapabilityStatus()));
    }

    /** Whom one works with; guests, rooms and contacts are not asked for. */
    static Optional<Person> colleague(com.microsoft.graph.models.Person person) {
        Optional<String> mail = Optional.ofNullable(person.getScoredEmailAddresses()).stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(ScoredEmailAddress::getAddress)
                .flatMap(address -> address(address).stream())
                .findFirst();
        return id(person.getId())
                .map(id -> new Person(
                        id,
                        text(person.getDisplayName()).orElse(""),
                        mail,
                        address(person.getUserPrincipalName()),
                        text(person.getDepartment()),
                        text(person.getJobTitle()),
                        isNamed(person.getDisplayName(), person.getGivenName(), person.getSurname()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** A group that may not be read has no name, and cannot be shown. */
    static Optional<Group> group(com.microsoft.graph.models.Group group) {
        Optional<String> mail = address(group.getMail());
        return id(group.getId())
                .flatMap(id -> text(group.getDisplayName()).or(() -> mail).map(name -> new Group(id, name, mail)));
    }

    /** Where not even the name may be read, that there is no given name says nothing. */
    private static boolean isNamed(String displayName, String givenName, String surname) {
        return displayName == null
                || Stream.of(Optional.ofNullable(givenName), Optional.ofNullable(surname))
                        .flatMap(Optional::stream)
                        .anyMatch(name -> !name.isBlank());
    }

    private static Optional<String> id(String id) {
        return Optional.ofNullable(id).filter(text -> !text.isBlank() && text.length() <= LONGEST_ID);
    }

    static Optional<String> text(String text) {
        return Optional.ofNullable(text)
                .map(given -> Legible.of(given, LONGEST_NAME))
                .filter(line -> !line.isEmpty());
    }

    /** Links are made of it, so it is whole or not at all. */
    private static Optional<String> address(String address) {
        return Optional.ofNullable(address)
                .map(String::strip)
                .filter(text ->
                        !text.isEmpty() && Legible.of(text, LONGEST_ADDRESS).equals(text));
    }
}
