/** The history on disk, in H2's MVStore: one file, opened for each read and write and closed again. */
package app.ampel.adapter.files.history;
