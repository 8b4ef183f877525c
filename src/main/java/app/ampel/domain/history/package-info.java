/** The user's own presence over days as values: spans of what was really known, days, stretches, lines of a table. */
package app.ampel.domain.history;
