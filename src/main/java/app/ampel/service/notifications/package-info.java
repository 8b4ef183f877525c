/** The port to the desktop's notifications. */
package app.ampel.service.notifications;
