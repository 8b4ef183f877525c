/** A panel as the benchmarks' programs see it. */
package app.ampel.face.tray.linux;
