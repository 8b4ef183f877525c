/**
 * Other people's presence as values and decisions: who is meant, who is free, who is drawn, how old the knowledge is.
 * Told for the moment only: nothing here has a past.
 */
package app.ampel.domain.people;
