/**
 * What is kept on disk: the user's settings, the administrator's before them, and the last reading. Versioned, saved in
 * one step, owner-only; what cannot be read is said, set aside and never overwritten unasked.
 */
package app.ampel.service.settings;
