/**
 * JSON text to values and back, with bounds and line numbers, and without the start-up cost of data binding: a plain
 * command reads one line of JSON and is done in a blink.
 */
package app.ampel.service.json;
