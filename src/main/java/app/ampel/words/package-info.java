/** Every visible word is a key in {@code words.properties}; this package is the one place that turns keys into words. */
package app.ampel.words;
