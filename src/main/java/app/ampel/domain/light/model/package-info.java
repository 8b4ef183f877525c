/**
 * Every light that Ampel knows, and one small final class for each family of lights: ids, names and bytes. A maker of more
 * than one has a package below. Nothing here reads a clock, starts a thread or touches a device; what is sent, and where
 * that is known from, stands in {@code firmware-notes/lights}.
 */
package app.ampel.domain.light.model;
