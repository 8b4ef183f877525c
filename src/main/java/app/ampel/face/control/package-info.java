/**
 * The socket by which commands talk to the running program: both of its ends, what requests do, and what is answered in
 * words and in JSON. Its client's end loads nothing that logs.
 *
 * <p>The protocol: a client connects, sends one request, a JSON object on one line with the member {@code command}, and
 * reads lines: events ({@code {"event": …}}), then one answer, {@code {"ok": true, …}} or {@code {"error": {"kind",
 * "message", "exit"}}}, then the end. Hanging up takes back what is still under way.
 */
package app.ampel.face.control;
