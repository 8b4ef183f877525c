/** Tests with the built program on a real desktop. */
package app.ampel.desktoptest;
