/**
 * The tray of Windows and macOS, drawn by AWT. Nothing here is touched on Linux, where AWT draws an opaque box at best and
 * hangs at worst.
 */
package app.ampel.face.tray.awt;
