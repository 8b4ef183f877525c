/**
 * HID lights. The only user of hid4java and, through it, of hidapi and JNA: those are loaded when the first light is
 * opened, not before. hidapi is not thread-safe where it lists, opens and closes, so all of that happens on one thread.
 */
package app.ampel.adapter.light.hid;
