/**
 * HTTP for whoever needs it: one client, with the proxy and the trust of this computer, time limits, and the demo in place
 * of the network; what a failure of the line means; and the threads of small web servers on loopback. Whose answers these
 * are is not known here.
 */
package app.ampel.adapter.http;
