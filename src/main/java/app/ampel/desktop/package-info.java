/** The operating system: folders, owner-only files, one instance per home folder, browser, clipboard, log. */
package app.ampel.desktop;
