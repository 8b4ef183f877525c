/**
 * The manager that keeps every attached light right, and the ports to the buses on which they are. Knows nothing of HID, serial
 * ports or presence.
 */
package app.ampel.service.lights;
