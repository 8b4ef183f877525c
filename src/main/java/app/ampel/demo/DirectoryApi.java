package app.ampel.demo;

import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueGroup;
import app.ampel.demo.people.DemoDirectory;
import app.ampel.demo.people.SearchIndex;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Graph answers about the directory: people, groups, and whom one works with. */
final class DirectoryApi {

    private static final String EVERYTHING = "User.Read.All";
    private static final Set<String> USERS = Set.of("User.ReadBasic.All", EVERYTHING);
    private static final Set<String> GROUPS = Set.of("GroupMember.Read.All");
    private static final Set<String> SEARCHABLE = Set.of("displayName", "mail", "userPrincipalName");
    private static final Pattern PERSON = Pattern.compile("users/([^/]+)");
    private static final Pattern GROUP = Pattern.compile("groups/([^/]+)");
    private static final Pattern RELATED =
            Pattern.compile("groups/([^/]+)/(owners|members|transitiveMembers)(?:/(?:microsoft\\.)?graph\\.(user))?");
    private static final Pattern OWN_GROUPS = Pattern.compile("me/memberOf(/(?:microsoft\\.)?graph\\.group)?");

    private final Tenant tenant;
    private final ColleaguesApi colleagues;
    private Indexed<Colleague> people;
    private Indexed<ColleagueGroup> groups;

    /** @param of the directory that the index was made of */
    private record Indexed<T>(DemoDirectory of, List<T> all, SearchIndex index) {}

    DirectoryApi(Tenant tenant) {
        this.tenant = tenant;
        this.colleagues = new ColleaguesApi(tenant);
    }

    Optional<Operation> operation(String path) {
        Matcher person = PERSON.matcher(path);
        Matcher group = GROUP.matcher(path);
        Matcher related = RELATED.matcher(path);
        Matcher own = OWN_GROUPS.matcher(path);
        if (path.equals("users")) {
            return Optional.of(Operation.directory(USERS, this::users));
        }
        if (path.equals("groups")) {
            return Optional.of(Operation.directory(GROUPS, this::groups));
        }
        if (person.matches()) {
            return Optional.of(Operation.directory(USERS, call -> person(call, person.group(1))));
        }
        if (group.matches()) {
            return Optional.of(Operation.directory(GROUPS, call -> group(call, group.group(1))));
        }
        if (related.matches()) {
            return Optional.of(Operation.directory(
                    GROUPS, call -> related(call, related.group(1), related.group(2), related.group(3) != null)));
        }
        if (own.matches()) {
            return Optional.of(Operation.directory(Set.of("User.Read"), call -> ownGroups(call, own.group(1) != null)));
        }
        return colleagues.operation(path);
    }

    private Operation.Step users(HttpRequest call) {
        DirectoryQuery query = checked(call, false, DirectoryTable.USERS);
        query.filter()
                .filter(filter -> filter.properties().contains("assignedPlans") && !tenant.arePlansFilterable())
                .ifPresent(filter -> {
                    throw DirectoryQuery.unsupported();
                });
        List<Colleague> found = matching(query, people(), DirectoryTable.USERS);
        return scopes -> {
            boolean all = scopes.contains(EVERYTHING);
            if (!all && !DirectoryTable.USERS.basic().containsAll(query.filtered())) {
                throw Operation.Denied.REQUEST_DENIED.refusal();
            }
            return query.page("users", found, who -> DirectoryTable.USERS.json(who, query.select(), all));
        };
    }

    private Operation.Step groups(HttpRequest call) {
        DirectoryQuery query = checked(call, false, DirectoryTable.GROUPS);
        List<ColleagueGroup> found = matching(query, allGroups(), DirectoryTable.GROUPS);
        return scopes -> query.page("groups", found, each -> DirectoryTable.GROUPS.json(each, query.select(), true));
    }

    private Operation.Step person(HttpRequest call, String id) {
        DirectoryQuery query = checked(call, false, DirectoryTable.USERS);
        return scopes -> {
            Colleague who = tenant.directory().person(id).orElseThrow(() -> notFound(id));
            return HttpResponse.json(200, DirectoryTable.USERS.json(who, query.select(), scopes.contains(EVERYTHING)));
        };
    }

    private Operation.Step group(HttpRequest call, String id) {
        DirectoryQuery query = checked(call, false, DirectoryTable.GROUPS);
        return scopes -> HttpResponse.json(200, DirectoryTable.GROUPS.json(groupWith(id), query.select(), true));
    }

