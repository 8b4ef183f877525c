/** A status set by hand: what was chosen, until when, and the lease at Microsoft that is kept alive meanwhile. Pure. */
package app.ampel.domain.status;
