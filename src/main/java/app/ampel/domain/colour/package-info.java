/** How far colours are apart for people, and for those who see red and green alike. */
package app.ampel.domain.colour;
