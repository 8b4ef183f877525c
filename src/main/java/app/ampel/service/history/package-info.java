/**
 * What the user does about the history of the own presence, and its recording. What is not known (nobody signed in, an old
 * answer, the computer asleep, Ampel not running) is a gap and never filled. Colleagues are never kept. Where it is kept is
 * a port, {@link app.ampel.service.history.HistoryStore}.
 */
package app.ampel.service.history;
