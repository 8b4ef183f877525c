/**
 * The account at Microsoft: signing in through MSAL4J, tokens and where they are kept. What MSAL4J throws and what Entra
 * says becomes one of our {@link app.ampel.domain.problem.Problem}s here. MSAL4J is not loaded before it is used, and
 * nothing of Graph is known but that tokens are for it.
 */
package app.ampel.adapter.graph.signin;
