/** The operating system: folders, single instance, browser, clipboard, lock and sleep. */
package app.ampel.desktop;
