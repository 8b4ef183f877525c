/** The lights of ThingM. */
package app.ampel.domain.light.model.thingm;
