/** The page of what is wrong and who must do what, and of the log. */
package app.ampel.face.window.diagnostics;
