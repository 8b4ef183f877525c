/** What Windows and macOS tell of sleep and of the user's session, through AWT. Loaded on those systems only. */
package app.ampel.adapter.os.session.awt;
