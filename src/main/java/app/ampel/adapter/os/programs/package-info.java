/** Other programs: the browser, the clipboard, what the desktop says of its look, who else runs. */
package app.ampel.adapter.os.programs;
