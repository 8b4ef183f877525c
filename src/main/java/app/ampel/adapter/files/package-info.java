/**
 * What Ampel keeps on disk: settings, the last reading, the status set by hand, colours to give away. Saved in one step,
 * owner-only; what cannot be read is said, set aside and never overwritten unasked.
 */
package app.ampel.adapter.files;
