package app.ampel.demo;

import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueGroup;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One kind of object of the directory: its properties, which of them come unasked, and which the small scope shows.
 *
 * @param type as in {@code microsoft.graph.user}
 * @param unasked what comes where nothing is selected
 * @param basic what may be read without {@code User.Read.All}; everything else is null then, without an error
 */
record DirectoryTable<T>(
        String type, Map<String, Function<T, Object>> properties, Set<String> unasked, Set<String> basic) {

    /** The service plan of Teams. */
    static final String TEAMS_PLAN = "57ff2da0-773e-42df-b2af-ffb7a2317929";

    private static final String EXCHANGE_PLAN = "efb87545-963c-4e0d-99df-69c6916d9eb0";

    static final DirectoryTable<Colleague> USERS = users();
    static final DirectoryTable<ColleagueGroup> GROUPS = groups();

    private static DirectoryTable<Colleague> users() {
        Map<String, Function<Colleague, Object>> table = new LinkedHashMap<>();
        table.put("id", Colleague::id);
        table.put("displayName", Colleague::displayName);
        table.put("givenName", who -> who.givenName().orElse(null));
        table.put("surname", who -> who.surname().orElse(null));
        table.put("mail", who -> who.mail().orElse(null));
        table.put("userPrincipalName", Colleague::username);
        table.put("department", who -> who.department().orElse(null));
        table.put("jobTitle", who -> who.jobTitle().orElse(null));
        table.put("officeLocation", who -> null);
        table.put("mobilePhone", who -> null);
        table.put("preferredLanguage", who -> null);
        table.put("businessPhones", who -> List.of());
        table.put("accountEnabled", Colleague::enabled);
        table.put("userType", who -> who.role() == Colleague.Role.GUEST ? "Guest" : "Member");
        // Null for practically everybody, rooms and shared mailboxes too.
        table.put("isResourceAccount", who -> null);
        table.put("assignedPlans", DirectoryTable::plans);
        return new DirectoryTable<>(
                "user",
                table,
                Set.of(
                        "id",
                        "displayName",
                        "givenName",
                        "surname",
                        "mail",
                        "userPrincipalName",
                        "jobTitle",
                        "officeLocation",
                        "mobilePhone",
                        "preferredLanguage",
                        "businessPhones"),
                Set.of("id", "displayName", "givenName", "surname", "mail", "userPrincipalName"));
    }

    private static Object plans(Colleague who) {
        if (who.role() == Colleague.Role.GUEST) {
            return List.of();
        }
        Map<String, Object> exchange = plan("exchange", EXCHANGE_PLAN, "Enabled");
        boolean licensed = who.role() == Colleague.Role.EMPLOYEE;
        return licensed
                ? List.of(exchange, plan("TeamspaceAPI", TEAMS_PLAN, who.teams() ? "Enabled" : "Deleted"))
                : List.of(exchange);
    }

    private static Map<String, Object> plan(String service, String id, String status) {
        return Map.of(
                "assignedDateTime",
                "2024-03-01T08:00:00Z",
                "capabilityStatus",
                status,
                "service",
                service,
                "servicePlanId",
                id);
    }

    private static DirectoryTable<ColleagueGroup> groups() {
        Map<String, Function<ColleagueGroup, Object>> table = new LinkedHashMap<>();
        table.put("id", ColleagueGroup::id);
        table.put("displayName", ColleagueGroup::name);
        table.put("description", group -> null);
        table.put("mail", group -> group.mail().orElse(null));
        table.put("mailEnabled", group -> group.mail().isPresent());
        table.put("securityEnabled", group -> true);
        table.put("visibility", group -> group.hidden() ? "HiddenMembership" : null);
        return new DirectoryTable<>("group", table, table.keySet(), table.keySet());
    }

    Object value(T of, String path) {
        return properties.getOrDefault(path, nothing -> null).apply(of);
    }

    void requireKnown(Set<String> names) {
        for (String name : names) {
            if (!properties.containsKey(name)) {
                throw new Refusal(
                        400,
                        "BadRequest",
                        "Could not find a property named '" + name + "' on type 'microsoft.graph." + type + "'.");
            }
        }
    }

    /**
     * @param selected empty: what comes unasked
     * @param all whether more than {@link #basic} may be read
     */
    ObjectNode json(T of, Set<String> selected, boolean all) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        properties.forEach((name, property) -> {
            if (selected.isEmpty() ? unasked.contains(name) : selected.contains(name)) {
                node.putPOJO(name, all || basic.contains(name) ? property.apply(of) : null);
            }
        });
        return node;
    }
}
