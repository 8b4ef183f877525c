/**
 * What the user does about lights, each act once, whichever face it comes from, with a running program and without one;
 * and the ports to what is attached, where it is plugged in, and what is kept of it.
 */
package app.ampel.service.lights;
