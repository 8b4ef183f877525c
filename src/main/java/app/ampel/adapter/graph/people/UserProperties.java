package app.ampel.adapter.graph.people;

import app.ampel.adapter.graph.GraphCalls;
import app.ampel.domain.account.Scope;

/**
 * What is selected of a user. Without {@code User.Read.All} the rest would come back as null, which is no error but tells
 * nobody anything: it is not asked for.
 */
final class UserProperties {

    private static final String[] BASIC = {"id", "displayName", "givenName", "surname", "mail", "userPrincipalName"};

    static final String[] ALL = {
        "id",
        "displayName",
        "givenName",
        "surname",
        "mail",
        "userPrincipalName",
        "department",
        "jobTitle",
        "accountEnabled",
        "userType"
    };

    /** With the plans, of which a large licence has a hundred. */
    static final String[] WITH_PLANS = {
        "id",
        "displayName",
        "givenName",
        "surname",
        "mail",
        "userPrincipalName",
        "department",
        "jobTitle",
        "accountEnabled",
        "userType",
        "assignedPlans"
    };

    private UserProperties() {}

    static String[] of(GraphCalls calls) {
        return calls.grants(Scope.USER_READ_ALL) ? ALL : BASIC;
    }
}
