package app.ampel.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is asked of a list, checked: how much of each, which, and from where on. The next page is a link that carries the whole
 * question but for its headers.
 */
record DirectoryQuery(
        HttpRequest call,
        Set<String> select,
        Optional<FilterClause> filter,
        Optional<String> search,
        int top,
        int skip) {

    private static final int USUAL = 100;
    private static final int MOST = 999;
    private static final Set<String> KNOWN =
            Set.of("$select", "$filter", "$search", "$top", "$skip", "$count", "$orderby", "$skiptoken");

    /** @param cast whether a cast is in the address, which makes it one of the advanced queries */
    static DirectoryQuery of(HttpRequest call, boolean cast, int most) {
        Map<String, String> query = call.query();
        for (String name : query.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new Refusal(400, "BadRequest", "The query parameter '" + name + "' is not known here.");
            }
        }
        Optional<FilterClause> filter =
                Optional.ofNullable(query.get("$filter")).map(FilterClause::new);
        Optional<String> search = Optional.ofNullable(query.get("$search"));
        boolean counted = "true".equals(query.get("$count"));
        boolean advanced = cast || filter.map(FilterClause::isAdvanced).orElse(false);
        if (search.isPresent() && !call.eventual() || advanced && !(call.eventual() && counted)) {
            throw unsupported();
        }
        Set<String> select = Arrays.stream(query.getOrDefault("$select", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        int top = query.containsKey("$top") ? number(query.get("$top")) : USUAL;
        if (top < 1 || top > most) {
            throw new Refusal(400, "Request_BadRequest", "Invalid page size specified: '" + top + "'.");
        }
        int skip = query.containsKey("$skiptoken") ? token(query.get("$skiptoken")) : 0;
        return new DirectoryQuery(call, select, filter, search, top, skip);
    }

    static DirectoryQuery of(HttpRequest call, boolean cast) {
        return of(call, cast, MOST);
    }

    static Refusal unsupported() {
        return new Refusal(400, "Request_UnsupportedQuery", "Unsupported or invalid query filter clause specified.");
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal(400, "BadRequest", "A number is needed here.");
        }
    }

    private static int token(String text) {
        try {
            return number(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "Directory_ExpiredPageToken", "The page token is not one.");
        }
    }

    /** Those properties that are asked about or for. */
    Set<String> filtered() {
        return filter.map(FilterClause::properties).orElse(Set.of());
    }

    boolean passes(FilterClause.Row row) {
        return filter.map(clause -> clause.matches(row)).orElse(true);
    }

    /** One page of {@code all}. */
    <T> HttpResponse page(String context, List<T> all, Function<T, ObjectNode> json) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("@odata.context", GraphAnswers.CONTEXT + context);
        if (call.query().containsKey("$count") && call.eventual() && skip == 0) {
            body.put("@odata.count", all.size());
        }
        int from = Math.min(skip, all.size());
        int to = Math.min(from + top, all.size());
        if (to < all.size()) {
            body.put("@odata.nextLink", link(to));
        }
        ArrayNode value = body.putArray("value");
        all.subList(from, to).forEach(each -> value.add(json.apply(each)));
        return HttpResponse.json(200, body);
    }

    private String link(int from) {
        Map<String, String> query = new TreeMap<>(call.query());
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(from).getBytes(StandardCharsets.UTF_8));
        query.put("$skiptoken", token);
        Map<String, String> names = new LinkedHashMap<>(query);
        return "https://" + GraphApi.HOST + "/" + String.join("/", call.path()) + "?" + Form.encode(names);
    }
}
