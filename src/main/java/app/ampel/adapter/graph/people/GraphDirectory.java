package app.ampel.adapter.graph.people;

import app.ampel.adapter.graph.GraphCalls;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.Group;
import app.ampel.domain.people.Person;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.people.Directory;
import com.microsoft.graph.models.GroupCollectionResponse;
import com.microsoft.graph.models.PersonCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.users.UsersRequestBuilder;
import com.microsoft.kiota.RequestHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The organisation's directory through the Graph SDK. Blocks; an interrupt ends it between two pages and within one, with
 * {@code CANCELLED}, and stays set.
 */
public final class GraphDirectory implements Directory {

    private static final int TYPED_AHEAD = 15;

    /** As many as Graph gives in one page. */
    private static final int PAGE = 999;

    /** As many as {@code /me/people} gives. */
    private static final int MOST_COLLEAGUES = 1000;

    /** Graph takes no longer text in a comparison. */
    private static final int LONGEST_LITERAL = 120;

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final String[] GROUP = {"id", "displayName", "mail"};

    /** People of one's own organisation: no rooms, guests, groups or contacts. */
    private static final String EMPLOYEES =
            "personType/class eq 'Person' and personType/subclass eq 'OrganizationUser'";

    private final GraphCalls.Source graph;

    public GraphDirectory(GraphCalls.Source graph) {
        this.graph = graph;
    }

    @Override
    public List<Person> search(String text) throws ProblemException {
        Optional<String> clause = SearchText.anyOf(text, "displayName", "mail", "userPrincipalName");
        if (clause.isEmpty()) {
            return List.of();
        }
        GraphCalls calls = graph.calls();
        return PeopleReader.users(users(Scope.USER_READ_BASIC_ALL, query -> {
                    query.search = clause.get();
                    query.top = TYPED_AHEAD;
                    query.select = UserProperties.of(calls);
                })
                .first(calls));
    }

    @Override
    public Person person(String id) throws ProblemException {
        if (id.isBlank()) {
            throw new ProblemException(Problem.of(Kind.NOT_FOUND));
        }
        GraphCalls calls = graph.calls();
        User user = Interrupted.before(() -> calls.lookUp(
                Scope.USER_READ_BASIC_ALL,
                client -> client.users()
                        .byUserId(id.strip())
                        .get(request -> request.queryParameters.select = UserProperties.of(calls))));
        return Optional.ofNullable(user)
                .flatMap(PeopleReader::user)
                .orElseThrow(() -> new ProblemException(Problem.of(Kind.SERVICE_UNREADABLE, "HTTP 200")));
    }

    @Override
    public List<Person> colleagues(int most) throws ProblemException {
        DirectoryPages<PersonCollectionResponse, com.microsoft.graph.models.Person> people = new DirectoryPages<>(
                Scope.PEOPLE_READ,
                (client, link) -> client.me().people().get(request -> {
                    request.queryParameters.top = Math.max(1, Math.min(most, MOST_COLLEAGUES));
                    request.queryParameters.filter = EMPLOYEES;
                }),
                PersonCollectionResponse::getValue);
        return people.first(graph.calls()).stream()
                .map(PeopleReader::colleague)
                .flatMap(Optional::stream)
                .limit(most)
                .toList();
    }

    @Override
    public List<Group> ownGroups() throws ProblemException {
        DirectoryPages<GroupCollectionResponse, com.microsoft.graph.models.Group> own = new DirectoryPages<>(
                Scope.USER_READ,
                (client, link) -> {
                    var groups = client.me().memberOf().graphGroup();
                    return link.map(groups::withUrl).orElse(groups).get(request -> {
                        advanced(request.headers);
                        if (link.isEmpty()) {
                            request.queryParameters.count = true;
                            request.queryParameters.top = PAGE;
                            request.queryParameters.select = GROUP;
                        }
                    });
                },
                GroupCollectionResponse::getValue);
        List<Group> all = new ArrayList<>();
        own.each(graph.calls(), page -> all.addAll(groups(page)));
        return List.copyOf(all);
    }

