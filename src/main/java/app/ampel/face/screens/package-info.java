/**
 * The monitors as values, and where on them something can stand so that it is seen: the one decision about that for the
 * window and for the light on the screen.
 */
package app.ampel.face.screens;
