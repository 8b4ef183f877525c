package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueGroup;
import app.ampel.domain.account.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Graph answers about the directory, and refuses, to whoever asks it without the SDK. */
class DirectoryAnswersTest {

    private static final String SMALL = "User.Read User.ReadBasic.All Presence.Read.All People.Read";
    private static final String ALL = SMALL + " GroupMember.Read.All User.Read.All";

    private final Bench bench = new Bench();
    private final OkHttpClient client = bench.plainClient();

    private record Answer(int status, JsonNode json) {
        String code() {
            return json.at("/error/code").asText();
        }

        List<String> all(String property) {
            List<String> found = new ArrayList<>();
            json.path("value").forEach(each -> found.add(each.path(property).asText(null)));
            return found;
        }
    }

    private Answer send(Request.Builder request, String scopes) throws IOException {
        request.header("Authorization", "Bearer " + bench.token(scopes.split(" ")));
        try (Response response = client.newCall(request.build()).execute()) {
            return new Answer(
                    response.code(), new ObjectMapper().readTree(response.body().string()));
        }
    }

    /** @param query name, value, name, value … */
    private Answer get(boolean eventual, String scopes, String path, String... query) throws IOException {
        HttpUrl.Builder url = HttpUrl.get(Bench.GRAPH + path).newBuilder();
        for (int i = 0; i < query.length; i += 2) {
            url.addQueryParameter(query[i], query[i + 1]);
        }
        Request.Builder request = new Request.Builder().url(url.build());
        return send(eventual ? request.header("ConsistencyLevel", "eventual") : request, scopes);
    }

    private Answer follow(Answer page, boolean eventual) throws IOException {
        Request.Builder request =
                new Request.Builder().url(page.json().path("@odata.nextLink").asText());
        return send(eventual ? request.header("ConsistencyLevel", "eventual") : request, ALL);
    }

    private Answer presences(List<String> ids) throws IOException {
        ObjectNode body = new ObjectMapper().createObjectNode();
        ids.forEach(body.putArray("ids")::add);
        return send(
                new Request.Builder()
                        .url(Bench.GRAPH + "communications/getPresencesByUserId")
                        .post(RequestBody.create(body.toString(), MediaType.get("application/json"))),
                SMALL);
    }

    private String group(String name) {
        return bench.tenant.directory().groupNamed(name).map(ColleagueGroup::id).orElseThrow();
    }

    @Nested
    class Queries {

        @Test
        void aSearchNeedsTheHeader() throws IOException {
            Answer without = get(false, SMALL, "users", "$search", "\"displayName:anna\"");
            assertThat(without.status()).isEqualTo(400);
            assertThat(without.code()).isEqualTo("Request_UnsupportedQuery");
            assertThat(get(true, SMALL, "users", "$search", "\"displayName:anna\"")
                            .all("displayName"))
                    .containsExactly("Anna Becker");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "displayName:anna",
                    "\"anna\"",
                    "\"shoeSize:9\"",
                    "\"displayName:anna",
                    "\"displayName:a\" or \"displayName:b\"",
                    "(\"displayName:a\""
                })
        void aSearchThatIsNoneIsABadRequest(String search) throws IOException {
            assertThat(get(true, SMALL, "users", "$search", search).status()).isEqualTo(400);
        }

        @Test
        void aSearchMayBeOfSeveralClauses() throws IOException {
            assertThat(get(
                                    true,
                                    SMALL,
                                    "users",
                                    "$search",
                                    "(\"displayName:thomas\" AND \"mail:thomas.mueller2\") OR \"displayName:emily\"")
                            .all("mail"))
                    .containsExactlyInAnyOrder("thomas.mueller2@muster.example", "emily.carter@muster.example");
        }

        @ParameterizedTest
        @ValueSource(strings = {"accountEnabled eq true", "userType eq 'Member'", "department eq 'IT'"})
        void whatTheSmallScopeDoesNotShowItMayNotBeFilteredBy(String filter) throws IOException {
            Answer small = get(false, SMALL, "users", "$filter", filter);
            assertThat(small.status()).isEqualTo(403);
            assertThat(small.code()).isEqualTo("Authorization_RequestDenied");
            assertThat(get(false, ALL, "users", "$filter", filter).all("id")).isNotEmpty();
        }

