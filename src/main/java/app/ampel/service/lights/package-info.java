/**
 * What a light is: colour, effect, command, model, report; and the desk that keeps every attached light right. Knows
 * nothing of HID, serial ports or presence.
 */
package app.ampel.service.lights;
