/** What leads to the window, and out of it: showing it, pages and folders that other programs show, the end. */
package app.ampel.service.window;
