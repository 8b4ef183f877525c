/**
 * The wall as it is seen: a full-screen window of its own, read from three metres. How much fits, which page is shown and when
 * it turns is decided purely; only the cells of one page exist.
 */
package app.ampel.face.window.wall;
