/**
 * The adapter to Microsoft Graph: presence through the Graph SDK, and what judges every answer of Microsoft's. What the
 * SDK throws becomes one of our {@link app.ampel.domain.problem.Problem}s here. The SDK is not loaded before it is used. What is asked about others
 * is in {@code adapter.graph.people}.
 * {@link app.ampel.adapter.graph.Microsoft} joins it with the sign-in, over one HTTP client.
 */
package app.ampel.adapter.graph;
