/**
 * Colleagues' presence: asked for only while somebody looks or waits, told for the moment and kept nowhere. A loop of its
 * own beside the engine's, built on the same idea. What it needs of Microsoft are its ports.
 */
package app.ampel.service.people;
