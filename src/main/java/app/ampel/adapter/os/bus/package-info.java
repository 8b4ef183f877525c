/** The D-Bus, the system's and the session's: one way to connect, and to connect again. */
package app.ampel.adapter.os.bus;
