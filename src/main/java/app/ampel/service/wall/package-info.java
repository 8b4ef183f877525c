/**
 * The wall: who is there, full screen, for as long as somebody may see it. One at a time. What shows it is a port, and so
 * is what keeps the screen from going dark meanwhile.
 */
package app.ampel.service.wall;