    @Override
    public List<Group> groups(String nameOrId) throws ProblemException {
        String wanted = nameOrId.strip();
        if (ID.matcher(wanted).matches()) {
            return group(wanted);
        }
        Optional<String> clause = SearchText.anyOf(wanted, "displayName");
        if (clause.isEmpty()) {
            return List.of();
        }
        return groups(new DirectoryPages<>(
                        Scope.GROUP_MEMBER_READ_ALL,
                        (client, link) -> client.groups().get(request -> {
                            advanced(request.headers);
                            request.queryParameters.search = clause.get();
                            request.queryParameters.top = TYPED_AHEAD;
                            request.queryParameters.select = GROUP;
                        }),
                        GroupCollectionResponse::getValue)
                .first(graph.calls()));
    }

    private List<Group> group(String id) throws ProblemException {
        try {
            com.microsoft.graph.models.Group found = Interrupted.before(() -> graph.calls()
                    .lookUp(
                            Scope.GROUP_MEMBER_READ_ALL,
                            client -> client.groups()
                                    .byGroupId(id)
                                    .get(request -> request.queryParameters.select = GROUP)));
            return found == null ? List.of() : groups(List.of(found));
        } catch (ProblemException e) {
            if (e.problem().kind() == Kind.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private static List<Group> groups(List<com.microsoft.graph.models.Group> groups) {
        return groups.stream()
                .map(PeopleReader::group)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Person> owners(String groupId, Consumer<Integer> progress) throws ProblemException {
        GraphCalls calls = graph.calls();
        return gather(
                calls,
                new DirectoryPages<>(
                        Scope.GROUP_MEMBER_READ_ALL,
                        (client, link) -> {
                            var owners =
                                    client.groups().byGroupId(groupId).owners().graphUser();
                            return link.map(owners::withUrl).orElse(owners).get(request -> {
                                advanced(request.headers);
                                if (link.isEmpty()) {
                                    request.queryParameters.count = true;
                                    request.queryParameters.top = PAGE;
                                    request.queryParameters.select = UserProperties.of(calls);
                                }
                            });
                        },
                        UserCollectionResponse::getValue),
                progress);
    }

    @Override
    public List<Person> members(String groupId, Consumer<Integer> progress) throws ProblemException {
        GraphCalls calls = graph.calls();
        return gather(
                calls,
                new DirectoryPages<>(
                        Scope.GROUP_MEMBER_READ_ALL,
                        (client, link) -> {
                            var members = client.groups()
                                    .byGroupId(groupId)
                                    .transitiveMembers()
                                    .graphUser();
                            return link.map(members::withUrl).orElse(members).get(request -> {
                                advanced(request.headers);
                                if (link.isEmpty()) {
                                    request.queryParameters.count = true;
                                    request.queryParameters.top = PAGE;
                                    request.queryParameters.select = UserProperties.of(calls);
                                }
                            });
                        },
                        UserCollectionResponse::getValue),
                progress);
    }

    @Override
    public List<Person> department(String name, Consumer<Integer> progress) throws ProblemException {
        if (name.isBlank() || name.length() > LONGEST_LITERAL) {
            return List.of();
        }
        return gather(
                graph.calls(),
                users(Scope.USER_READ_ALL, query -> {
                    query.filter = "department eq " + SearchText.literal(name.strip());
                    query.top = PAGE;
                    query.select = UserProperties.ALL;
                }),
                progress);
    }

    @Override
    public void everybody(Consumer<List<Person>> people) throws ProblemException {
        new TeamsUsers(graph.calls()).each(people);
    }

    private static List<Person> gather(
            GraphCalls calls, DirectoryPages<UserCollectionResponse, User> pages, Consumer<Integer> progress)
            throws ProblemException {
        List<Person> all = new ArrayList<>();
        pages.each(calls, page -> {
            all.addAll(PeopleReader.users(page));
            progress.accept(all.size());
        });
        return List.copyOf(all);
    }

    /** {@code GET /users}, with what the first page is asked for. */
    static DirectoryPages<UserCollectionResponse, User> users(
            Scope scope, Consumer<UsersRequestBuilder.GetQueryParameters> first) {
        return new DirectoryPages<>(
                scope,
                (client, link) -> {
                    UsersRequestBuilder users = client.users();
                    return link.map(users::withUrl).orElse(users).get(request -> {
                        advanced(request.headers);
                        if (link.isEmpty()) {
                            first.accept(request.queryParameters);
                        }
                    });
                },
                UserCollectionResponse::getValue);
    }

    /** Searching, counting, casts, and each further page of those. */
    private static void advanced(RequestHeaders headers) {
        headers.add("ConsistencyLevel", "eventual");
    }
}
