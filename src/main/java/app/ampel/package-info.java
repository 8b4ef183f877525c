/** Ampel: a busy light and presence app for Microsoft Teams. {@link app.ampel.Main} puts it together. */
package app.ampel;
