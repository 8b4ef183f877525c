/**
 * The loop: everything that is known is one immutable {@link app.ampel.service.engine.Situation}; any event replaces it and the
 * decisions are made anew. One thread owns it. Input and output live at the rim and pass values only.
 */
package app.ampel.service.engine;
