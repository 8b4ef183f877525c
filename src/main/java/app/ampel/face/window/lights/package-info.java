/** The page of lights: a card for each, adjusting and naming it, adding one at a serial port, forgetting one for good. */
package app.ampel.face.window.lights;
