/**
 * The one window around the pages: JavaFX, which starts with the first window, the theme, the rail. Makes a page when it
 * is first visited and gives it the ports that it needs; a window that is closed watches nothing, ticks nothing and keeps
 * no scene.
 */
package app.ampel.face.window.frame;
