/** Folders of the user's, files and sockets that nobody else can read, one running Ampel in each home. */
package app.ampel.adapter.os.files;
