/**
 * The light on the screen: small, round, above everything else, where its owner dragged it. For the manager it is a light
 * like any other, one that knows no effects and has them played.
 */
package app.ampel.face.screenlight;
