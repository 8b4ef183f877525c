/**
 * All settings as values, and one table in which each is a line: what reads and writes them, what the administrator may
 * decide, and what the manual says comes from it; and what the user does about settings and looks, each act once. Files are
 * somebody else's, behind {@link app.ampel.service.settings.SettingsStorage}.
 */
package app.ampel.service.settings;
