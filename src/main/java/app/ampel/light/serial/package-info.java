/**
 * Serial lights: the host's side of our line protocol, and the only user of jSerialComm, which is loaded when the first
 * light is opened. Only ports that the user has chosen are ever opened: opening others resets other people's boards.
 */
package app.ampel.light.serial;
