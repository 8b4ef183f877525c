/** Small files of a home, behind the ports of whoever wants something kept. */
package app.ampel.adapter.files;
