/**
 * The command line and the socket by which it talks to the running program. A plain command loads neither JavaFX nor
 * MSAL4J nor the Graph SDK nor the logger: what is heavy stands behind {@link app.ampel.face.cli.CommandPorts}.
 *
 * <p>The protocol: a client connects, sends one request, a JSON object on one line with the member {@code command}, and
 * reads lines: events ({@code {"event": …}}), then one answer, {@code {"ok": true, …}} or {@code {"error": {"kind",
 * "message", "exit"}}}, then the end. Hanging up takes back what is still under way.
 */
package app.ampel.face.cli;
