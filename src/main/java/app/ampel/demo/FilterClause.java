package app.ampel.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of {@code $filter} as the directory is asked: and, or, not, parentheses, eq, ne, startsWith, and {@code any} over a
 * collection. Values come from a function from a path to what is there.
 */
final class FilterClause {

    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s()',:]+:?)");

    /** What a clause may be asked about. */
    interface Row extends Function<String, Object> {}

    /** The properties that it names, without what comes below them. */
    private final Set<String> properties = new LinkedHashSet<>();

    private final String text;
    private final Matcher tokens;
    private String next;
    private boolean advanced;
    private final Predicate<Row> test;

    FilterClause(String text) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
        advance();
        this.test = either("");
        if (next != null) {
            throw syntax();
        }
    }

    Set<String> properties() {
        return properties;
    }

    /** Whether it is one of those that need ConsistencyLevel and $count. */
    boolean isAdvanced() {
        return advanced;
    }

    boolean matches(Row row) {
        return test.test(row);
    }

    private Predicate<Row> either(String variable) {
        Predicate<Row> found = both(variable);
        while (taken("or")) {
            found = found.or(both(variable));
        }
        return found;
    }

    private Predicate<Row> both(String variable) {
        Predicate<Row> found = one(variable);
        while (taken("and")) {
            found = found.and(one(variable));
        }
        return found;
    }

    private Predicate<Row> one(String variable) {
        if (taken("not")) {
            advanced = true;
            return one(variable).negate();
        }
        if (taken("(")) {
            Predicate<Row> inner = either(variable);
            require(")");
            return inner;
        }
        String word = token();
        if (word.equalsIgnoreCase("startswith")) {
            return beginning(variable);
        }
        return word.endsWith("/any")
                ? any(word.substring(0, word.length() - "/any".length()))
                : comparison(variable, word);
    }

    private Predicate<Row> beginning(String variable) {
        require("(");
        String path = path(variable, token());
        require(",");
        String wanted = String.valueOf(literal()).toLowerCase(Locale.ROOT);
        require(")");
        return row -> row.apply(path) instanceof String there
                && there.toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    /** {@code plans/any(p:p/id eq 7)} */
    private Predicate<Row> any(String path) {
        String property = path("", path);
        require("(");
        String head = token();
        if (!head.endsWith(":")) {
            throw syntax();
        }
        Predicate<Row> inner = either(head.substring(0, head.length() - 1) + "/");
        require(")");
        return row -> row.apply(property) instanceof List<?> all
                && all.stream().anyMatch(each -> each instanceof Map<?, ?> one && inner.test(one::get));
    }

    private Predicate<Row> comparison(String variable, String word) {
        String path = path(variable, word);
        String operator = token();
        Object wanted = literal();
        Predicate<Row> equal = row -> same(row.apply(path), wanted);
        return switch (operator) {
            case "eq" -> equal;
            case "ne" -> {
                advanced = true;
                yield equal.negate();
            }
            default -> throw syntax();
        };
    }

    private static boolean same(Object there, Object wanted) {
        return there instanceof String text && wanted instanceof String other
                ? text.equalsIgnoreCase(other)
                : Objects.equals(there, wanted);
    }

    private String path(String variable, String word) {
        if (!variable.isEmpty() && word.startsWith(variable)) {
            return word.substring(variable.length());
        }
        properties.add(word.replaceFirst("/.*", ""));
        return word;
    }

    private Object literal() {
        String token = token();
        if (token.startsWith("'")) {
            return token.substring(1, token.length() - 1).replace("''", "'");
        }
        return switch (token) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> token;
        };
    }

    private void require(String token) {
        if (!taken(token)) {
            throw syntax();
        }
    }

    private boolean taken(String token) {
        boolean there = token.equals(next);
        if (there) {
            advance();
        }
        return there;
    }

    private String token() {
        if (next == null) {
            throw syntax();
        }
        String token = next;
        advance();
        return token;
    }

    private void advance() {
        boolean more = tokens.lookingAt();
        next = more ? tokens.group(1) : null;
        if (more) {
            tokens.region(tokens.end(), text.length());
        } else if (!text.substring(tokens.regionStart()).isBlank()) {
            throw syntax();
        }
    }

    private static Refusal syntax() {
        return new Refusal(400, "BadRequest", "Invalid filter clause.");
    }
}
