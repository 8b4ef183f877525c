/** The lights of this computer, put together: buses, ports, udev rules and the desk; with a running program and without. */
package app.ampel.side.light;
