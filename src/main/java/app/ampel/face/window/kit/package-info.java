/**
 * What the window's pages are made of: a page and its context, the port to the running program that all of them have,
 * controls that name themselves for whoever cannot see them, the ring and the lamp, what typed times mean and how errors
 * are worded. Knows no page; what one page alone needs lives with that page.
 */
package app.ampel.face.window.kit;
