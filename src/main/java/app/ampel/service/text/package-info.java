/**
 * Every sentence a user can read: keys looked up in the user's language, and what is going on in words, the same for tray,
 * window and command line.
 */
package app.ampel.service.text;
