/**
 * What a light is: colour, effect and command, what it is sent, what it says about itself, what the user wants of it. Values
 * and functions only; who finds lights and keeps them right is {@code app.ampel.light}.
 */
package app.ampel.domain.light;
