/** The user's session: locked or not, asleep or not, who sits before the screen; how long the computer has been up. */
package app.ampel.adapter.os.session;
