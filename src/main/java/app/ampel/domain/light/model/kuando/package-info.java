/** The lights of Plenom, called Kuando. */
package app.ampel.domain.light.model.kuando;
