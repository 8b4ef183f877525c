/** Notifications of a Linux desktop, over D-Bus. */
package app.ampel.adapter.os.notify;
