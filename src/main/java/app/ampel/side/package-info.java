/**
 * The running program as each of its faces sees it: the window and its pages, the tray, the command line, the doctor, the
 * user's session. What a face asks for is a port of its own package; here it is answered.
 */
package app.ampel.side;
