/** What several families of lights are made of: effects played by colours, the few colours of simple lamps, lines. */
package app.ampel.domain.light.model.kit;
