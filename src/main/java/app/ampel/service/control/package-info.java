/** Where a running program hears commands: a port to whatever lets only its own user come there. */
package app.ampel.service.control;