    private Operation.Step related(HttpRequest call, String id, String relation, boolean cast) {
        DirectoryQuery query = checked(call, cast, DirectoryTable.USERS);
        return scopes -> {
            ColleagueGroup group = groupWith(id);
            Stream<ObjectNode> found = related(group, relation).stream()
                    .filter(member -> !cast || tenant.directory().person(member).isPresent())
                    .map(member -> object(member, cast, query.select(), scopes));
            return query.page("directoryObjects", found.toList(), node -> node);
        };
    }

    /** The members of a group with hidden membership are shown to its members only. */
    private List<String> related(ColleagueGroup group, String relation) {
        Set<String> members = tenant.directory().transitiveMembers(group);
        if (relation.equals("owners")) {
            return group.owners();
        }
        if (group.hidden() && !members.contains(tenant.person().objectId())) {
            return List.of();
        }
        return relation.equals("members") ? group.members() : List.copyOf(members);
    }

    private ObjectNode object(String id, boolean cast, Set<String> select, Set<String> scopes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        DemoDirectory directory = tenant.directory();
        Optional<Colleague> who = directory.person(id);
        Optional<ColleagueGroup> group = directory.group(id);
        if (!cast) {
            String type = who.isPresent() ? "user" : group.isPresent() ? "group" : "servicePrincipal";
            node.put("@odata.type", "#microsoft.graph." + type);
        }
        node.put("id", id);
        // Whoever may see that somebody is a member may not see the name for that alone.
        boolean named = scopes.stream().anyMatch(USERS::contains);
        who.ifPresent(person ->
                DirectoryTable.USERS.json(person, select, scopes.contains(EVERYTHING)).properties().stream()
                        .filter(property -> !property.getKey().equals("id"))
                        .forEach(property -> {
                            if (named) {
                                node.set(property.getKey(), property.getValue());
                            } else {
                                node.putNull(property.getKey());
                            }
                        }));
        group.ifPresent(each -> node.put("displayName", each.name()));
        return node;
    }

    /** Beside groups there is a role of the directory, as everybody has one or another. */
    private Operation.Step ownGroups(HttpRequest call, boolean cast) {
        DirectoryQuery query = checked(call, cast, DirectoryTable.GROUPS);
        return scopes -> {
            Stream<ObjectNode> found = tenant.directory().groups().stream()
                    .filter(group -> group.members().contains(tenant.person().objectId()))
                    .map(group -> typed("group", cast).setAll(DirectoryTable.GROUPS.json(group, query.select(), true)));
            Stream<ObjectNode> roles = Stream.of(typed("directoryRole", cast)
                    .put("id", Colleague.idOf("Directory Readers"))
                    .put("displayName", "Directory Readers"));
            return query.page(
                    "directoryObjects",
                    Stream.concat(found, cast ? Stream.empty() : roles).toList(),
                    node -> node);
        };
    }

    private static ObjectNode typed(String type, boolean cast) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return cast ? node : node.put("@odata.type", "#microsoft.graph." + type);
    }

    private static DirectoryQuery checked(HttpRequest call, boolean cast, DirectoryTable<?> table) {
        DirectoryQuery query = DirectoryQuery.of(call, cast);
        table.requireKnown(query.select());
        table.requireKnown(query.filtered());
        return query;
    }

    private static <T> List<T> matching(DirectoryQuery query, Indexed<T> in, DirectoryTable<T> table) {
        Stream<T> found = query.search()
                .map(search -> SearchClause.find(search, SEARCHABLE, in.index()).stream()
                        .mapToObj(in.all()::get))
                .orElseGet(() -> in.all().stream());
        return found.filter(each -> query.passes(path -> table.value(each, path)))
                .toList();
    }

    private synchronized Indexed<Colleague> people() {
        DemoDirectory now = tenant.directory();
        if (people == null || people.of() != now) {
            SearchIndex index = SearchIndex.of(
                    now.people(),
                    Colleague::displayName,
                    who -> List.of("mail:" + who.mail().orElse(""), "userPrincipalName:" + who.username()));
            people = new Indexed<>(now, now.people(), index);
        }
        return people;
    }

    private synchronized Indexed<ColleagueGroup> allGroups() {
        DemoDirectory now = tenant.directory();
        if (groups == null || groups.of() != now) {
            SearchIndex index = SearchIndex.of(
                    now.groups(),
                    ColleagueGroup::name,
                    group -> List.of("mail:" + group.mail().orElse("")));
            groups = new Indexed<>(now, now.groups(), index);
        }
        return groups;
    }

    private ColleagueGroup groupWith(String id) {
        return tenant.directory().group(id).orElseThrow(() -> notFound(id));
    }

    static Refusal notFound(String id) {
        return new Refusal(
                404,
                "Request_ResourceNotFound",
                "Resource '" + id
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }
}
