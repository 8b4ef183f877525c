/**
 * The manager that keeps every attached light right, whatever hangs, lies or vanishes, and the port to the buses on which
 * lights are. Knows nothing of HID, of serial libraries or of presence.
 */
package app.ampel.service.lights.manager;
