/**
 * The icon and the menu in the panel: what they say is a value, made of a snapshot by pure functions; who draws it lives
 * in the packages below. Clicks come back as a {@link app.ampel.face.tray.TrayAction}.
 */
package app.ampel.face.tray;
