/**
 * What follows when the user's session is locked, is handed to somebody else, sleeps or wakes up; a port to whoever hears of
 * that.
 */
package app.ampel.service.session;
