/**
 * The user's own presence over days: spans of what was really known, and what can be made of them. What is not known
 * (nobody signed in, an old answer, the computer asleep, Ampel not running) is a gap and never filled. Colleagues are
 * never kept. Where it is kept is a port, {@link app.ampel.history.HistoryStore}.
 */
package app.ampel.history;
