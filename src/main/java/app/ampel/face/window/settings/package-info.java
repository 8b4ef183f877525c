/** The page of settings, and what is said above all pages of settings that could not be read. */
package app.ampel.face.window.settings;
