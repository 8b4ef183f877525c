/** The page of colours: whose scheme is in force, a row for each kind of presence, and an editor that lights try out. */
package app.ampel.face.window.colours;
