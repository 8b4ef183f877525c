package app.ampel.demo;

import app.ampel.demo.people.SearchIndex;
import java.util.BitSet;
import java.util.Set;

/**
 * Graph's {@code $search}: {@code "property:text"}, whole clauses in double quotes, AND, OR and parentheses around them. A
 * quote or a backslash inside is escaped with a backslash.
 */
final class SearchClause {

    private final String text;
    private final Set<String> properties;
    private final SearchIndex index;
    private int at;

    private SearchClause(String text, Set<String> properties, SearchIndex index) {
        this.text = text;
        this.properties = properties;
        this.index = index;
    }

    /** @param properties that may be searched */
    static BitSet find(String text, Set<String> properties, SearchIndex index) {
        SearchClause clause = new SearchClause(text, properties, index);
        BitSet found = clause.either();
        clause.blanks();
        if (clause.at < text.length()) {
            throw syntax(clause.at);
        }
        return found;
    }

    private BitSet either() {
        BitSet found = both();
        while (word("OR")) {
            found.or(both());
        }
        return found;
    }

    private BitSet both() {
        BitSet found = one();
        while (word("AND")) {
            found.and(one());
        }
        return found;
    }

    private BitSet one() {
        blanks();
        if (word("(")) {
            BitSet found = either();
            if (!word(")")) {
                throw syntax(at);
            }
            return found;
        }
        String clause = quoted();
        int colon = clause.indexOf(':');
        String property = colon < 0 ? "" : clause.substring(0, colon);
        if (!properties.contains(property)) {
            throw new Refusal(400, "Request_BadRequest", "Unrecognized query argument specified: '" + property + "'.");
        }
        String wanted = clause.substring(colon + 1);
        return property.equals("displayName") ? index.byWords(wanted) : index.byBeginning(property, wanted);
    }

    private String quoted() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw syntax(at);
        }
        StringBuilder clause = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            boolean escaped = text.charAt(at) == '\\' && at + 1 < text.length();
            at += escaped ? 1 : 0;
            clause.append(text.charAt(at));
        }
        if (at >= text.length()) {
            throw syntax(at);
        }
        at++;
        return clause.toString();
    }

    private boolean word(String wanted) {
        blanks();
        boolean there = text.startsWith(wanted, at);
        at += there ? wanted.length() : 0;
        return there;
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private static Refusal syntax(int at) {
        return new Refusal(400, "BadRequest", "Syntax error: character at position " + at + " of '$search'.");
    }
}
