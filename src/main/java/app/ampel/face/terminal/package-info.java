/** A light in the terminal: a line of text for every change, in colour where the terminal can. */
package app.ampel.face.terminal;