        @Test
        void whatTheSmallScopeDoesNotShowIsNullWhenItIsSelected() throws IOException {
            JsonNode first = get(false, SMALL, "users", "$select", "id,displayName,department,accountEnabled")
                    .json()
                    .at("/value/0");
            assertThat(first.path("displayName").isTextual()).isTrue();
            assertThat(first.path("department").isNull()).isTrue();
            assertThat(first.path("accountEnabled").isNull()).isTrue();
            assertThat(first.has("mail")).isFalse();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "displayName eq 'Emily Carter'|1",
                    "mail eq 'EMILY.CARTER@muster.example' and accountEnabled eq true|1",
                    "startswith(displayName,'Thomas') or surname eq 'O''Brien'|3",
                    "(department eq 'Design' or department eq 'Legal') and userType eq 'Member'|7",
                    "assignedPlans/any(p:p/servicePlanId eq 57ff2da0-773e-42df-b2af-ffb7a2317929 and p/capabilityStatus eq 'Enabled')|41",
                    "userType eq 'Guest'|2",
                    "department eq null and userType eq 'Member'|3"
                })
        void aFilterFindsWhatItSays(String filter, int number) throws IOException {
            assertThat(get(false, ALL, "users", "$filter", filter).all("id")).hasSize(number);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "displayName",
                    "displayName eq",
                    "eq 'a'",
                    "(mail eq 'a'",
                    "mail like 'a'",
                    "mail eq 'a' 'b'"
                })
        void aFilterThatIsNoneIsABadRequest(String filter) throws IOException {
            assertThat(get(false, ALL, "users", "$filter", filter).status()).isEqualTo(400);
        }

        @Test
        void notAndNotEqualNeedHeaderAndCount() throws IOException {
            for (String filter : List.of("userType ne 'Guest'", "not (userType eq 'Guest')")) {
                assertThat(get(true, ALL, "users", "$filter", filter).code()).isEqualTo("Request_UnsupportedQuery");
                assertThat(get(true, ALL, "users", "$filter", filter, "$count", "true", "$top", "999")
                                .all("id"))
                        .hasSize(45);
            }
        }

        @Test
        void aTenantMayRefuseToFilterByPlans() throws IOException {
            bench.tenant.refusePlanFilters();
            assertThat(get(true, ALL, "users", "$filter", "assignedPlans/any(p:p/service eq 'x')", "$count", "true")
                            .code())
                    .isEqualTo("Request_UnsupportedQuery");
        }

        @ParameterizedTest
        @CsvSource({
            "$top,0",
            "$top,1000",
            "$top,many",
            "$select,shoeSize",
            "$filter,shoeSize eq 9",
            "$skiptoken,x y",
            "$what,1"
        })
        void aParameterThatIsNoneIsABadRequest(String name, String value) throws IOException {
            assertThat(get(false, ALL, "users", name, value).status()).isEqualTo(400);
        }
    }

    @Nested
    class Pages {

        @Test
        void leadToTheNextUntilThereIsNone() throws IOException {
            Answer page = get(true, ALL, "users", "$top", "20", "$count", "true", "$select", "id");
            assertThat(page.json().path("@odata.count").asInt()).isEqualTo(47);
            List<String> ids = new ArrayList<>(page.all("id"));
            while (page.json().has("@odata.nextLink")) {
                page = follow(page, true);
                assertThat(page.json().has("@odata.count")).isFalse();
                assertThat(page.json().at("/value/0").size()).isEqualTo(1);
                ids.addAll(page.all("id"));
            }
            assertThat(ids).doesNotHaveDuplicates().hasSize(47);
        }

        @Test
        void carryNoHeader() throws IOException {
            Answer page = get(true, ALL, "users", "$search", "\"mail:a\" OR \"mail:t\"", "$top", "2");
            assertThat(follow(page, false).code()).isEqualTo("Request_UnsupportedQuery");
            assertThat(follow(page, true).status()).isEqualTo(200);
        }

        @Test
        void areAHundredLongWhereNobodySays() throws IOException {
            bench.tenant.changeDirectory(before -> before.larger(200));
            assertThat(get(false, SMALL, "users").all("id")).hasSize(100);
        }
    }

    @Nested
    class Groups {

        @ParameterizedTest
        @ValueSource(strings = {"graph.user", "microsoft.graph.user"})
        void areCastByEitherName(String cast) throws IOException {
            String path = "groups/" + group("IT") + "/transitiveMembers/" + cast;
            assertThat(get(true, ALL, path, "$count", "true").all("id")).hasSize(6);
            assertThat(get(true, ALL, path).code()).isEqualTo("Request_UnsupportedQuery");
            assertThat(get(false, ALL, path, "$count", "true").code()).isEqualTo("Request_UnsupportedQuery");
        }

        @Test
        void haveParametersWithAndWithoutTheDollarEncoded() throws IOException {
            String url = Bench.GRAPH + "groups/" + group("IT") + "/owners/graph.user?%24count=true&$select=id,mail";
            Answer answer = send(new Request.Builder().url(url).header("ConsistencyLevel", "eventual"), ALL);
            assertThat(answer.all("mail")).containsExactly("jonas.weber@muster.example");
        }

        @Test
        void haveOwnersOfEveryKindWithoutACast() throws IOException {
            assertThat(get(false, ALL, "groups/" + group("HR questions") + "/owners")
                            .all("@odata.type"))
                    .containsExactlyInAnyOrder(
                            "#microsoft.graph.user", "#microsoft.graph.user", "#microsoft.graph.servicePrincipal");
            assertThat(get(false, ALL, "groups/" + group("IT") + "/members").all("@odata.type"))
                    .contains("#microsoft.graph.group");
        }

        @Test
        void haveMembersWithoutNamesWhereTheTokenMayNotReadPeople() throws IOException {
            Answer answer = get(false, "GroupMember.Read.All", "groups/" + group("IT service desk") + "/members");
            assertThat(answer.all("id")).hasSize(3).doesNotContainNull();
            assertThat(answer.all("displayName")).containsOnlyNulls();
        }

        @Test
        void needAScopeOfTheirOwn() throws IOException {
            for (String path : List.of("groups", "groups/" + group("IT"), "groups/" + group("IT") + "/owners")) {
                Answer answer = get(false, SMALL, path);
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.code()).isEqualTo("Authorization_RequestDenied");
            }
        }

        @Test
        void ofOnesOwnComeWithARoleOfTheDirectory() throws IOException {
            assertThat(get(false, "User.Read", "me/memberOf").all("@odata.type"))
                    .containsExactly("#microsoft.graph.group", "#microsoft.graph.directoryRole");
            assertThat(get(true, "User.Read", "me/memberOf/microsoft.graph.group", "$count", "true")
                            .all("displayName"))
                    .containsExactly("Design team");
        }
    }

    @Nested
    class Presences {

        private List<String> ids(int number) {
            return bench.tenant.directory().larger(number).people().stream()
                    .map(Colleague::id)
                    .limit(number)
                    .toList();
        }

        @Test
        void areToldOfSixHundredAndFiftyAtMost() throws IOException {
            bench.tenant.changeDirectory(before -> before.larger(650));
            assertThat(presences(ids(650)).all("id")).hasSize(650);
            Answer tooMany = presences(ids(651));
            assertThat(tooMany.status()).isEqualTo(400);
            assertThat(tooMany.json().at("/error/message").asText()).isEmpty();
            assertThat(presences(List.of()).status()).isEqualTo(400);
        }

        @Test
        void areInAnOrderOfTheirOwnAndSayNothingOfStrangers() throws IOException {
            List<String> ids = new ArrayList<>(ids(40));
            Collections.shuffle(ids, new Random(1));
            ids.add("11111111-2222-3333-4444-555555555555");
            ids.add("emily.carter@muster.example");
            List<String> answered = presences(ids).all("id");
            assertThat(answered).hasSize(40).isNotEqualTo(ids.subList(0, 40));
        }

        @Test
        void ofOnePersonAreToldToo() throws IOException {
            String id = ids(2).get(1);
            String path = "users/" + id + "/presence";
            assertThat(get(false, "User.Read Presence.Read", path).status()).isEqualTo(403);
            assertThat(get(false, SMALL, path).json().path("id").asText()).isEqualTo(id);
        }
    }

    @Nested
    class Administrators {

        @Test
        void haveToAgreeToTheWiderScopes() {
            bench.tenant.signIn().withoutAdministrator();
            assertThat(catchThrowableOfType(LoginRefusal.class, () -> bench.token("User.Read", "GroupMember.Read.All"))
                            .number())
                    .isEqualTo(90094);
            assertThat(bench.token("User.Read", "Presence.Read.All")).isNotEmpty();
            bench.tenant.signIn().grantForEverybody(Scope.GROUP_MEMBER_READ_ALL);
            assertThat(bench.token("User.Read", "GroupMember.Read.All")).isNotEmpty();
        }
    }
}
