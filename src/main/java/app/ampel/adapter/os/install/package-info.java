/** Where Ampel is installed, and what it leaves in the system: starting with the session, rules for USB. */
package app.ampel.adapter.os.install;
