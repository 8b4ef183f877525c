/** The page of the days before: a list of them, each a strip of colours, and the strip of today for whoever wants it. */
package app.ampel.face.window.history;
