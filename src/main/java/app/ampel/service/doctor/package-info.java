/** Finding out what is wrong: who is asked about what, in a running program and without one. */
package app.ampel.service.doctor;
