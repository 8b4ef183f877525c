/** The one log: a file of the user's own, of bounded size, without secrets. */
package app.ampel.adapter.os.log;
