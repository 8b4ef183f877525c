/** The operating system: folders, owner-only files, one instance per home folder, browser, clipboard, log, lock and sleep. */
package app.ampel.desktop;
