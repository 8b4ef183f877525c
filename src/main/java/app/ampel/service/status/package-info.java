/** What the user does about the status set by hand, each act once, whichever face it comes from. */
package app.ampel.service.status;
