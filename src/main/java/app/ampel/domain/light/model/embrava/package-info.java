/** The lights of Embrava. */
package app.ampel.domain.light.model.embrava;
