/**
 * The adapter to Microsoft: signing in through MSAL4J, presence through the Graph SDK, both over one HTTP client. Every
 * foreign error becomes one of our {@link app.ampel.domain.problem.Problem}s here. Nothing of the two libraries is loaded
 * before it is used.
 */
package app.ampel.adapter.graph;
