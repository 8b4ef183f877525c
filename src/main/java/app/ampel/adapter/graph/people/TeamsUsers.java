package app.ampel.adapter.graph.people;

import app.ampel.adapter.graph.GraphCalls;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.Person;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.kiota.ApiException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everybody with an enabled account who is a member and has a plan with Teams. That plans can be filtered by is documented, and
 * some were told that it is not supported: then the plans come along, and the filter is here.
 */
final class TeamsUsers {

    private static final String PEOPLE = "accountEnabled eq true and userType eq 'Member'";
    private static final String WITH_TEAMS = PEOPLE + " and assignedPlans/any(p:p/servicePlanId eq "
            + PeopleReader.TEAMS_PLAN + " and p/capabilityStatus eq 'Enabled')";

    private static final int PAGE = 999;

    /** Each brings up to a hundred plans along. */
    private static final int PAGE_WITH_PLANS = 100;

    private final GraphCalls calls;

    TeamsUsers(GraphCalls calls) {
        this.calls = calls;
    }

    void each(Consumer<List<Person>> people) throws ProblemException {
        if (!filteredThere(people)) {
            pages(PEOPLE, PAGE_WITH_PLANS, UserProperties.WITH_PLANS)
                    .each(
                            calls,
                            page -> people.accept(PeopleReader.users(page).stream()
                                    .filter(person -> person.teams().equals(Optional.of(true)))
                                    .toList()));
        }
    }

    /** False where Graph does not filter by plans; then nothing was told. */
    private boolean filteredThere(Consumer<List<Person>> people) throws ProblemException {
        Refusable refusable = new Refusable();
        try {
            new DirectoryPages<UserCollectionResponse, User>(
                            Scope.USER_READ_ALL,
                            (client, link) -> refusable.ask(() ->
                                    pages(WITH_TEAMS, PAGE, UserProperties.ALL).ask(client, link)),
                            UserCollectionResponse::getValue)
                    .each(
                            calls,
                            page -> people.accept(PeopleReader.users(page).stream()
                                    .map(TeamsUsers::withTeams)
                                    .toList()));
            return true;
        } catch (ProblemException e) {
            if (refusable.refused) {
                return false;
            }
            throw e;
        }
    }

    private static DirectoryPages<UserCollectionResponse, User> pages(String filter, int top, String[] select) {
        return GraphDirectory.users(Scope.USER_READ_ALL, query -> {
            query.filter = filter;
            query.count = true;
            query.top = top;
            query.select = select;
        });
    }

    /** Notes that the first page was refused as a question, which every later one would have been, too. */
    private static final class Refusable {

        private boolean refused;
        private boolean answered;

        UserCollectionResponse ask(Supplier<UserCollectionResponse> page) {
            try {
                UserCollectionResponse answer = page.get();
                answered = true;
                return answer;
            } catch (ApiException e) {
                refused = !answered && e.getResponseStatusCode() == 400;
                throw e;
            }
        }
    }

    private static Person withTeams(Person person) {
        return new Person(
                person.id(),
                person.name(),
                person.mail(),
                person.username(),
                person.department(),
                person.jobTitle(),
                person.named(),
                person.enabled(),
                person.guest(),
                Optional.of(true));
    }
}
