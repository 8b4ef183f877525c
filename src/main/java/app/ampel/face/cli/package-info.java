/**
 * The commands. A plain one loads neither JavaFX nor MSAL4J nor the Graph SDK nor the logger: what is heavy stands behind
 * {@link app.ampel.face.cli.CommandPorts}, and the running program is asked at its control socket.
 */
package app.ampel.face.cli;
